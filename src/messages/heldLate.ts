/** what the service manager is told of a discussion not held in time: nothing about the child or the people concerned. */
import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { minute, plusMillis, type Instant } from '../practice/time/instant.ts';
import { writeLetter, type Letter, type LetterFile } from './file/letterFile.ts';
import { escalationMessage } from './escalation.ts';
import { text } from './letter.ts';
import type { MessageContent } from './message.ts';
import { isOpen } from './wanted.ts';

const schema = z.object({ reference: text, due: text, rule: text, when: text, convenor: text, chair: text });

export const heldLateFile: LetterFile = { name: 'held-late', schema };

/** Null where no figure is given, so that it cannot be late. */
export const heldLateLetter = ({ reference, deadline, meeting, convenor, chair }: Discussion): Letter | null => {
  if (deadline.dueAt === null) return null;
  const data: z.input<typeof schema> = {
    reference,
    due: formatLondon(deadline.dueAt),
    rule: deadline.rule,
    when: formatLondon(meeting.startsAt),
    convenor: convenor.name,
    chair: chair.name,
  };
  return writeLetter(heldLateFile, data);
};

/** `superseded` where it has been decided or stood down meanwhile; when to look again, where it cannot be read just now. */
export const heldLateFor = (d: Discussion | null, now: Instant): MessageContent | 'superseded' | Instant => {
  if (d === null) return plusMillis(now, minute);
  const written = isOpen(d) ? heldLateLetter(d) : null;
  return written === null ? 'superseded' : escalationMessage(written);
};
