/** What comes back from the concern page. */
import { z } from 'zod';
import type { ConveningDraft } from '../conduct/drafts.ts';
import type { DiscussionFacts, SaidFact } from '../discussion/state/facts.ts';
import type { Assessment } from '../practice/assess.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import type { Instant } from '../practice/time/instant.ts';
import { isAnswered, isListed, type Answered } from './concernQuestions.ts';
import { headingOrder, headings } from './whatFollows.ts';
import { readForm, required, several, typedText, wallTime, type Read } from './form.ts';

const concernText = z.object({
  concern: required('The concern', 4000, 'Say what the concern is.'),
});

type Asked = Assessment['questions'];
type Form = Readonly<Record<string, unknown>>;

/**
 * What was ticked and answered. What is of a child is said of every child until the page after says otherwise; a fact
 * the standard does not ask for is a forged form and is refused.
 */
export const readConcern = (
  data: Form,
  asked: Asked,
  body: ConveningDraft,
  now: Instant,
): Read<{ readonly concern: string; readonly facts: DiscussionFacts }> => {
  const concern = readForm(concernText, data);
  const ticked = readTicks(data, asked, body);
  const answered = readAnswers(data, asked, body.facts, now);
  const problems = [concern, ticked, answered].flatMap((read) => (read.ok ? [] : read.problems));
  if (ticked.ok && isNewWithoutTime(ticked.value, body)) problems.push(newWithoutTime);
  return concern.ok && ticked.ok && answered.ok && problems.length === 0
    ? {
        ok: true,
        value: {
          concern: concern.value.concern,
          facts: { ...body.facts, said: [...ticked.value], ...answered.value },
        },
      }
    : { ok: false, problems };
};

/** What is new since the discussion before runs from when it became known, so that no urgency is counted from long ago. */
const isNewWithoutTime = (said: readonly SaidFact[], { follows, referral }: ConveningDraft): boolean => {
  const before = follows?.discussions.at(-1)?.at;
  if (follows === null || before === undefined || referral === null || referral.receivedAt > before) return false;
  return said.some(({ fact }) => !follows.said.includes(fact));
};

const newWithoutTime =
  'Something is new since the last discussion. Go back, and enter when it became known as the time of the referral.';

/** Everything ticked, under whichever heading it stood when the page was shown. */
export const tickedIn = (data: Form): readonly string[] =>
  headingOrder.flatMap((heading) => several.parse(data[heading]));

const readTicks = (data: Form, asked: Asked, body: ConveningDraft): Read<readonly SaidFact[]> => {
  const listed = asked.filter(isListed);
  const isListedFact = (fact: string): boolean => listed.some((question) => question.fact === fact);
  const forged = headingOrder.filter((heading) => !several.parse(data[heading]).every(isListedFact));
  if (forged.length > 0) {
    return { ok: false, problems: forged.map((heading) => `${headings[heading]}: choose from the list.`) };
  }
  const ticked = tickedIn(data);
  const known = listed.filter(({ fact }) => ticked.includes(fact));
  return { ok: true, value: known.map((question) => saidOf(question, body)) };
};

/** Said before of some children only, it stays said of those. */
const saidOf = ({ fact, of }: Asked[number], { facts, children }: ConveningDraft): SaidFact => {
  const name = fact as SaidFact['fact'];
  if (of === 'discussion') return { fact: name, of: 'discussion' };
  return facts.said.find((said) => said.fact === fact) ?? { fact: name, of: children.map(({ childId }) => childId) };
};

/** Answers to these questions; what other pages asked stays as it was. */
const readAnswers = (
  data: Form,
  asked: Asked,
  { answers, ofChild }: DiscussionFacts,
  now: Instant,
): Read<Pick<DiscussionFacts, 'answers' | 'ofChild'>> => {
  const problems: string[] = [];
  const whole: Record<string, boolean | string> = { ...answers };
  let children: DiscussionFacts['ofChild'] = ofChild;
  for (const question of asked.filter(isAnswered)) {
    const { fact } = question;
    const read = answerTo(question, data, now);
    if (!read.ok) problems.push(...read.problems);
    const isOfSome = Object.values(ofChild).some((own) => own[fact] === true);
    // Said yes of some children already: it stays with those.
    if (read.ok && read.value === true && isOfSome) continue;
    Reflect.deleteProperty(whole, fact);
    children = without(children, fact);
    if (read.ok && read.value !== null) whole[fact] = read.value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { answers: whole, ofChild: children } };
};

const without = (ofChild: DiscussionFacts['ofChild'], fact: string): DiscussionFacts['ofChild'] =>
  Object.fromEntries(
    Object.entries(ofChild).map(([childId, own]) => [
      childId,
      Object.fromEntries(Object.entries(own).filter(([name]) => name !== fact)),
    ]),
  );

const answerTo = ({ fact, kind, words }: Answered, data: Form, now: Instant): Read<boolean | string | null> => {
  switch (kind) {
    case 'yesNo': {
      const given = typedText(data[fact]);
      return { ok: true, value: given === 'yes' ? true : given === 'no' ? false : null };
    }
    case 'instant': {
      const what = words.replace(/\?$/, '');
      const read = wallTime(typedText(data[`${fact}.date`]), typedText(data[`${fact}.time`]), what);
      if (read.ok && read.value !== null && read.value > now) {
        return { ok: false, problems: [`${what}: this cannot be in the future.`] };
      }
      return read;
    }
    default:
      return unreachable('question', kind);
  }
};
