/** A discussion is closed, and one that was to follow it called off. */
import type { Card } from '../../cards/bind.ts';
import { callOffCard, callOffForm, closeCard, closeForm } from '../../cards/close.ts';
import { readForm } from '../../cards/form.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { mayLeaveUndone } from '../../discussion/commands/close.ts';
import type { Refusal } from '../../discussion/commands/refusal.ts';
import { remainingIn, unsentIn } from '../../discussion/matter/remaining.ts';
import type { Decided, Discussion } from '../../discussion/state/discussion.ts';
import type { Notice } from '../../discussion/state/notice.ts';
import { formAgain, refusalCard, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import type { Who } from '../who.ts';
import { readable, submit } from './submitting.ts';

type Closing = { readonly d: Decided } | { readonly refusal: Refusal };

/** A discussion that this person may close, as far as that goes by who they are. */
const closing = (d: Discussion, { actor }: Who): Closing => {
  const refusal = forbidden('close', 'close', d, actor);
  if (refusal !== null) return { refusal };
  if (d.stage !== 'decided') return { refusal: { code: 'notDecidedYet' } };
  return d.closed === null ? { d } : { refusal: { code: 'closed', at: d.closed.at } };
};

/** What people have been sent is on the notices, not in the discussion. */
const unsentOf = async (d: Decided, { store }: Edges): Promise<readonly Notice[]> =>
  unsentIn(d, await store.notices(d.reference));

const formFor = (
  d: Decided,
  unsent: readonly Notice[],
  { who, nonce, edges }: { readonly who: Who; readonly nonce: string; readonly edges: Edges },
  typed?: Readonly<Record<string, string>>,
): Card => {
  const remains = remainingIn(d, edges.conduct.practiceOf(d), unsent);
  return closeCard(d.reference, { remains, mayLeave: mayLeaveUndone(remains, who.actor) }, nonce, typed);
};

/** `/strategy close REF` and the button. */
export const closeFor = async (reference: string, who: Who, edges: Edges): Promise<Card> => {
  const seen = await edges.conduct.read({ reference, actor: who.actor, deed: 'read' });
  if (seen.result === 'refused') return refusalCard(seen.refusal);
  const found = closing(seen.discussion, who);
  if ('refusal' in found) return refusalCard(found.refusal);
  return formFor(found.d, await unsentOf(found.d, edges), { who, nonce: edges.newId(), edges });
};

const toClose = (press: Press, edges: Edges, use: (d: Decided) => Promise<Answer> | Answer): Promise<Answer> =>
  readable(press, edges, (d) => {
    const found = closing(d, press.who);
    return 'refusal' in found ? refusedAnswer(d, found.refusal, press, edges) : use(found.d);
  });

export const openClose: Handler = (press, edges) =>
  toClose(press, edges, async (d) => ({
    card: formFor(d, await unsentOf(d, edges), { who: press.who, nonce: edges.newId(), edges }),
  }));

export const sendClose: Handler = (press, edges) =>
  toClose(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const unsent = await unsentOf(d, edges);
    const form = () => formFor(d, unsent, { who: press.who, nonce, edges }, asTyped(press.data));
    const read = readForm(closeForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const command = { kind: 'close', reason: read.value.reason, unsent } as const;
    return submit(press, edges, { reference, command, done: 'It is closed. From now on it is only read.', form });
  });

export const openCallOff: Handler = (press, edges) =>
  toClose(press, edges, (d) => ({ card: callOffCard(d.reference, edges.newId()) }));

export const sendCallOff: Handler = (press, edges) =>
  toClose(press, edges, () => {
    const { reference, nonce } = readHeader(press);
    const form = () => callOffCard(reference, nonce, asTyped(press.data));
    const read = readForm(callOffForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const command = { kind: 'callOffNext', reason: read.value.reason } as const;
    return submit(press, edges, { reference, command, done: 'It is called off, with your reason.', form });
  });
