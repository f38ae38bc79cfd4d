/** That a child was seen, what a parent agreed to, and the rest that is recorded of one child at a time. */
import { z } from 'zod';
import { enquiryCard, enquiryChildrenCard, readEnquiry } from '../../cards/enquiry.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import { asksOfEnquiry } from '../../discussion/matter/enquiry.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import type { Practice } from '../../practice/practice.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import type { Cited } from '../../words/ruleWords.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

/** On the form itself, or as it was chosen. */
const carried = z.object({ childId: z.string().max(10).optional(), of: z.string().max(10).optional() });

/** The form shows what was recorded, so only those who may record it open it. Of several children, one is chosen first. */
const aboutChild = (
  press: Press,
  edges: Edges,
  use: (d: Discussion, child: Child) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden('recordEnquiry', 'recordEnquiry', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    const { of, childId = of } = carriedBy(carried, press);
    const [only] = d.children.length === 1 ? d.children : [];
    const child = childId === undefined ? only : d.children.find((each) => each.childId === childId);
    if (child !== undefined) return use(d, child);
    const choose = () => enquiryChildrenCard(d, edges.clock());
    return childId === undefined ? { card: choose() } : formAgain(choose, refusalWords({ code: 'noSuchChild' }));
  });

export const openEnquiry: Handler = (press, edges) =>
  aboutChild(press, edges, (d, child) => {
    const practice = edges.conduct.practiceOf(d);
    if (!asksOfEnquiry(d, practice)) return refusedAnswer(d, { code: 'notAskedHere' }, press, edges);
    return { card: enquiryCard({ d, child, practice, now: edges.clock() }, edges.newId()) };
  });

export const sendEnquiry: Handler = (press, edges) =>
  aboutChild(press, edges, (d, child) => {
    const { reference, nonce } = readHeader(press);
    const practice = edges.conduct.practiceOf(d);
    const form = () => enquiryCard({ d, child, practice, now: edges.clock() }, nonce, asTyped(press.data));
    const read = readEnquiry(d, child, practice, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    return submit(press, edges, {
      reference,
      command: { kind: 'recordEnquiry', childId: child.childId, ...read.value },
      done: d.children.length === 1 ? 'It is recorded.' : `It is recorded for child ${child.childId}.`,
      form,
      toWeigh: (after) => toThinkOf(after, child, practice),
    });
  });

/** Fields that only should be filled in, of what has been recorded so far. */
const toThinkOf = (after: Discussion, { childId }: Child, practice: Practice): readonly Cited[] =>
  assessed(after, practice)
    .child(childId)
    .enquiry.flatMap(({ isRecorded, warnings }) => (isRecorded ? warnings : []));
