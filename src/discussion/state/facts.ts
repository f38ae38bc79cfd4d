/**
 * What has been said of a discussion, and of whom: the referral, the household, the place and the people are the
 * discussion's; injury, abuse, plans and the like are of one child or of several.
 */
import { z } from 'zod';
import type { FactName } from '../../practice/language/commonFacts.ts';

/** Which facts there are is for the standard to say: here it is a name. */
export const factNameSchema = z.custom<FactName>(
  (v) => typeof v === 'string' && /^[a-z][A-Za-z0-9]*$/.test(v),
  'not a fact',
);
const answers = z.record(z.string(), z.union([z.boolean(), z.string()]));

export const factsSchema = z.strictObject({
  said: z.array(
    z.strictObject({ fact: factNameSchema, of: z.union([z.literal('discussion'), z.array(z.string()).min(1)]) }),
  ),
  /** What the standard asks of the discussion: yes or no, times, text; by name. */
  answers,
  /** The same of one child, by its id. */
  ofChild: z.record(z.string(), answers),
  /** What would follow from what was said and does not, with the reason a manager gave. */
  setAside: z.array(z.strictObject({ fact: factNameSchema, reason: z.string() })),
});
export type DiscussionFacts = z.infer<typeof factsSchema>;
export type SaidFact = DiscussionFacts['said'][number];

export const nothingSaid: DiscussionFacts = { said: [], answers: {}, ofChild: {}, setAside: [] };

/** With these answers as well: the latest stands. */
export const answering = (facts: DiscussionFacts, more: DiscussionFacts['answers']): DiscussionFacts => ({
  ...facts,
  answers: { ...facts.answers, ...more },
});

/** With other children than before, what was said of some may be true of any: said of all, until told otherwise. */
export const saidOfEvery = (
  children: readonly { readonly childId: string }[],
  facts: DiscussionFacts,
): DiscussionFacts => ({
  ...facts,
  said: facts.said.map(({ fact, of }) => ({
    fact,
    of: of === 'discussion' ? of : children.map(({ childId }) => childId),
  })),
  ofChild: {},
});

export const saidOf = ({ said }: DiscussionFacts, childId: string): readonly FactName[] =>
  said
    .filter(({ of }) => (of === 'discussion' ? childId === 'discussion' : of.includes(childId)))
    .map(({ fact }) => fact);
