/** How and when the enquiry into each child ended, where no gate says it. */
import { enquiryEndCard, readEnquiryEnd } from '../../cards/enquiryEnd.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { endedByHand } from '../../discussion/matter/enquiryEnd.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

const where = (press: Press, edges: Edges, use: (d: Decided) => Promise<Answer> | Answer): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden('endEnquiry', 'endEnquiry', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage !== 'decided') return refusedAnswer(d, { code: 'notDecidedYet' }, press, edges);
    const isAsked = endedByHand(d, edges.conduct.practiceOf(d)).length > 0;
    return isAsked ? use(d) : refusedAnswer(d, { code: 'notAskedHere' }, press, edges);
  });

const cardFor = (d: Decided, { conduct, clock }: Edges, nonce: string, typed?: Readonly<Record<string, string>>) =>
  enquiryEndCard({ d, practice: conduct.practiceOf(d), now: clock() }, nonce, typed);

export const openEnquiryEnd: Handler = (press, edges) =>
  where(press, edges, (d) => ({ card: cardFor(d, edges, edges.newId()) }));

export const sendEnquiryEnd: Handler = (press, edges) =>
  where(press, edges, (d) => {
    const { reference, nonce } = readHeader(press);
    const form = () => cardFor(d, edges, nonce, asTyped(press.data));
    const read = readEnquiryEnd(press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const command = { kind: 'endEnquiry', ...read.value } as const;
    return submit(press, edges, { reference, command, done: 'It is recorded.', form });
  });
