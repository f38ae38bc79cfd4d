/** The buttons on a message that need no form: seen, remind me later, done. */
import { dutyKinds, type Notice } from '../../discussion/state/notice.ts';
import { versionOf } from '../../discussion/state/noticeId.ts';
import { putOffUntil } from '../../messages/buttons.ts';
import { duties } from '../../words/dutyWords.ts';
import { refusalCard } from '../answers.ts';
import type { Handler, Press } from '../edges.ts';
import { aboutMessage, carriedByMessage } from './ownMessage.ts';

export const acknowledge: Handler = (press, edges) =>
  aboutMessage(press, edges, (notice) => ({
    command: { kind: 'acknowledge', notice },
    done: 'It is recorded that you have read this.',
  }));

export const snooze: Handler = (press, edges) =>
  aboutMessage(press, edges, (notice) => ({
    command: { kind: 'snooze', notice, until: putOffUntil(carriedByMessage(press).choice ?? '', edges.clock()) },
    done: 'You will be reminded again.',
    used: ['notice.snooze'],
  }));

/** The commit that made the proposal: on a card of before, the one that owed the message. */
const proposalOn = (press: Press, { id }: Notice): number => {
  const { choice = '' } = carriedByMessage(press);
  return /^\d{1,9}$/.test(choice) ? Number(choice) : versionOf(id);
};

export const confirmSubstitute: Handler = (press, edges) =>
  aboutMessage(press, edges, (notice) => ({
    command: { kind: 'confirmSubstitute', proposal: proposalOn(press, notice) },
    done: 'They are invited.',
  }));

export const turnDownSubstitute: Handler = (press, edges) =>
  aboutMessage(press, edges, (notice) => ({
    command: { kind: 'turnDownSubstitute', proposal: proposalOn(press, notice) },
    done: 'They are not invited. Whoever named them can name somebody else, or you can invite somebody.',
  }));

/** Which action it is stands on the button; that it is theirs is asked of the record. */
export const actionDone: Handler = (press, edges) =>
  aboutMessage(press, edges, () => ({
    command: { kind: 'settleAction', action: Number(carriedByMessage(press).choice ?? ''), as: 'done', note: '' },
    done: 'It is recorded as done.',
  }));

export const reportDone: Handler = (press, edges) => {
  const duty = dutyKinds.find((kind) => kind === carriedByMessage(press).choice);
  if (duty === undefined) return Promise.resolve({ card: refusalCard({ code: 'notYourMessage' }) });
  return aboutMessage(press, edges, (notice) => ({
    command: { kind: 'reportDone', notice, duty },
    done: `It is recorded that ${duties[duty].done}.`,
  }));
};
