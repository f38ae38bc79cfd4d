/** What the chair is asked to say by telephone, because no message could be delivered: once to each person. */
import { z } from 'zod';
import { isMessage, type Notice, type Recipient } from '../../discussion/state/notice.ts';
import { callAbout } from '../../discussion/state/telling.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { recipientName } from '../../words/recipients.ts';
import { task } from '../families.ts';
import type { Message, MessageNotice, View } from '../kind.ts';
import { letter, maybe, text, toAll } from '../letter.ts';
import { isStillWanted } from '../wanted.ts';

/** The latest for each person of what has not been overtaken. Whoever was told the latest by telephone was told all. */
const callsToMake = (view: View): readonly MessageNotice[] => {
  const { telling } = view.d;
  const isTold = ({ id }: Notice): boolean => callAbout(telling, id) !== undefined;
  const askedFor = view.notices
    .flatMap(({ notice: { kind, ...rest } }): readonly MessageNotice[] => (isMessage(kind) ? [{ ...rest, kind }] : []))
    .filter(({ id, kind }) => telling.toTelephone.includes(id) && view.catalogue[kind].call !== null)
    .filter((notice) => isTold(notice) || isStillWanted({ ...view, notice }))
    .toSorted((a, b) => Number(a.owedAt > b.owedAt) - Number(a.owedAt < b.owedAt));
  return [...new Map(askedFor.map((notice) => [whom(notice.recipient), notice])).values()].filter((n) => !isTold(n));
};

const whom = (recipient: Recipient): string => (recipient.to === 'person' ? recipient.personId : recipient.to);

/** `before` is null where the time has passed, or none is set. */
const call = z.object({ who: text, before: maybe, what: text, rule: maybe });

const callOf = (notice: MessageNotice, view: View): readonly z.input<typeof call>[] => {
  const { recipient, deadline, rule } = notice;
  const what = view.catalogue[notice.kind].call?.({ ...view, notice });
  if (what === undefined) return [];
  const who = recipient.to === 'referrer' ? 'the referrer' : recipientName(view.d, recipient);
  return [{ who, before: deadline === null || deadline <= view.now ? null : formatLondon(deadline), what, rule }];
};

const whomToCall = letter('telephone-task', { calls: z.array(call) }, (view) => ({
  calls: callsToMake(view).flatMap((notice) => callOf(notice, view)),
}));

export const telephoneTask: Message = {
  ...task,
  wanted: (view) => callsToMake(view).length > 0,
  letter: toAll(whomToCall),
  buttons: ['told', 'openDiscussion'],
  proof: 'Request to telephone',
};
