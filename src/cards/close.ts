/** A discussion is closed where nothing remains; otherwise the card says what does, with whom and by when. */
import { z } from 'zod';
import type { Remaining } from '../discussion/matter/remaining.ts';
import { remainingLine } from '../words/closingWords.ts';
import { longestThatFits, plain, said, template, type Card } from './bind.ts';
import { optional, required } from './form.ts';

const bind = template(
  'close',
  z.object({
    reference: plain,
    nonce: plain,
    standing: plain,
    remains: z.array(said),
    /** Something remains, and whoever opened this may leave it. */
    asksReason: z.boolean(),
    reason: plain,
    /** The title of the button; none for whoever may not. */
    send: z.array(plain),
    /** The same of a further discussion that is due. */
    callOff: z.array(plain),
  }),
);

export const closeCard = (
  reference: string,
  { remains, mayLeave }: { readonly remains: readonly Remaining[]; readonly mayLeave: boolean },
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card =>
  longestThatFits([remains.length, 30, 10], (length) =>
    bind({
      reference,
      nonce,
      standing: remains.length === 0 ? 'Nothing remains.' : 'This remains:',
      remains: linesOf(remains, length),
      asksReason: mayLeave && remains.length > 0,
      reason: typed['reason'] ?? '',
      send: remains.length === 0 ? ['Close it'] : mayLeave ? ['Close it all the same'] : [],
      callOff: remains.some(({ of }) => furtherDiscussions.includes(of)) ? ['Call off the further discussion'] : [],
    }),
  );

const furtherDiscussions: readonly string[] = ['nextDiscussionDue', 'furtherDiscussionDue'];

const linesOf = (remains: readonly Remaining[], length: number): readonly string[] => {
  const lines = remains.slice(0, length).map(remainingLine);
  return remains.length > length ? [...lines, `And ${remains.length - length} more.`] : lines;
};

export const closeForm = z.object({ reason: optional('The reason', 1000) });

const bindCallOff = template('call-off', z.object({ reference: plain, nonce: plain, reason: plain }));

export const callOffCard = (reference: string, nonce: string, typed: Readonly<Record<string, string>> = {}): Card =>
  bindCallOff({ reference, nonce, reason: typed['reason'] ?? '' });

export const callOffForm = z.object({ reason: required('The reason', 1000, 'Give the reason.') });
