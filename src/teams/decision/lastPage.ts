/** What the last page of a decision, or of a correction, carries and brings back. */
import { z } from 'zod';
import { seen } from '../../cards/decisionCheck.ts';
import { typedText } from '../../cards/form.ts';
import type { DecidingDraft } from '../../conduct/drafts.ts';
import type { Seen } from '../../discussion/state/seen.ts';
import type { Press } from '../edges.ts';
import { carriedBy } from '../press.ts';

const carried = z.object({ seen: seen.optional() });

/** What there was to look at; a page that an older program sent does not say. */
export const seenOn = (press: Press): { readonly seen?: Seen } => {
  const { seen: counted } = carriedBy(carried, press);
  return counted === undefined ? {} : { seen: counted };
};

/** Why it is corrected, as far as that is written. */
export const withReason = (press: Press, body: DecidingDraft): DecidingDraft =>
  body.correcting === null
    ? body
    : { ...body, correcting: { ...body.correcting, reason: typedText(press.data['reason']) } };
