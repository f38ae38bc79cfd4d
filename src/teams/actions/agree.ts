/** somebody who leads, or the social worker, adds an action to the plan. */
import type { z } from 'zod';
import { agreeActionCard, agreeActionForm, readAskedOfAction } from '../../cards/agreeAction.ts';
import { dueDate } from '../../cards/dueDate.ts';
import { readForm } from '../../cards/form.ts';
import { withConfirmation } from '../../cards/confirmation.ts';
import { notTheTimeToAgree } from '../../discussion/commands/actions.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { addressees, type Discussion } from '../../discussion/state/discussion.ts';
import { namedPersonId } from '../../discussion/state/namedPerson.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import { anyRole } from '../directoryPeople.ts';
import type { Handler } from '../edges.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import { readable } from '../forms/submitting.ts';
import { asTyped, readHeader } from '../press.ts';
import { acting } from './acting.ts';
import { actionsFor } from './list.ts';

export const openAgree: Handler = (press, edges) =>
  readable(press, edges, (d) => {
    const refusal = forbidden('agreeAction', 'agreeAction', d, press.who.actor) ?? notTheTimeToAgree(d);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    return { card: agreeActionCard({ d, practice: edges.conduct.practiceOf(d), now: edges.clock() }, edges.newId()) };
  });

export const sendAgree: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { nonce } = readHeader(press);
    const practice = edges.conduct.practiceOf(d);
    const form = () => agreeActionCard({ d, practice, now: edges.clock() }, nonce, asTyped(press.data));
    const read = readForm(agreeActionForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const due = dueDate(read.value.due);
    if (!due.ok) return formAgain(form, due.problems);
    const asked = readAskedOfAction(d, practice, press.data);
    if (!asked.ok) return formAgain(form, asked.problems);
    const { step, outcome, reason, childIds } = read.value;
    const owner = ownerIn(read.value, d, nonce);
    return acting(press, edges, {
      command: { kind: 'agreeAction', step, owner, dueOn: due.value, outcome, reason, childIds, answers: asked.value },
      form,
      done: (after, then) => ({ card: withConfirmation(actionsFor(after, press.who, edges), agreedWords(then)) }),
    });
  });

const agreedWords = ({ actions }: Discussion): string => {
  const agreed = actions.at(-1);
  return agreed === undefined ? 'Agreed.' : `Action ${agreed.number} is agreed, and ${agreed.owner.name} is told.`;
};

/** Chosen or named; who they are is looked up where it is decided. */
const ownerIn = (
  { person, name, agency, email }: z.output<typeof agreeActionForm>,
  d: Discussion,
  nonce: string,
): Participant => {
  const known = addressees(d).find(({ personId: id }) => id === person);
  if (known !== undefined) return known;
  const id = name === '' ? personId(person) : namedPersonId(d.reference, 'action', nonce);
  return { personId: id, name, role: anyRole, agency, rank: null, email };
};
