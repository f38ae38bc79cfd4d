/** The form on which a child is added to a discussion, corrected, born or taken out of it. */
import { z } from 'zod';
import type { AskedChange, TypedChild } from '../discussion/commands/command.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Child } from '../discussion/state/childShape.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { factNameSchema } from '../discussion/state/facts.ts';
import type { Practice } from '../practice/practice.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { childTitle } from '../words/childWords.ts';
import { choice, choiceOf, plain, template, type Card, type Choice } from './bind.ts';
import { chooseCard } from './choose.ts';
import { childTyped } from './conveneChild.ts';
import { inputsOf, readForm, required, several, type Read } from './form.ts';

const inputs = {
  name: plain,
  initials: plain,
  birthKind: plain,
  birthDate: plain,
  caseReference: plain,
  reason: plain,
};
const bind = template(
  'child',
  z.object({
    reference: plain,
    nonce: plain,
    /** Blank for one that is added. */
    childId: plain,
    basedOn: z.number(),
    heading: plain,
    save: plain,
    mayTakeOut: z.boolean(),
    facts: z.array(choice),
    alsoTrue: plain,
    ...inputs,
  }),
);
/** What stands for a child who is not among them. */
export const another = 'another';

export const childrenCard = (d: Discussion, now: Instant): Card =>
  chooseCard({
    reference: d.reference,
    heading: 'The children it is about',
    lead: 'Choose a child to correct what is recorded, to record a birth, or to take the child out.',
    label: 'Which child?',
    verb: 'child.open',
    choices: [
      ...d.children.map((child) => choiceOf(childTitle(child, londonDate(now)), child.childId)),
      choiceOf('A child who is not in this list', another),
    ],
  });

/** `child`: null for one that is not among them yet. `basedOn`: the version of the discussion it was opened from. */
export const childCard = (
  about: {
    readonly d: Discussion;
    readonly child: Child | null;
    readonly practice: Practice;
    readonly basedOn: number;
  },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const { d, child, practice, basedOn } = about;
  return bind({
    reference: d.reference,
    nonce,
    childId: child?.childId ?? '',
    basedOn,
    heading: child === null ? 'Add a child' : `Child ${child.childId}`,
    save: child === null ? 'Add the child' : 'Save',
    mayTakeOut: child !== null && d.children.length > 1,
    facts: child === null ? saidOfOthers(d, practice) : [],
    alsoTrue: typed['facts'] ?? '',
    ...inputsOfChild(child),
    ...inputsOf(inputs, typed),
  });
};

const inputsOfChild = (child: Child | null): Record<keyof typeof inputs, string> => ({
  name: child?.name ?? '',
  initials: child?.initials ?? '',
  birthKind: child?.birth.kind ?? 'born',
  birthDate: child === null ? '' : child.birth.kind === 'born' ? child.birth.on : child.birth.expectedOn,
  caseReference: child?.caseReference ?? '',
  reason: '',
});

const saidOfOthers = (d: Discussion, practice: Practice): readonly Choice[] =>
  assessed(d, practice).questions.flatMap(({ fact, words, of }) =>
    of === 'child' && d.facts.said.some((said) => said.fact === fact) ? [choiceOf(words, fact)] : [],
  );

const why = z.object({ reason: required('The reason', 500, 'Say why.') });
const alsoTrue = z.object({ facts: several.pipe(z.array(factNameSchema)) });

interface Asked {
  readonly change: AskedChange;
  readonly reason: string;
}

/** A child as it was typed, and why; `childId` is null for one that is added. */
export const readChild = (data: Readonly<Record<string, unknown>>, childId: string | null): Read<Asked> => {
  const child = readForm(childTyped, data);
  const reason = readForm(why, data);
  const facts = readForm(alsoTrue, data);
  if (!child.ok || !reason.ok || !facts.ok) {
    return { ok: false, problems: [child, reason, facts].flatMap((read) => (read.ok ? [] : read.problems)) };
  }
  return { ok: true, value: { change: changeTo(child.value, childId, facts.value.facts), ...reason.value } };
};

const changeTo = (
  child: TypedChild,
  childId: string | null,
  facts: Extract<AskedChange, { what: 'added' }>['facts'],
): AskedChange => (childId === null ? { what: 'added', child, facts } : { what: 'corrected', childId, child });

export const readTakingOut = (data: Readonly<Record<string, unknown>>, childId: string): Read<Asked> => {
  const reason = readForm(why, data);
  return reason.ok ? { ok: true, value: { change: { what: 'takenOut', childId }, ...reason.value } } : reason;
};
