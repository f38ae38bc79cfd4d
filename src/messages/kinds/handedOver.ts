/** That somebody else answers for a discussion now: to them, to whoever did, and to those who lead it. */
import { formatLondon } from '../../practice/time/calendar.ts';
import { versionOf } from '../../discussion/state/noticeId.ts';
import { partWords } from '../../words/handoverWords.ts';
import { whereWords } from '../../words/whereWords.ts';
import { task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, maybe, oneOf, text, yesNo } from '../letter.ts';
import { always, isOpen } from '../wanted.ts';

const shape = {
  part: text,
  from: text,
  to: text,
  /** Whoever had it is in the directory no more. */
  hasLeft: yesNo,
  /** Null where none was given, or where others might read it. */
  reason: maybe,
};

/** The commit that handed it over owes it. */
const handoverOf = ({ d, notice: { id } }: View) => {
  const found = d.handovers.find(({ version }) => version === versionOf(id));
  if (found === undefined) throw new Error(`${id} is about a handover that ${d.reference} does not have`);
  return found;
};

const dataOf = (view: View, isSecure: boolean) => {
  const { part, from, to, reason, hasLeft = false } = handoverOf(view);
  return {
    part: partWords[part],
    from: from.name,
    to: to.name,
    hasLeft,
    reason: isSecure && reason !== '' ? reason : null,
  };
};

const toHolder = letter('handed-over', { ...shape, when: maybe, where: text }, (view, reader) => {
  const { d, now } = view;
  const isAhead = isOpen(d) && d.meeting.startsAt > now;
  return {
    ...dataOf(view, reader.secure),
    when: isAhead ? formatLondon(d.meeting.startsAt) : null,
    where: whereWords(d),
  };
});

const toOthers = letter('handed-over-others', shape, (view, reader) => dataOf(view, reader.secure), {
  buttons: ['seen'],
  link: true,
});

const isToHolder = (view: View): boolean =>
  view.notice.recipient.to === 'person' && view.notice.recipient.personId === handoverOf(view).to.personId;

export const handedOver: Message = {
  ...task,
  wanted: always,
  letter: oneOf({ toHolder, toOthers }, (view) => (isToHolder(view) ? 'toHolder' : 'toOthers')),
  buttons: ['seen', 'openDiscussion'],
  proof: 'That it was handed over',
};
