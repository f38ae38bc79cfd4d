import { z } from 'zod';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import type { Child } from '../discussion/state/event.ts';
import { ageWords } from '../words/childWords.ts';
import { plain, said, template, type Card } from './bind.ts';
import { oneOf, optional } from './form.ts';

const bind = template(
  'convene-child',
  z.object({
    reference: plain,
    revision: z.number(),
    /** With one recorded, the page may be left blank. */
    isFirst: z.boolean(),
    recorded: z.array(z.object({ childId: plain, initials: said, age: said })),
    initials: plain,
    birthKind: plain,
    caseReference: plain,
  }),
);

/** What may be shown back while it is put right: a name or a date of birth is typed again. */
export interface ChildInput {
  readonly initials: string;
  readonly birthKind: string;
  readonly caseReference: string;
}
const nothing: ChildInput = { initials: '', birthKind: 'born', caseReference: '' };

/** Step 1. Shows back initials and age only, wherever it is shown. */
export const conveneChildCard = (draft: Draft<ConveningDraft>, now: Instant, typed: ChildInput = nothing): Card =>
  bind({
    ...typed,
    reference: draft.id,
    revision: draft.revision,
    isFirst: draft.body.children.length === 0,
    recorded: draft.body.children.map(({ childId, initials, birth }) => ({
      childId,
      initials,
      age: ageWords(birth, londonDate(now)),
    })),
  });

const fields = z.object({
  name: optional('The name', 100),
  initials: optional('The initials', 6),
  birthKind: oneOf(['born', 'unborn'], 'Say whether the child has been born.'),
  birthDate: optional('The date', 10),
  caseReference: optional('The case reference', 40),
});

const named = fields
  .superRefine((form, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (form.birthKind === 'born' && form.name === '') say('Enter the child’s full name.');
    if (form.initials === '') say('Enter the child’s initials.');
    else if (!/^\p{L}[\p{L}. '’-]*$/u.test(form.initials)) say('Initials are letters, such as J.S.');
    if (form.birthDate === '') say('Enter the date of birth, or the expected date of delivery.');
    else if (!z.iso.date().safeParse(form.birthDate).success) say('Enter a real date of birth or delivery.');
  })
  .transform((form): Omit<Child, 'childId'> => ({
    name: form.name,
    initials: form.initials,
    birth:
      form.birthKind === 'born' ? { kind: 'born', on: form.birthDate } : { kind: 'unborn', expectedOn: form.birthDate },
    caseReference: form.caseReference === '' ? null : form.caseReference,
  }));

const blank = fields.refine((form) => form.name + form.initials + form.birthDate + form.caseReference === '');

/** A child, or `null` when everything was left blank: fine once one child is recorded. */
export const conveneChildForm = z.union([blank.transform(() => null), named]);
/** The sentences for a form that is neither blank nor right. */
export const conveneChildProblems = named;

/** `A`, `B`... the first letter not yet taken. */
export const nextChildId = (taken: readonly { readonly childId: string }[]): string => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters.find((letter) => !taken.some((child) => child.childId === letter)) ?? '';
};
