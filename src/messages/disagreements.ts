/** Who disagrees with the outcome or has heard nothing, as the letters to the chair are given it. */
import { z } from 'zod';
import { everKnown, type Discussion } from '../discussion/state/discussion.ts';
import type { Voice } from '../discussion/state/telling.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import type { View } from './kind.ts';
import { maybe, text } from './letter.ts';

/** `words` are what they wrote; null where others might read it. */
export const voices = z.array(z.object({ who: text, at: text, words: maybe }));

export const voicesOf = ({ d }: View, kind: Voice['kind'], secure: boolean): z.input<typeof voices> =>
  d.telling.voices
    .filter((said) => said.kind === kind)
    .map((said) => ({ who: whoIs(d, said), at: formatLondon(said.at), words: secure ? said.text : null }));

const whoIs = (d: Discussion, { by }: Voice): string =>
  d.referral.referrer.personId === by
    ? 'The referrer'
    : (everKnown(d).find((p) => p.personId === by)?.name ?? 'Somebody invited');
