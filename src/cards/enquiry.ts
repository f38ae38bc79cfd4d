/** The form on which it is recorded that a child was seen, and what else the rules ask of one child meanwhile. */
import { z } from 'zod';
import { formatLondon, londonDate } from '../practice/time/calendar.ts';
import type { ChildAssessment } from '../practice/assess.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { timesSeen, type Entry } from '../discussion/state/enquired.ts';
import type { Child } from '../discussion/state/childShape.ts';
import { childLine, childTitle } from '../words/childWords.ts';
import { enquiryAnswers } from '../words/enquiryWords.ts';
import { field, readDetails, withAsked, type Section } from './askedFields.ts';
import { chooseCard } from './choose.ts';
import { clipped, longestThatFits, plain, said, template, type Card } from './bind.ts';
import { inputsOf, typedText, wallTime, type Read } from './form.ts';

type Area = ChildAssessment['enquiry'][number]['area'];

const titles: Readonly<Record<Area, string>> = {
  childSeen: 'The child was seen',
  parentalPermission: 'What a parent agreed to',
  agencyChecks: 'Checks with other agencies',
  familyAfterwards: 'The family and the outcome',
};

const times = { seenDate: plain, seenTime: plain };
const bind = template(
  'enquiry',
  z.object({
    reference: plain,
    nonce: plain,
    childId: plain,
    child: said,
    recorded: z.array(said),
    /** The standard asks when the child was seen. */
    asksWhenSeen: z.boolean(),
    ...times,
  }),
);

type EnquirySection = Section & { readonly area: Area };

const sectionsOf = (d: Discussion, { childId }: Child, practice: Practice): readonly EnquirySection[] =>
  assessed(d, practice)
    .child(childId)
    .enquiry.map(({ area, fields }) => ({
      area,
      title: titles[area],
      fields: fields.map((f) => field(f, `enquiry.${area}`)),
    }));

/** With what has been recorded already: it is not asked again, and may be corrected. */
export const enquiryCard = (
  about: { readonly d: Discussion; readonly child: Child; readonly practice: Practice; readonly now: Instant },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const { d, child, practice, now } = about;
  const sections = sectionsOf(d, child, practice);
  const visit = sections.filter(({ area }) => area === 'childSeen');
  const recorded = enquiryAnswers(d, practice, child.childId).map(
    ({ question, answer }) => `${question}${question.endsWith('?') ? '' : ':'} ${clipped(answer, 200)}`,
  );
  const valueOf = (id: string): string => typed[id] ?? '';
  return longestThatFits([recorded.length, 12, 0], (length) => {
    const card = bind({
      reference: d.reference,
      nonce,
      childId: child.childId,
      child: childLine(child, londonDate(now)),
      recorded: length === 0 ? [] : recorded.slice(-length),
      asksWhenSeen: visit.length > 0,
      seenDate: '',
      seenTime: '',
      ...inputsOf(times, typed),
    });
    const asked = withAsked(card, untitled(visit), valueOf, { below: 'visit' });
    return withAsked(
      asked,
      sections.filter(({ area }) => area !== 'childSeen'),
      valueOf,
    );
  });
};

/** The card has the heading, above when the child was seen. */
const untitled = (visit: readonly Section[]): readonly Section[] => visit.map((section) => ({ ...section, title: '' }));

/** Which of several children it is about, and who of them has been seen. */
export const enquiryChildrenCard = (d: Discussion, now: Instant): Card =>
  chooseCard({
    reference: d.reference,
    heading: 'The child and the family',
    lead: 'Record when a child was seen, and what else was done, for one child at a time.',
    label: 'Which child?',
    verb: 'enquiry.open',
    choices: d.children.map((child) => ({
      title: `${childTitle(child, londonDate(now))}. ${seenWords(d, child)}`,
      value: child.childId,
    })),
  });

const seenWords = (d: Discussion, child: Child): string => {
  const last = timesSeen(d, child).at(-1);
  return last === undefined ? 'Not recorded as seen' : `Seen ${formatLondon(last)}`;
};

/** What was filled in; a part left blank is not recorded. */
export const readEnquiry = (
  d: Discussion,
  child: Child,
  practice: Practice,
  data: Readonly<Record<string, unknown>>,
): Read<Pick<Entry, 'seen' | 'answers'>> => {
  const sections = sectionsOf(d, child, practice);
  const { details, problems } = readDetails(sections, data);
  const { childSeen, ...answers } = Object.fromEntries(
    sections.flatMap(({ area }) => {
      const given = answersUnder(details, `enquiry.${area}.`);
      return Object.keys(given).length === 0 ? [] : [[area, given] as const];
    }),
  ) as Partial<Record<Area, Readonly<Record<string, string>>>>;
  const when = wallTime(typedText(data['seenDate']), typedText(data['seenTime']), 'When the child was seen');
  const wrong = [...problems, ...timeProblems(when, childSeen !== undefined)];
  if (!when.ok || wrong.length > 0) return { ok: false, problems: wrong };
  const seen = when.value === null ? null : { at: when.value, answers: childSeen ?? {} };
  return { ok: true, value: { seen, answers } };
};

const timeProblems = (when: Read<Instant | null>, isSeen: boolean): readonly string[] => {
  if (!when.ok) return when.problems;
  return when.value === null && isSeen ? ['Say when the child was seen: the date and the time.'] : [];
};

const answersUnder = (details: Readonly<Record<string, string>>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([id, value]) =>
      id.startsWith(prefix) && value !== '' ? [[id.slice(prefix.length), value] as const] : [],
    ),
  );
