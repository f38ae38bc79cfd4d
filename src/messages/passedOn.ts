import { openActions } from '../discussion/state/agreedAction.ts';
import { isInvited, type Discussion } from '../discussion/state/discussion.ts';
import { holderOf } from '../discussion/state/handover.ts';
import { handedParts } from '../discussion/state/handoverEvents.ts';
import { reminderKinds, type Notice } from '../discussion/state/notice.ts';
import { versionOf } from '../discussion/state/noticeId.ts';
import type { PersonId } from '../discussion/state/people.ts';
import type { View } from './kind.ts';

/**
 * Owed to somebody for what they have handed over since, and owed anew to whoever has it now: whoever put a reminder off
 * is not reminded of what is another's either. What somebody is owed in writing, and that it was handed over, stays theirs.
 */
export const isPassedOn = ({ d, notice, notices, catalogue }: View): boolean => {
  const { recipient, kind, id } = notice;
  if (recipient.to !== 'person') return false;
  if (hasLeft(d, recipient.personId)) return true;
  if (catalogue[kind].inWriting || kind === 'handedOver') return false;
  return d.handovers.some(
    ({ part, from, to, version }) =>
      from.personId === recipient.personId &&
      holderOf(d, part).personId !== from.personId &&
      (versionOf(id) < version || isReminder(notice)) &&
      notices.some((owed) => owed.version === version && owed.notice.kind === kind && isTo(owed.notice, to.personId)),
  );
};

/** In the directory no more when they were replaced, and nothing here since: nothing can be sent to them. */
const hasLeft = (d: Discussion, who: PersonId): boolean =>
  d.handovers.some((each) => each.hasLeft === true && each.from.personId === who) &&
  !isInvited(d, who) &&
  !openActions(d).some(({ owner }) => owner.personId === who) &&
  handedParts.every((part) => holderOf(d, part).personId !== who);

const isReminder = ({ kind }: Notice): boolean => reminderKinds.some((reminder) => reminder === kind);

const isTo = ({ recipient }: Notice, personId: string): boolean =>
  recipient.to === 'person' && recipient.personId === personId;
