/** What is known of a child, or of somebody of its household: nothing on it has to be answered. */
import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import { detailsOf, household, isMember, type DetailName, type Details } from '../discussion/state/details.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { nhsNumberTyped } from '../typed/nhsNumber.ts';
import { childTitle } from '../words/childWords.ts';
import { childGroups, memberGroups, type DetailGroup } from '../words/detailWords.ts';
import { viewGroups } from '../words/viewWords.ts';
import { readDetails, withAsked, type CardKind, type Section } from './askedFields.ts';
import { choiceOf, plain, said, template, type Card } from './bind.ts';
import { chooseCard } from './choose.ts';
import type { Read } from './form.ts';

const bind = template(
  'details',
  z.object({
    reference: plain,
    nonce: plain,
    of: plain,
    basedOn: z.number(),
    heading: said,
    mayTakeOut: z.boolean(),
  }),
);

/** A child has two pages; the second is of what was heard of it and what is planned. */
const views = '.views';
/** Whom a page is about. */
export const subjectOf = (page: string): string => page.replace(/\.views$/, '');

/** What stands for somebody who is not among them. */
export const somebodyElse = 'new';

export const detailsOfWhomCard = (d: Discussion, now: Instant): Card =>
  chooseCard({
    reference: d.reference,
    heading: 'The child and the household',
    lead: 'What is known of them. All of it is optional.',
    label: 'Whom do you want to write about?',
    verb: 'details.open',
    choices: [
      ...d.children.flatMap((child) => {
        const who = childTitle(child, londonDate(now));
        return [choiceOf(who, child.childId), choiceOf(`${who}. Views, risks and plan`, `${child.childId}${views}`)];
      }),
      ...household(d.entered).map((of) => choiceOf(nameOf(d, of), of)),
      choiceOf('Somebody else in the household, or who matters to the child', somebodyElse),
    ],
  });

const nameOf = ({ entered }: Discussion, of: string): string => {
  const { name = '', relationship = '' } = detailsOf(entered, of);
  return [name === '' ? 'Name not known' : name, relationship].filter((part) => part !== '').join(', ');
};

/** `basedOn`: the version of the discussion it shows. */
export const detailsCard = (
  about: { readonly d: Discussion; readonly of: string; readonly now: Instant; readonly basedOn: number },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const { d, of, now, basedOn } = about;
  const known = detailsOf(d.entered, subjectOf(of));
  const card = bind({
    reference: d.reference,
    nonce,
    of,
    basedOn,
    heading: headingOf(d, of, now),
    mayTakeOut: isMember(of),
  });
  return withAsked(card, sectionsFor(of), (id) => typed[id] ?? known[id as DetailName] ?? '');
};

const headingOf = (d: Discussion, of: string, now: Instant): string => {
  const child = d.children.find(({ childId }) => childId === subjectOf(of));
  if (child !== undefined) return childTitle(child, londonDate(now));
  return isMember(of) ? nameOf(d, of) : 'Somebody in the household, or who matters to the child';
};

const groupsFor = (of: string): readonly DetailGroup[] => {
  if (of === somebodyElse || isMember(of)) return memberGroups;
  return of.endsWith(views) ? viewGroups : childGroups;
};

const sectionsFor = (of: string): readonly Section<CardKind>[] =>
  groupsFor(of).map(({ title, use, questions }) => ({
    title,
    lead: [use],
    fields: questions.map(({ name, words, kind, choices = [] }) => ({
      id: name,
      label: `${words} (optional)`,
      kind,
      choices: choices.map(({ value, words: title_ }) => choiceOf(title_, value)),
    })),
  }));

/** What came back, all of it; an NHS number as it is printed. */
export const readDetailsOf = (of: string, data: Readonly<Record<string, unknown>>): Read<Details> => {
  const { details, problems } = readDetails(sectionsFor(of), data);
  const { nhsNumber = '', name = '', relationship = '' } = details;
  const number = nhsNumber === '' ? '' : nhsNumberTyped(nhsNumber);
  const wrong = [
    ...problems,
    ...(number === null
      ? ['The NHS number has ten digits, the last of which checks the others. Look at it again.']
      : []),
    ...(of === somebodyElse && name + relationship === ''
      ? ['Enter the name, or how they are related to the child.']
      : []),
  ];
  if (number === null || wrong.length > 0) return { ok: false, problems: wrong };
  return { ok: true, value: nhsNumber === '' ? details : { ...details, nhsNumber: number } };
};
