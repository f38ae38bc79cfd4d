/** What the service manager is told, before a deadline and after it. */
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { NoticeId, TrackedNotice } from '../../discussion/state/notice.ts';
import { hour, plusMillis } from '../../practice/time/instant.ts';
import { escalationFile, escalationLetter } from '../escalation.ts';
import type { Practice } from '../../practice/practice.ts';
import { decisionLateFile, decisionLateLetter } from '../decisionLate.ts';
import { enquiryLateFile, enquiryLateLetter } from '../enquiryLate.ts';
import { standstillFile, standstillLetter } from '../standstill.ts';
import type { Letter } from '../file/letterFile.ts';
import { recordLateFile, recordLateLetter } from '../recordLate.ts';
import { heldLateFile, heldLateLetter } from '../heldLate.ts';
import { convenedAt } from './madeUp.ts';
import { stories } from './stories.ts';
import type { Sample } from './samples.ts';

const deadline = plusMillis(convenedAt, 4 * hour);

const undelivered: TrackedNotice = {
  reference: 'SD-EXAMPLE',
  version: 1,
  notice: {
    id: 'SD-EXAMPLE/1/outcome/referrer' as NoticeId,
    kind: 'outcome',
    recipient: { to: 'referrer' },
    rule: 'N-1',
    owedAt: convenedAt,
    deadline,
  },
  delivery: { status: 'telephone', since: convenedAt, attempts: [] },
};

/** Empty where the standard gives no figure, so that nothing is held late. */
export const heldLateSamples = (practice: Practice): readonly Sample[] =>
  ofFirst(practice, heldLateFile.name, heldLateLetter);

/** The same where it was held in time, and nothing is decided. */
export const decisionLateSamples = (practice: Practice): readonly Sample[] =>
  ofFirst(practice, decisionLateFile.name, decisionLateLetter);

const ofFirst = (practice: Practice, file: string, write: (d: Discussion) => Letter | null): readonly Sample[] => {
  const [first] = stories(practice)[0] ?? [];
  const letter = first === undefined ? null : write(first.d);
  return letter === null ? [] : [{ file, readers: ['by the service manager'], letter, buttons: [], link: null }];
};

/** GT-5: wherever an enquiry may stop. Empty under a standard without a gate. */
export const enquiryLateSamples = (practice: Practice): readonly Sample[] =>
  wherever(practice, enquiryLateFile.name, enquiryLateLetter);

/** wherever a record may stop. Empty under a standard that sets no time for it. */
export const recordLateSamples = (practice: Practice): readonly Sample[] =>
  wherever(practice, recordLateFile.name, recordLateLetter);

const wherever = (
  practice: Practice,
  file: string,
  write: (d: Discussion, practice: Practice) => Letter | null,
): readonly Sample[] => {
  const letters = (stories(practice)[0] ?? []).flatMap(({ d }) => write(d, practice) ?? []);
  const distinct = [...new Map(letters.map((letter) => [JSON.stringify(letter), letter])).values()];
  return distinct.map((letter) => ({ file, readers: ['by the service manager'], letter, buttons: [], link: null }));
};

export const standstillSamples = (): readonly Sample[] => [
  {
    file: standstillFile.name,
    readers: ['by the service manager'],
    letter: standstillLetter(convenedAt),
    buttons: [],
    link: null,
  },
];

export const escalationSamples = (): readonly Sample[] =>
  [
    { late: 0, now: convenedAt },
    { late: 1, now: deadline },
  ].map((when) => ({
    file: escalationFile.name,
    readers: ['by the service manager'],
    letter: escalationLetter('SD-EXAMPLE', deadline, { open: [undelivered], ...when }),
    buttons: [],
    link: null,
  }));
