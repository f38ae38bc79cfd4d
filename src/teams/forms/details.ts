/** What is known of the children and of those they live with: seen and entered by those who carry the case. */
import { z } from 'zod';
import { detailsCard, detailsOfWhomCard, readDetailsOf, somebodyElse, subjectOf } from '../../cards/details.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { isDescribed } from '../../discussion/state/details.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

const carried = z.object({ of: z.string().max(10).optional(), basedOn: z.int().optional() });

const about = (
  press: Press,
  edges: Edges,
  use: (d: Discussion, of: string) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden('recordDetails', 'recordDetails', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage === 'stoodDown') {
      return refusedAnswer(d, { code: 'tooLate', command: 'recordDetails', stage: d.stage }, press, edges);
    }
    const { of } = carriedBy(carried, press);
    const choose = () => detailsOfWhomCard(d, edges.clock());
    if (of === undefined) return { card: choose() };
    return isKnown(d, of) ? use(d, of) : formAgain(choose, refusalWords({ code: 'noSuchChild' }));
  });

const isKnown = (d: Discussion, of: string): boolean => of === somebodyElse || isDescribed(d, subjectOf(of));

export const openDetails: Handler = (press, edges) =>
  about(press, edges, (d, of) => ({
    card: detailsCard({ d, of, now: edges.clock(), basedOn: d.version }, edges.newId()),
  }));

export const sendDetails: Handler = (press, edges) =>
  about(press, edges, (d, of) => {
    const { reference, nonce } = readHeader(press);
    const { basedOn = d.version } = carriedBy(carried, press);
    const form = () => detailsCard({ d, of, now: edges.clock(), basedOn: d.version }, nonce, asTyped(press.data));
    const read = readDetailsOf(of, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const command = {
      kind: 'recordDetails',
      of: of === somebodyElse ? null : subjectOf(of),
      details: read.value,
      basedOn,
    } as const;
    return submit(press, edges, { reference, command, done: 'It is recorded.', form });
  });

export const takePersonOut: Handler = (press, edges) =>
  about(press, edges, (d, of) => {
    const { reference, nonce } = readHeader(press);
    const { basedOn = d.version } = carriedBy(carried, press);
    const form = () => detailsCard({ d, of, now: edges.clock(), basedOn: d.version }, nonce);
    const command = { kind: 'recordDetails', of, details: { takenOut: 'yes' }, basedOn } as const;
    return submit(press, edges, { reference, command, done: 'They are no longer shown in the household.', form });
  });
