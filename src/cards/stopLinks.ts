import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import { childrenLine } from '../words/childWords.ts';
import { plain, said, template, type Card } from './bind.ts';

const bind = template('stop-links', z.object({ reference: plain, nonce: plain, child: said }));

/** Whoever stops the reply links is asked once: it cannot be taken back. `today` is a date in London. */
export const stopLinksCard = ({ reference, children }: Discussion, nonce: string, today: string): Card =>
  bind({ reference, nonce, child: childrenLine(children, today) });
