import { z } from 'zod';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import type { DiscussionFacts } from '../discussion/state/facts.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import { ageWords } from '../words/childWords.ts';
import { impliedLine } from '../words/impliedWords.ts';
import { nameIn, readDetails, withAsked, type Section } from './askedFields.ts';
import { choice, plain, said, template, type Card } from './bind.ts';
import { several, typedText, type Read } from './form.ts';
import { particularsOf, type Particulars } from './particulars.ts';
import { toWriteItDown } from './whatIsWeighed.ts';

const bind = template(
  'convene-particulars',
  z.object({
    reference: plain,
    revision: z.number(),
    concerns: z.array(z.object({ id: plain, label: plain, value: plain })),
    moreConcerns: z.array(said),
    children: z.array(choice),
    implied: z.array(said),
    setAside: z.array(z.object({ id: plain, label: plain, value: plain })),
  }),
);

/** After the concern: whom it concerns, what follows from it, and what the standard asks because of it. */
export const conveneParticularsCard = (
  draft: Draft<ConveningDraft>,
  practice: Practice,
  now: Instant,
  typed: Readonly<Record<string, string>> | null = null,
): Card => {
  const { body } = draft;
  const { concerns, moreConcerns, implied, sections, factors } = particularsOf(body, practice, now);
  const valueOf = (id: string, saved: string): string => typed?.[id] ?? saved;
  const answered = (id: string): string => valueOf(id, savedAnswer(body.facts, id));
  const card = bind({
    reference: draft.id,
    revision: draft.revision,
    concerns: concerns.map(({ fact, words, of }) => ({
      id: `of.${fact}`,
      label: words,
      value: valueOf(`of.${fact}`, of.join(',')),
    })),
    moreConcerns: moreConcerns === 0 ? [] : [`And ${moreConcerns} more, which are taken to concern every child.`],
    children: body.children.map(({ childId, initials, birth }) => ({
      title: `${childId}: ${initials}, ${ageWords(birth, londonDate(now))}`,
      value: childId,
    })),
    implied: implied.map(impliedLine),
    setAside: implied
      .filter(({ mayBeSetAside }) => mayBeSetAside)
      .map(({ fact, words }) => ({
        id: `setAside.${fact}`,
        label: `If “${words}” is not so here, say why. Leave blank if it is.`,
        value: valueOf(`setAside.${fact}`, body.facts.setAside.find((each) => each.fact === fact)?.reason ?? ''),
      })),
  });
  const asking = withAsked(card, sections, answered);
  return withAsked(asking, [factors], answered, { fold: toWriteItDown });
};

/** As its input has it. */
export const savedAnswer = ({ answers }: DiscussionFacts, id: string): string => {
  const answer = answers[nameIn(id)];
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : (answer ?? '');
};

/** What comes back: only what was asked is read. */
export const readParticulars = (
  data: Readonly<Record<string, unknown>>,
  { concerns, implied, sections, factors }: Particulars,
  { facts, children }: ConveningDraft,
): Read<DiscussionFacts> => {
  const { details, problems } = readDetails([...sections, factors], data);
  const all = children.map(({ childId }) => childId);
  const chosen = concerns.map(({ fact, words }) => ({
    fact,
    words,
    of: several.parse(data[`of.${fact}`]).filter((childId) => all.includes(childId)),
  }));
  const nobody = chosen
    .filter(({ of }) => of.length === 0)
    .map(({ words }) => `${words}: choose at least one child, or go back and take the tick away.`);
  const reasons = implied
    .filter(({ mayBeSetAside }) => mayBeSetAside)
    .map(({ fact }) => ({ fact, reason: typedText(data[`setAside.${fact}`]) }));
  const long = reasons
    .filter(({ reason }) => reason.length > 1000)
    .map(() => 'The reason must be 1000 characters or fewer.');
  const wrong = [...nobody, ...long, ...problems];
  if (wrong.length > 0) return { ok: false, problems: wrong };
  return {
    ok: true,
    value: {
      ...narrowed(facts, chosen),
      answers: { ...withoutYes(facts.answers, chosen), ...answersFrom(details, sections) },
      setAside: reasons.filter(({ reason }) => reason !== ''),
    },
  };
};

type Chosen = readonly { readonly fact: string; readonly of: readonly string[] }[];

const narrowed = (facts: DiscussionFacts, chosen: Chosen): Omit<DiscussionFacts, 'answers' | 'setAside'> => {
  const isTicked = (fact: string) => facts.said.some((each) => each.fact === fact);
  const answered = chosen.filter(({ fact }) => !isTicked(fact));
  const ids = [...new Set(answered.flatMap(({ of }) => of))];
  return {
    said: facts.said.map((each) => {
      const found = chosen.find(({ fact }) => fact === each.fact);
      return found === undefined ? each : { ...each, of: [...found.of] };
    }),
    ofChild: Object.fromEntries(
      ids.map((childId) => [
        childId,
        Object.fromEntries(answered.filter(({ of }) => of.includes(childId)).map(({ fact }) => [fact, true])),
      ]),
    ),
  };
};

/** A yes said of some children is theirs, no longer of the whole discussion. */
const withoutYes = (answers: DiscussionFacts['answers'], chosen: Chosen): DiscussionFacts['answers'] =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !chosen.some(({ fact }) => fact === name)));

const answersFrom = (
  details: Readonly<Record<string, string>>,
  sections: readonly Section[],
): DiscussionFacts['answers'] => {
  const yesNos = sections.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'yesNo').map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(details).map(([id, value]) => [
      nameIn(id),
      yesNos.includes(id) && value !== '' ? value === 'yes' : value,
    ]),
  );
};
