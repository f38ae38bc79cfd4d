/**
 * How facts were said before each could be said of a child: in three lists, of all children together. Read where old
 * commits and half-filled forms are.
 */
import { z } from 'zod';
import { commonFacts, isCommonFact, type FactName } from '../../practice/language/commonFacts.ts';
import type { DiscussionFacts } from './facts.ts';

const names = z.array(z.string());
const answers = z.record(z.string(), z.union([z.boolean(), z.string()]));

export const listedFactsSchema = z.strictObject({
  circumstances: names,
  concerns: names,
  complexReasons: names,
  answers,
});

/** Each is said of all children, or of the discussion where it is about that. */
export const saidOfAll = (listed: z.infer<typeof listedFactsSchema>, childIds: readonly string[]): DiscussionFacts => {
  const all = [...new Set([...listed.circumstances, ...listed.concerns, ...listed.complexReasons])];
  return {
    said: all.map((name) => ({
      fact: name as FactName,
      of: isOfDiscussion(name) || childIds.length === 0 ? 'discussion' : [...childIds],
    })),
    answers: listed.answers,
    ofChild: {},
    setAside: [],
  };
};

const isOfDiscussion = (name: string): boolean => isCommonFact(name) && commonFacts[name].of === 'discussion';
