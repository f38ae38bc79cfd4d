/** what the service manager is told of a discussion not held in time: nothing about the child or the people concerned. */
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Letter } from './file/letterFile.ts';
import { limitFile, limitLetter } from './limitLetter.ts';
import { isOpen } from './wanted.ts';

export const heldLateFile = limitFile('held-late');

/** Null once it has been decided or stood down. */
export const heldLateLetter = (d: Discussion): Letter | null => (isOpen(d) ? limitLetter(heldLateFile, d) : null);
