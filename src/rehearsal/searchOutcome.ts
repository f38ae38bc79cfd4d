/** Reads a bot's answer to a search in a list (`application/search`). */
import { z } from 'zod';
import type { InvokeAnswer } from './invoke.ts';

const found = z.object({ title: z.string(), value: z.string() });
export type Found = z.infer<typeof found>;

/** Teams shows so many at most. */
const mostShown = 15;

const answerShape = z.object({
  type: z.literal('application/vnd.microsoft.search.searchResponse'),
  value: z.object({ results: z.array(found) }),
});

export const readSearchAnswer = (answer: InvokeAnswer): readonly Found[] => {
  const parsed = answerShape.safeParse(answer?.status === 200 ? answer.body : null);
  return parsed.success ? parsed.data.value.results.slice(0, mostShown) : [];
};
