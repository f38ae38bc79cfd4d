/** what the service manager is told of a discussion and its limit: nothing about the child or the people concerned. */
import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { writeLetter, type Letter, type LetterFile } from './file/letterFile.ts';
import { text } from './letter.ts';

const schema = z.object({ reference: text, due: text, rule: text, when: text, convenor: text, chair: text });

export const limitFile = (name: string): LetterFile => ({ name, schema });

/** Null where no figure is given, so that nothing can be late. */
export const limitLetter = (
  file: LetterFile,
  { reference, deadline, meeting, convenor, chair }: Discussion,
): Letter | null => {
  if (deadline.dueAt === null) return null;
  const data: z.input<typeof schema> = {
    reference,
    due: formatLondon(deadline.dueAt),
    rule: deadline.rule,
    when: formatLondon(meeting.startsAt),
    convenor: convenor.name,
    chair: chair.name,
  };
  return writeLetter(file, data);
};
