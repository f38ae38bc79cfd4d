import { z } from 'zod';
import { longestThatFits, plain, said, template, type Card } from './bind.ts';

const button = z.object({ title: plain, verb: plain, choice: plain });
const bind = template(
  'news',
  z.object({
    reference: plain,
    nonce: plain,
    /** The message this is, so that its reader can answer it. */
    notice: plain,
    title: said,
    lines: z.array(said),
    buttons: z.array(button),
  }),
);

export interface Button {
  readonly title: string;
  readonly verb: string;
  /** What sets this button apart from others with the same verb; blank where nothing does. */
  readonly choice: string;
}

/** A task or reminder in somebody's own chat, with what they can do about it. */
export const newsCard = (news: {
  readonly reference: string;
  readonly notice: string;
  /** Short, and the same for one message however often it is shown. */
  readonly nonce: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly Button[];
}): Card =>
  longestThatFits([news.lines.length, 20, 10], (length) => bind({ ...news, lines: shortened(news.lines, length) }));

const shortened = (lines: readonly string[], length: number): readonly string[] =>
  lines.length <= length
    ? lines
    : [...lines.slice(0, length), `${lines.length - length} more lines are not shown here. Open the discussion.`];
