import { roleWordsIn } from '../practice/language/roles.ts';
import type { Practice } from '../practice/practice.ts';
import { otherThanAsked } from '../discussion/matter/replyAsked.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { attendanceOf, isInvited, isPresent, participants } from '../discussion/state/discussion.ts';
import type { Quorum } from '../practice/answers/quorum.ts';
import type { Attendance, Identified, Participant } from '../discussion/state/people.ts';
import { ifTheyCame, seatsNotPromised } from '../discussion/matter/foreseen.ts';
import type { Invitation, Substitute, Taken } from '../discussion/state/invitation.ts';
import { quorumNow, quorumOf, quorumOfAll } from '../discussion/matter/quorumNow.ts';
import { presenceWords } from './attendanceWords.ts';
import { notListedWords } from './identifiedWords.ts';
import { sentenceCase } from './sentenceCase.ts';
import { unreachable } from '../practice/language/unreachable.ts';

import { otherThanAskedWords } from './otherThanAskedWords.ts';
import { notConfirmed, takenWords } from './takenWords.ts';

export interface SeatLine {
  readonly mark: string;
  readonly words: string;
  readonly who: string;
  /** Present, coming, no answer or missing: in words, so that colour never stands alone. */
  readonly state: string;
  /** Behind the line, not of its words: what stands in a colour cannot be read on every client. */
  readonly colour: 'default' | 'attention';
}

/** Each required seat and who fills it: present, coming, no answer, or missing. */
export const seatLines = (d: Discussion, practice: Practice): readonly SeatLine[] => {
  const now = quorumNow(d, practice);
  const expected = quorumOf(d, practice, expectedAttendees(d));
  const all = quorumOfAll(d, practice);
  return now.seats.map((seat): SeatLine => {
    if (seat.filledBy !== null)
      return {
        ...line('✔', seat.words, 'Present', 'default'),
        who: `${nameOf(d, seat.filledBy)}${howHere(d, seat.filledBy)}`,
      };
    const foreseen = expected.seats.find((s) => s.seat === seat.seat)?.filledBy ?? null;
    if (seat.shortBecause === 'noAuthority') {
      return {
        ...line('!', seat.words, 'Cannot decide yet', 'attention'),
        who: 'Somebody is here who has not confirmed they can decide',
      };
    }
    if (foreseen === null) return { ...line('✘', seat.words, 'Missing', 'attention'), who: whoLeft(d, all, seat.seat) };
    return { ...expectedState(d, foreseen, seat.words), who: nameAndGaps(d, practice, foreseen) };
  });
};

/** How somebody takes part, and since when. */
const howHere = (d: Discussion, personId: string): string => {
  const here = attendanceOf(d).find(({ participant }) => participant.personId === personId);
  if (here === undefined) return '';
  return `. ${sentenceCase(presenceWords(here))}`;
};

/** Whoever filled the seat while they were there. */
const whoLeft = (d: Discussion, { seats }: Quorum, name: string): string => {
  const filledBy = seats.find(({ seat }) => seat === name)?.filledBy ?? null;
  return filledBy === null ? 'Nobody yet' : `${nameOf(d, filledBy)}${howHere(d, filledBy)}`;
};

const line = (mark: string, words: string, state: string, colour: SeatLine['colour']) => ({
  mark,
  words,
  state,
  colour,
});

const expectedState = (d: Discussion, who: string, words: string) => {
  const reply = d.invitations.find((i) => i.participant.personId === who)?.reply;
  if (who === d.chair.personId && reply?.answer !== 'declined') return line('○', words, 'Coming', 'default');
  return reply?.answer === 'accepted'
    ? line('○', words, 'Coming', 'default')
    : line('?', words, 'No answer', 'default');
};

/** Q-11: whoever convened sees on the card what was answered otherwise than asked. */
const nameAndGaps = (d: Discussion, practice: Practice, who: string): string => {
  const invitation = d.invitations.find(({ participant }) => participant.personId === who);
  if (invitation === undefined) return nameOf(d, who);
  return [nameOf(d, who), ...takenFor(d, invitation), ...gapsIn(d, practice, invitation)].join('. ');
};

/** Of somebody who comes and did not say so themselves. */
const takenFor = (d: Discussion, { reply }: Invitation): readonly string[] =>
  reply.answer !== 'accepted' || reply.taken === undefined
    ? []
    : [`Coming ${takenWords(d, reply.taken)}; ${notConfirmed}`];

