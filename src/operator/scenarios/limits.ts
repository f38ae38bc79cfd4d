/** How late the next discussion may be, as the bot would have it: convened or refused, decided or refused (DL-8 to DL-10). */
import type { AfterMeeting } from '../../practice/answers/afterMeeting.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { heldOnce } from './history.ts';
import { convenedAt, followsAfter, heldAndDecided } from './holding.ts';
import type { Told } from './told.ts';

type Limits = Pick<AfterMeeting, 'latestNextAt' | 'concludeBy'>;

/** Undefined where nothing is proposed, or no limit is set. */
export const isNextAllowed = (told: Told, given: CaseFile, limits: Limits): boolean | undefined => {
  const { proposedNextAt, meetingType, cases = [] } = given;
  if (!proposedNextAt || (limits.latestNextAt === undefined && limits.concludeBy === undefined)) return undefined;
  const follows = followsAfter(given.previousDiscussionAt ? told : metMeanwhile(told, given, proposedNextAt, limits));
  const at = follows?.discussions.at(-1)?.at ?? proposedNextAt;
  const extensions = cases.length === 0 ? [{}] : cases;
  return extensions.some((extension) => {
    const next = convenedAt(told.practice, { meetingType }, at, { follows, startsAt: proposedNextAt, extension });
    return next.refusal?.code !== 'meetingTooLate';
  });
};

/** Of a chain whose first discussion alone is given, the last one is no longer ago than it may be (DL-8). */
const metMeanwhile = (
  told: Told,
  { meetingType }: CaseFile,
  proposedAt: Instant,
  { concludeBy = proposedAt }: Limits,
): Told => {
  const follows = followsAfter(told);
  const [last] = [proposedAt, concludeBy].toSorted();
  return heldAndDecided(told.practice, { meetingType }, heldOnce(last ?? proposedAt), { follows });
};

/** Whether it can no longer be decided `now`, or not with what is said of each of the cases. */
export const isLate = (
  told: Told,
  { now, cases = [], meetingType }: CaseFile,
  { concludeBy }: Limits,
): boolean | readonly boolean[] | undefined => {
  if (!now || concludeBy === undefined) return undefined;
  const follows = followsAfter(told);
  const held = { ...heldOnce(now), startsAt: now };
  const isRefused = (extension: Readonly<Record<string, unknown>>): boolean =>
    heldAndDecided(told.practice, { meetingType, further: { extension } }, held, { follows }).refusal !== null;
  return cases.length === 0 ? isRefused({}) : cases.map(isRefused);
};
