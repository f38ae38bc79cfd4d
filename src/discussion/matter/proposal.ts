/** The substitute whom a message asks about, while that is still to be answered. */
import type { Discussion } from '../state/discussion.ts';
import type { Invitation, Proposed } from '../state/invitation.ts';
import type { Notice } from '../state/notice.ts';
import { versionOf } from '../state/noticeId.ts';

type Proposing = Invitation & { readonly substitute: Proposed };

/** By the version of the commit that proposed them; null where it has been answered or withdrawn. */
export const proposedIn = (d: Discussion, version: number): Proposing | null =>
  d.invitations.filter(isProposing).find(({ substitute }) => substitute.version === version) ?? null;

const isProposing = (invitation: Invitation): invitation is Proposing => invitation.substitute?.standing === 'proposed';

/**
 * The message is owed by the commit that proposed them; or by one that handed the discussion over, and then it asks about
 * each that was still to be answered, one after the other.
 */
export const proposalIn = (d: Discussion, { id }: Notice): Proposing | null => {
  const version = versionOf(id);
  if (!d.handovers.some((handover) => handover.version === version)) return proposedIn(d, version);
  return d.invitations.filter(isProposing).find(({ substitute }) => substitute.version < version) ?? null;
};
