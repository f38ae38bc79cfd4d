/** From a link to what it opens: one notice, its reader, and the discussion; or nothing, without saying why. */
import type { Conduct } from '../conduct/conduct.ts';
import type { Directory } from '../directory/directory.ts';
import { actionIn, isDone } from '../discussion/state/agreedAction.ts';
import { isClosed } from '../discussion/matter/settled.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { invitationOf, addressees } from '../discussion/state/discussion.ts';
import type { Notice } from '../discussion/state/notice.ts';
import { isNamed } from '../discussion/state/namedPerson.ts';
import { personId, type Actor } from '../discussion/state/people.ts';
import { recordReader } from '../discussion/state/recordReaders.ts';
import { recordInForce } from '../discussion/state/signing.ts';
import { isAnswerable, transferAbout } from '../discussion/state/transfer.ts';
import { fingerprintOf, readToken, type Link } from '../messages/links.ts';
import type { Practice } from '../practice/practice.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Store } from '../store/store.ts';
import { unreachable } from '../practice/language/unreachable.ts';

export interface Opened {
  readonly link: Link;
  readonly notice: Notice;
  readonly discussion: Discussion;
  readonly actor: Actor;
  /** The procedure it was convened under. */
  readonly practice: Practice;
}

export interface OpeningEdges {
  readonly conduct: Pick<Conduct, 'current' | 'act' | 'practiceOf'>;
  readonly store: Pick<Store, 'notices'>;
  readonly directory: Pick<Directory, 'byId'>;
  readonly clock: () => Instant;
  readonly secret: string;
}

/** Null for a link that is not ours, has expired, was stopped, whose question has been settled, or whose reader has left. */
export const open = async (token: string, edges: OpeningEdges): Promise<Opened | null> => {
  const link = readToken(token, edges.secret);
  if (link === null || link.expiresAt < edges.clock()) return null;
  const discussion = await edges.conduct.current(link.reference);
  if (discussion === null || link.version <= discussion.telling.linksStoppedAtVersion) return null;
  const tracked = (await edges.store.notices(link.reference)).find(
    (n) => n.version === link.version && fingerprintOf(n.notice.id) === link.fingerprint,
  );
  const actor = tracked === undefined ? null : actorOf(tracked.notice, discussion);
  if (tracked === undefined || actor === null || !isStillAsked(link, discussion, actor, tracked.notice)) return null;
  if (await hasLeft(actor, edges)) return null;
  return { link, notice: tracked.notice, discussion, actor, practice: edges.conduct.practiceOf(discussion) };
};

/** In the directory no more: a letter they still have lets them into nothing. Those named for one discussion never were. */
const hasLeft = async ({ personId: id }: Actor, { directory }: OpeningEdges): Promise<boolean> =>
  !isNamed(id) && (await directory.byId(id)) === null;

/** Whoever holds the link counts as its addressee, with the least authority that lets them answer. */
const actorOf = ({ recipient }: Notice, d: Discussion): Actor | null => {
  if (recipient.to === 'referrer') {
    const { personId: id, name, agency } = d.referral.referrer;
    return { personId: id, name, role: 'referrer', agency: agency ?? '', rank: null, via: 'link' };
  }
  const person =
    recipient.to === 'person' ? addressees(d).find((p) => p.personId === personId(recipient.personId)) : undefined;
  if (person === undefined) return null;
  const { personId: id, name, role, agency } = person;
  return { personId: id, name, role, agency, rank: null, via: 'link' };
};

const isStillAsked = ({ purpose }: Link, d: Discussion, actor: Actor, notice: Notice): boolean => {
  switch (purpose) {
    case 'reply':
      return (d.stage === 'convened' || d.stage === 'inSession') && invitationOf(d, actor.personId) !== undefined;
    case 'outcome':
      return d.stage === 'decided';
    case 'chase':
      return d.stage !== 'stoodDown';
    case 'action': {
      const action = actionIn(d, notice);
      return action !== null && !isDone(action);
    }
    case 'transfer': {
      const transfer = transferAbout(d, notice);
      return transfer !== null && d.stage !== 'stoodDown' && !isClosed(d) && isAnswerable(d, transfer);
    }
    case 'record':
      return recordInForce(d) !== null && recordReader(d, actor.personId) !== null;
    default:
      return unreachable('purpose', purpose);
  }
};
