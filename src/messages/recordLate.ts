/** what the service manager is told of a record past its time: with whom it is, and nothing about the child. */
import { z } from 'zod';
import { dutiesAfter, signingDuty } from '../discussion/matter/fallsDue.ts';
import { isClosed, isSettled } from '../discussion/matter/settled.ts';
import type { Decided, Discussion } from '../discussion/state/discussion.ts';
import { awaitingAuthority, recordInForce } from '../discussion/state/signing.ts';
import type { Practice } from '../practice/practice.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { writeLetter, type Letter, type LetterFile } from './file/letterFile.ts';
import { maybe, text } from './letter.ts';

/** One of the three is not null. */
const schema = z.object({ reference: text, due: text, toSign: maybe, toAuthorise: maybe, toFile: maybe });

export const recordLateFile: LetterFile = { name: 'record-late', schema };

/** Null once it is signed, and filed where the standard sets a time for that. */
export const recordLateLetter = (d: Discussion, practice: Practice): Letter | null => {
  const duty = d.stage === 'decided' && !isClosed(d) ? signingDuty(d, practice) : null;
  const waits = d.stage === 'decided' ? withWhom(d, practice) : null;
  if (duty === null || waits === null) return null;
  return writeLetter(recordLateFile, { reference: d.reference, due: formatLondon(duty.deadline), ...waits });
};

type With = Pick<z.input<typeof schema>, 'toSign' | 'toAuthorise' | 'toFile'>;

const withWhom = (d: Decided, practice: Practice): With | null => {
  const nobody = { toSign: null, toAuthorise: null, toFile: null };
  const awaiting = awaitingAuthority(d);
  if (awaiting !== null) return { ...nobody, toAuthorise: awaiting.with.name };
  if (recordInForce(d) === null) return { ...nobody, toSign: d.chair.name };
  const isToFile = dutiesAfter(d, practice).some(({ kind }) => kind === 'filingDue');
  return isToFile && !isSettled(d, practice, 'filingDue') ? { ...nobody, toFile: d.chair.name } : null;
};
