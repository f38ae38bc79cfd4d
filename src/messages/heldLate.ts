/** what the service manager is told of a discussion not held in time: nothing about the child or the people concerned. */
import type { Discussion } from '../discussion/state/discussion.ts';
import { minute, plusMillis, type Instant } from '../practice/time/instant.ts';
import type { Letter } from './file/letterFile.ts';
import { escalationMessage } from './escalation.ts';
import { limitFile, limitLetter } from './limitLetter.ts';
import type { MessageContent } from './message.ts';
import { isOpen } from './wanted.ts';

export const heldLateFile = limitFile('held-late');

export const heldLateLetter = (d: Discussion): Letter | null => limitLetter(heldLateFile, d);

/** `superseded` where it has been decided or stood down meanwhile; when to look again, where it cannot be read just now. */
export const heldLateFor = (d: Discussion | null, now: Instant): MessageContent | 'superseded' | Instant => {
  if (d === null) return plusMillis(now, minute);
  const written = isOpen(d) ? heldLateLetter(d) : null;
  return written === null ? 'superseded' : escalationMessage(written);
};
