/** A discussion as its signed record has it: what came later is not in what was signed. */
import type { Commit } from '../discussion/state/commit.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { recordInForce } from '../discussion/state/signing.ts';
import { fold } from './fold.ts';

/** As it stands where no signature is in force; null for an empty stream. */
export const asSigned = (commits: readonly Commit[]): Discussion | null => {
  const now = fold(commits);
  if (now?.stage !== 'decided') return now;
  const inForce = recordInForce(now);
  if (inForce === null) return now;
  const then = fold(commits.slice(0, inForce.signedIn));
  // Who authorised it came after it was signed.
  return then?.stage === 'decided' ? { ...then, signings: now.signings } : now;
};
