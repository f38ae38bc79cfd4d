/** The substitute whom a message asks about, while that is still to be answered. */
import type { Discussion } from '../state/discussion.ts';
import type { Invitation, Proposed } from '../state/invitation.ts';
import type { Notice } from '../state/notice.ts';
import { versionOf } from '../state/noticeId.ts';

type Proposing = Invitation & { readonly substitute: Proposed };

/** By the version of the commit that proposed them; null where it has been answered or withdrawn. */
export const proposedIn = (d: Discussion, version: number): Proposing | null =>
  d.invitations.find(
    (invitation): invitation is Proposing =>
      invitation.substitute?.standing === 'proposed' && invitation.substitute.version === version,
  ) ?? null;

/** The message is owed by the commit that proposed them. */
export const proposalIn = (d: Discussion, notice: Notice): Proposing | null => proposedIn(d, versionOf(notice.id));
