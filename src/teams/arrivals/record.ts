/** One press records what Teams reported, at the time it said. Who may, and whether it still can be, is decided like any attendance. */
import { z } from 'zod';
import { arrivalCard, movements, type Movement } from '../../cards/arrival.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { Command } from '../../discussion/commands/command.ts';
import {
  attendanceOf,
  invitationOf,
  isHereNow,
  isOpen,
  participants,
  type Discussion,
} from '../../discussion/state/discussion.ts';
import type { Participant } from '../../discussion/state/people.ts';
import { instantSchema } from '../../discussion/state/ids.ts';
import { doneAnswer, refusedAnswer } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { carriedBy } from '../press.ts';
import { readable, submit } from '../forms/submitting.ts';

const carried = z.object({ person: z.string().max(200), what: z.enum(movements), at: instantSchema });

export const recordArrival: Handler = (press, edges) =>
  readable(press, edges, (d) => {
    const refusal = forbidden('recordAttendanceOfOthers', 'recordAttendance', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    const { person, ...movement } = carriedBy(carried, press);
    const who = participants(d).find(({ personId }) => personId === person);
    if (who === undefined) return refusedAnswer(d, { code: 'notPresent', name: null }, press, edges);
    const done = `It is recorded that ${who.name} ${movement.what}.`;
    const isSo = isHereNow(d, who.personId) === (movement.what === 'joined');
    if (isOpen(d) && isSo) return doneAnswer(d, done, press, edges);
    const { reference } = d;
    return submit(press, edges, {
      reference,
      command: commandFor(d, who, movement),
      done,
      form: () => arrivalCard(d, who, movement),
    });
  });

const commandFor = (d: Discussion, participant: Participant, { what, at }: Movement): Command => {
  const { personId } = participant;
  if (what === 'left') return { kind: 'recordDeparture', personId, leftAt: at };
  const before = attendanceOf(d).find((one) => one.participant.personId === personId);
  return {
    kind: 'recordAttendance',
    participant,
    mode: 'teams',
    // that somebody is there does not say that they can decide.
    hasAuthority: before?.hasAuthority ?? null,
    substituteFor: invitationOf(d, personId)?.substituteFor ?? null,
    identified: null,
    joinedAt: at,
  };
};
