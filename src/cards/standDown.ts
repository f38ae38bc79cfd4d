import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import { childrenLine } from '../words/childWords.ts';
import { plain, said, template, type Card } from './bind.ts';
import { required } from './form.ts';

const bind = template('stand-down', z.object({ reference: plain, nonce: plain, child: said, reason: plain }));

export const standDownCard = (d: Discussion, nonce: string, today: string, reason = ''): Card =>
  bind({ reference: d.reference, nonce, child: childrenLine(d.children, today), reason });

export const standDownForm = z.object({
  reason: required('The reason', 1000, 'Say why it is not going ahead.'),
});
