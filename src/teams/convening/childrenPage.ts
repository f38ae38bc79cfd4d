/** The first page: each child the discussion is about. */
import { childTyped, conveneChildCard, conveneChildForm } from '../../cards/conveneChild.ts';
import { readForm } from '../../cards/form.ts';
import { mostChildren, nextChildId } from '../../discussion/state/childrenChanged.ts';
import { saidOfEvery } from '../../discussion/state/facts.ts';
import { childrenFault } from '../../discussion/commands/convene.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import type { Handler } from '../edges.ts';
import { asTyped } from '../press.ts';
import { page, type Next } from './pages.ts';

export const childrenPage: Handler = page('child', (press, form, edges) => {
  const { body } = form;
  const now = edges.clock();
  const refuse = (...problems: readonly string[]): Next => ({
    problems,
    again: () => conveneChildCard(form, now, asTyped(press.data)),
  });
  const read = readForm(conveneChildForm, press.data);
  if (!read.ok) {
    const named = readForm(childTyped, press.data);
    return refuse(...(named.ok ? read.problems : named.problems));
  }
  const another = press.data.next === 'child';
  if (read.value === null) {
    if (body.children.length === 0) return refuse('Enter the child’s details.');
    return another ? refuse('Enter the next child’s details, or continue.') : { next: { ...body, step: 'referral' } };
  }
  if (body.children.length >= mostChildren) {
    return refuse(...refusalWords({ code: 'tooManyChildren', most: mostChildren }));
  }
  const child = { ...read.value, childId: nextChildId(body.children) };
  const children = [...body.children, child];
  const fault = childrenFault(children, now, now);
  if (fault !== null) return refuse(...refusalWords(fault));
  return {
    next: { ...body, children, facts: saidOfEvery(children, body.facts), step: another ? 'child' : 'referral' },
  };
});

/** What is half typed of another child stays. */
export const removeChild: Handler = page('child', (press, { body }, edges) => {
  const children = body.children.filter((child) => child.childId !== press.data.childId);
  return {
    next: { ...body, children, facts: saidOfEvery(children, body.facts) },
    card: (saved) => conveneChildCard(saved, edges.clock(), asTyped(press.data)),
  };
});
