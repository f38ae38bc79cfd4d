import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import { childrenLine } from '../words/childWords.ts';
import { plain, said, template, type Card } from './bind.ts';
import { oneOf, required } from './form.ts';

const bind = template(
  'stand-down',
  z.object({ reference: plain, nonce: plain, child: said, because: plain, reason: plain }),
);

export const standDownCard = (
  d: Discussion,
  nonce: string,
  today: string,
  { because = '', reason = '' }: Readonly<Record<string, string>> = {},
): Card => bind({ reference: d.reference, nonce, child: childrenLine(d.children, today), because, reason });

/** C-1, C-7: two of the reasons are no reason everywhere; the rules say where. */
export const standDownForm = z.object({
  because: oneOf(['recentlyAssessed', 'caseAlreadyOpen', 'other'], 'Say what kind of reason it is.').transform(
    (kind) => (kind === 'other' ? null : kind),
  ),
  reason: required('The reason', 1000, 'Say why it is not going ahead.'),
});
