import { z } from 'zod';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import type { TypedChild } from '../discussion/commands/command.ts';
import { ageWords } from '../words/childWords.ts';
import { beneath, plain, said, template, type Card } from './bind.ts';
import { referralPart } from './conveneReferral.ts';
import { initialsOf, initialsTyped } from '../typed/initials.ts';
import { dateIn, dateProblem, inputsOf, oneOf, optional } from './form.ts';

const inputs = {
  name: plain,
  initials: plain,
  birthKind: plain,
  birthDate: plain,
  caseReference: plain,
  copyFrom: plain,
};
const bind = template(
  'convene-child',
  z.object({
    reference: plain,
    revision: z.number(),
    /** The place for the reference of an earlier discussion is folded, but where one was entered. */
    isCopying: z.boolean(),
    recorded: z.array(z.object({ childId: plain, initials: said, age: said })),
    ...inputs,
  }),
);
const blankPage = { name: '', initials: '', birthKind: 'born', birthDate: '', caseReference: '', copyFrom: '' };

/**
 * Step 1, for whoever types it and nobody else: of children entered before it shows initials and age only. `typed` is what
 * was just entered, by input id.
 */
export const conveneChildCard = (
  draft: Draft<ConveningDraft>,
  now: Instant,
  typed: Readonly<Record<string, string>> | null = null,
): Card => beneath(childPart(draft, now, typed ?? {}), referralPart(draft, now, typed));

const childPart = (draft: Draft<ConveningDraft>, now: Instant, typed: Readonly<Record<string, string>>): Card =>
  bind({
    ...blankPage,
    ...inputsOf(inputs, typed),
    reference: draft.id,
    revision: draft.revision,
    isCopying: (typed['copyFrom'] ?? '') !== '',
    recorded: draft.body.children.map(({ childId, initials, birth }) => ({
      childId,
      initials,
      age: ageWords(birth, londonDate(now)),
    })),
  });

const fields = z.object({
  name: optional('The name', 100),
  initials: optional('The initials', 20),
  birthKind: oneOf(['born', 'unborn'], 'Say whether the child has been born.'),
  birthDate: optional('The date', 40).transform(dateIn),
  caseReference: optional('The case reference', 40),
});

/** One child, with the sentences for what is not right. */
export const childTyped = fields
  .superRefine((form, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (form.birthKind === 'born' && form.name === '') say('Enter the child’s full name.');
    if (form.initials === '' && initialsOf(form.name) === null) say('Enter the child’s initials.');
    else if (form.initials !== '' && initialsTyped(form.initials) === null)
      say('Initials are two to eight letters, such as J.S., and not a name.');
    if (form.birthDate === '') say('Enter the date of birth, or the expected date of delivery.');
    else if (!z.iso.date().safeParse(form.birthDate).success)
      say(`The date of birth or delivery: ${dateProblem(form.birthDate) ?? 'enter a real date.'}`);
  })
  .transform((form): TypedChild => ({
    name: form.name,
    initials: initialsTyped(form.initials) ?? initialsOf(form.name) ?? '',
    birth:
      form.birthKind === 'born' ? { kind: 'born', on: form.birthDate } : { kind: 'unborn', expectedOn: form.birthDate },
    caseReference: form.caseReference === '' ? null : form.caseReference,
  }));

const blank = fields.refine((form) => form.name + form.initials + form.birthDate + form.caseReference === '');

/** A child, or `null` when everything was left blank: fine once one child is recorded. */
export const conveneChildForm = z.union([blank.transform(() => null), childTyped]);