const gapsIn = (d: Discussion, practice: Practice, invitation: Invitation): readonly string[] =>
  isPresent(d, invitation.participant.personId) ? [] : otherThanAsked(d, practice, invitation).map(otherThanAskedWords);

/** Everybody who has not said no counts as coming. */
const expectedAttendees = (d: Discussion) => ifTheyCame(d, mayStillDecide);

/** Q-9: who might fill a seat that nobody has promised to, and has not answered: whom to find a substitute for. */
export const notHeardFrom = (d: Discussion, practice: Practice): string | null => {
  const open = new Set(seatsNotPromised(d, practice).map(({ seat }) => seat));
  const foreseen = quorumOf(d, practice, expectedAttendees(d)).seats.filter(({ seat }) => open.has(seat));
  const silent = d.invitations.find(
    ({ participant, reply }) =>
      reply.answer === 'awaited' && foreseen.some(({ filledBy }) => filledBy === participant.personId),
  );
  return silent?.participant.personId ?? null;
};

const mayStillDecide = ({ reply }: Invitation): boolean =>
  reply.answer === 'awaited' || (reply.answer === 'accepted' && reply.hasAuthority !== false);

/** As everybody may see them, and whether the directory knows them. */
const nameOf = (d: Discussion, personId: string): string => {
  const who = participants(d).find((p) => p.personId === personId);
  if (who === undefined) return personId;
  const here = attendanceOf(d).find(({ participant }) => participant.personId === personId);
  const mark = notListedWords(who.personId, here?.identified);
  return mark === null ? who.name : `${who.name}, ${mark}`;
};

/** Those who stand at no required seat: the invited, each with their answer, and whoever walked in. */
export const atNoSeat = (d: Discussion, practice: Practice): readonly string[] => {
  const expected = quorumOf(d, practice, expectedAttendees(d));
  const seated = new Set(
    quorumNow(d, practice).seats.map(
      ({ seat, filledBy }) => filledBy ?? expected.seats.find((s) => s.seat === seat)?.filledBy,
    ),
  );
  const walkedIn = attendanceOf(d).filter(({ participant: { personId } }) => !isInvited(d, personId));
  return [
    ...d.invitations.filter((i) => !seated.has(i.participant.personId)).map((i) => inviteeLine(d, practice, i)),
    ...walkedIn
      .filter(({ participant }) => !seated.has(participant.personId))
      .map((here) => `${inFull(practice, here.participant, here.identified)}: ${hereWords(here)}`),
  ];
};

const inviteeLine = (d: Discussion, practice: Practice, invitation: Invitation): string => {
  const who = inFull(practice, invitation.participant);
  return `${who}: ${[replyWords(d, invitation), ...gapsIn(d, practice, invitation)].join('. ')}`;
};

const inFull = (practice: Practice, { personId, name, role, agency }: Participant, identified?: Identified): string => {
  const mark = notListedWords(personId, identified);
  return `${name}, ${roleWordsIn(practice, role)}, ${agency}${mark === null ? '' : ` (${mark})`}`;
};

const insteadWords = (substitute: Substitute | null): string => {
  if (substitute === null || substitute.standing === 'turnedDown') return '';
  const { standing, participant } = substitute;
  return standing === 'invited' ? `, ${participant.name} instead` : `, ${participant.name} proposed, to be confirmed`;
};

const authorityWords = (hasAuthority: boolean | null): string => {
  if (hasAuthority === null) return `, ${notConfirmed}`;
  return hasAuthority ? '' : ', cannot decide for the agency';
};

const howTaken = (d: Discussion, taken: Taken | undefined): string =>
  taken === undefined ? '' : ` (${takenWords(d, taken)})`;

const hereWords = (here: Attendance): string =>
  `${here.leftAt === undefined ? 'present' : 'gone'}, ${presenceWords(here)}`;

const replyWords = (d: Discussion, { participant, reply, substitute }: Invitation): string => {
  const here = attendanceOf(d).find((a) => a.participant.personId === participant.personId);
  if (here !== undefined) return hereWords(here);
  switch (reply.answer) {
    case 'awaited':
      return 'no answer';
    case 'accepted':
      return `coming${authorityWords(reply.hasAuthority)}${howTaken(d, reply.taken)}`;
    case 'declined':
      return `not coming${insteadWords(substitute)}${howTaken(d, reply.taken)}`;
    default:
      return unreachable('reply', reply);
  }
};
