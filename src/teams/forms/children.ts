/** The children it is about, after it was convened: one is added, corrected, born or taken out. */
import { z } from 'zod';
import { another, childCard, childrenCard, readChild, readTakingOut } from '../../cards/child.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { Refusal } from '../../discussion/commands/refusal.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { notYetInvited } from '../../words/inviteWords.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

const carried = z.object({
  /** On the form itself, or as it was chosen. */
  childId: z.string().max(10).optional(),
  of: z.string().max(10).optional(),
  basedOn: z.int().optional(),
});

/** Names stand on the form: only those who may change them open it, while they can be changed. */
const whoChanges = (press: Press, edges: Edges, use: (d: Discussion) => Promise<Answer> | Answer): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden('changeChildren', 'changeChildren', d, press.who.actor) ?? tooLate(d);
    return refusal === null ? use(d) : refusedAnswer(d, refusal, press, edges);
  });

const tooLate = ({ stage }: Discussion): Refusal | null =>
  stage === 'decided' || stage === 'stoodDown' ? { code: 'tooLate', command: 'changeChildren', stage } : null;

export const openChildren: Handler = (press, edges) =>
  whoChanges(press, edges, (d) => ({ card: childrenCard(d, edges.clock()) }));

/** The child a form is about; null for one that is added. */
const aboutChild = (
  press: Press,
  edges: Edges,
  use: (d: Discussion, child: Child | null) => Promise<Answer> | Answer,
): Promise<Answer> =>
  whoChanges(press, edges, (d) => {
    const { of = '', childId = of } = carriedBy(carried, press);
    const child = d.children.find((each) => each.childId === childId);
    if (child !== undefined) return use(d, child);
    if (childId === another || (childId === '' && press.verb === 'child.send')) return use(d, null);
    return formAgain(() => childrenCard(d, edges.clock()), refusalWords({ code: 'noSuchChild' }));
  });

export const openChild: Handler = (press, edges) =>
  aboutChild(press, edges, (d, child) => {
    const practice = edges.conduct.practiceOf(d);
    return { card: childCard({ d, child, practice, basedOn: d.version }, edges.newId()) };
  });

export const sendChild: Handler = (press, edges) =>
  aboutChild(press, edges, (d, child) =>
    change(press, edges, { d, child, read: readChild(press.data, child?.childId ?? null) }),
  );

export const takeChildOut: Handler = (press, edges) =>
  aboutChild(press, edges, (d, child) =>
    child === null
      ? formAgain(() => childrenCard(d, edges.clock()), refusalWords({ code: 'noSuchChild' }))
      : change(press, edges, { d, child, read: readTakingOut(press.data, child.childId) }),
  );

const change = (
  press: Press,
  edges: Edges,
  {
    d,
    child,
    read,
  }: { readonly d: Discussion; readonly child: Child | null; readonly read: ReturnType<typeof readChild> },
): Promise<Answer> => {
  const { reference, nonce } = readHeader(press);
  const { basedOn = d.version } = carriedBy(carried, press);
  const practice = edges.conduct.practiceOf(d);
  // What somebody else changed meanwhile is on the form that comes back, and this one is based on it.
  const form = () => childCard({ d, child, practice, basedOn: d.version }, nonce, asTyped(press.data));
  if (!read.ok) return formAgain(form, read.problems);
  return submit(press, edges, {
    reference,
    command: { kind: 'changeChildren', basedOn, ...read.value },
    done: 'It is recorded, and those taking part are being told.',
    form,
    toWeigh: (after) => notYetInvited(d, after, practice),
  });
};
