/** How safe somebody taking part judges a child to be, on the scale of the standard (SC-*). */
import { readForm } from '../../cards/form.ts';
import { scaleCard, scaleForm } from '../../cards/scale.ts';
import type { Card } from '../../cards/bind.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { personId } from '../../discussion/state/people.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler, Press } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

const formFor = (
  d: Discussion,
  { who }: Press,
  edges: Edges,
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const me = who.actor.personId;
  const isLeading = may('scaleSafetyForOthers', capacitiesOf(d, who.actor));
  const given = { nonce, now: edges.clock(), me, mayAnswerFor: (other: string) => isLeading || other === me };
  return scaleCard(d, edges.conduct.practiceOf(d), given, typed);
};

export const openScale: Handler = opens((d, press, edges) => formFor(d, press, edges, edges.newId()));

export const sendScale: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const form = () => formFor(d, press, edges, nonce, asTyped(press.data));
    const read = readForm(scaleForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { person, ...score } = read.value;
    return submit(press, edges, {
      reference,
      command: { kind: 'scaleSafety', personId: personId(person), ...score },
      done: 'Added to the record.',
      form,
    });
  });
