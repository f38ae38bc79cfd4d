/** All that was entered while convening, page by page, each with the page that changes it: for a last look before it counts. */
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Assessment } from '../practice/assess.ts';
import type { Practice } from '../practice/practice.ts';
import { draftAssessed } from '../conduct/draftAssessed.ts';
import type { ConveningDraft, Step } from '../conduct/drafts.ts';
import type { DiscussionFacts } from '../discussion/state/facts.ts';
import { identityLine } from '../words/childWords.ts';
import { answeredSections, type Fact } from './answered.ts';
import { inPart } from './bind.ts';
import { groupLabels, groups, isAnswered } from './concernQuestions.ts';
import { standingWords } from './conveneReferral.ts';
import { savedAnswer } from './conveneParticulars.ts';
import { hasParticulars, particularsOf } from './particulars.ts';

export interface EnteredPart {
  readonly step: Step;
  readonly title: string;
  readonly change: string;
  readonly facts: readonly Fact[];
}

/** In the view of whoever typed it, and nobody else’s: names and dates of birth as well. */
export const enteredParts = (
  body: ConveningDraft,
  practice: Practice,
  now: Instant,
  length: number,
): readonly EnteredPart[] => {
  const found = draftAssessed(body, practice, now);
  const parts: readonly EnteredPart[] = [
    { step: 'child', title: 'Children', change: 'Change the children', facts: childrenFacts(body) },
    { step: 'child', title: 'The referral', change: 'Change the referral', facts: referralFacts(body) },
    {
      step: 'concern',
      title: 'The concern',
      change: 'Change the concern',
      facts: [{ title: 'Concern', value: inPart(body.concern, length) }, ...concernFacts(body, found)],
    },
    {
      step: 'particulars',
      title: 'What follows from it',
      change: 'Change what follows from it',
      facts: particularsFacts(body, practice, now, length),
    },
  ];
  return parts.filter(({ facts }) => facts.length > 0);
};

const childrenFacts = ({ children }: ConveningDraft): readonly Fact[] =>
  children.map((child) => ({
    title: `Child ${child.childId}`,
    value: `${identityLine(child)}. Shown in the channel as ${child.initials}`,
  }));

const referralFacts = ({ referral }: ConveningDraft): readonly Fact[] => {
  if (referral === null) return [];
  const { receivedAt, concernsIdentifiedAt, referrer } = referral;
  const { name, agency, email, phone } = referrer;
  return [
    { title: 'Received', value: formatLondon(receivedAt) },
    ...(concernsIdentifiedAt === null
      ? []
      : [{ title: 'Concerns identified', value: formatLondon(concernsIdentifiedAt) }]),
    { title: 'Referrer', value: referrer.anonymous === true ? name : `${name}, ${standingWords(referrer)}` },
    ...entered('Agency', agency),
    ...entered('E-mail', email),
    ...entered('Telephone', phone),
  ];
};

const entered = (title: string, value: string | null): readonly Fact[] => (value === null ? [] : [{ title, value }]);

const concernFacts = ({ facts, children }: ConveningDraft, { questions }: Assessment): readonly Fact[] => {
  const ofWhom = (of: readonly string[]): string =>
    children.length < 2 || of.length === children.length ? '' : ` (child ${of.join(', ')})`;
  const ticked = groups.flatMap((group) => {
    const words = questions
      .filter(({ kind }) => kind === group)
      .flatMap((question) => {
        const said = facts.said.find(({ fact }) => fact === question.fact);
        return said === undefined ? [] : [`${question.words}${said.of === 'discussion' ? '' : ofWhom(said.of)}`];
      });
    return words.length === 0 ? [] : [{ title: groupLabels[group], value: words.join('; ') }];
  });
  const answered = questions.filter(isAnswered).flatMap(({ fact, words }) => {
    const some = children.map(({ childId }) => childId).filter((id) => facts.ofChild[id]?.[fact] === true);
    if (some.length > 0) return [{ title: words, value: `Yes${ofWhom(some)}` }];
    const answer = facts.answers[fact];
    return answer === undefined ? [] : [{ title: words, value: answerWords(answer) }];
  });
  return [...ticked, ...answered];
};

const answerWords = (answer: DiscussionFacts['answers'][string]): string =>
  typeof answer === 'boolean' ? (answer ? 'Yes' : 'No') : formatLondon(answer as Instant);

const particularsFacts = (body: ConveningDraft, practice: Practice, now: Instant, length: number): readonly Fact[] => {
  const particulars = particularsOf(body, practice, now);
  if (!hasParticulars(particulars)) return [];
  const { implied, sections, factors } = particulars;
  const said = [
    ...implied.flatMap(({ fact, words }) => {
      const reason = body.facts.setAside.find((each) => each.fact === fact)?.reason;
      return reason === undefined ? [] : [{ title: `Not so here: ${words}`, value: inPart(reason, length) }];
    }),
    ...answeredSections([...sections, factors], (id) => savedAnswer(body.facts, id), length).flatMap(
      (section) => section.facts,
    ),
  ];
  return said.length > 0 ? said : [{ title: 'Recorded', value: 'Nothing. Nobody has to.' }];
};
