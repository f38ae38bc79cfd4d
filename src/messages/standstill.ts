/** What the service manager is told while nothing at all can be sent: the one message that is owed nowhere, for it cannot be. */
import { z } from 'zod';
import { mailPage } from '../documents/mailPage.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import { writeLetter, type Letter, type LetterFile } from './file/letterFile.ts';
import { text } from './letter.ts';
import type { MailContent } from './message.ts';

export const standstillFile: LetterFile = { name: 'standstill', schema: z.object({ since: text }) };

export const standstillLetter = (since: Instant): Letter => writeLetter(standstillFile, { since: formatLondon(since) });

export const standstillMail = (since: Instant): MailContent => {
  const { subject, heading, lines } = standstillLetter(since);
  return { subject, ...mailPage({ heading, lines, link: null }), calendar: null };
};
