/** The sign-off of the record: to the chair who signs it, and to whoever authorises it. */
import { signingDuty } from '../../discussion/matter/fallsDue.ts';
import { awaitingAuthority, isToSign, lastSigning, signingsOf } from '../../discussion/state/signing.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { ruleInFull } from '../../words/ruleWords.ts';
import { reminder, task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { decided, letter, maybe, text, toAll, yesNo } from '../letter.ts';

const dueWords = (view: View): string | null => {
  const due = signingDuty(decided(view), view.practice)?.deadline;
  return due === undefined ? null : formatLondon(due);
};

const ruleOf = ({ d, practice, notice }: View): string | null => ruleInFull(d, practice, notice.rule);

/** `again`: it was signed before, and put right since. */
const toSign = letter('record-to-sign', { again: yesNo, rule: maybe, due: maybe }, (view) => ({
  again: signingsOf(view.d).length > 0,
  rule: ruleOf(view),
  due: dueWords(view),
}));

export const recordToSign: Message = {
  ...task,
  wanted: ({ d }) => isToSign(d),
  letter: toAll(toSign),
  buttons: ['signRecord', 'openDiscussion'],
  proof: 'The record to sign',
};

const toAuthorise = letter('record-to-authorise', { by: text, rule: maybe, due: maybe }, (view) => ({
  by: awaitingAuthority(view.d)?.by.name ?? '',
  rule: ruleOf(view),
  due: dueWords(view),
}));

/** It is with whoever this is to. */
const isWithReader = ({ d, notice: { recipient } }: View): boolean =>
  recipient.to === 'person' && awaitingAuthority(d)?.with.personId === recipient.personId;

export const recordToAuthorise: Message = {
  ...task,
  wanted: isWithReader,
  letter: toAll(toAuthorise),
  buttons: ['authoriseRecord', 'openDiscussion'],
  proof: 'The record to authorise',
};

export const authorisationDue: Message = {
  ...reminder,
  wanted: isWithReader,
  letter: toAll(toAuthorise),
  buttons: ['authoriseRecord', 'openDiscussion'],
  proof: 'Reminder to authorise the record',
};

const sentBack = letter('record-sent-back', { by: text, reason: maybe }, ({ d }, { secure }) => {
  const authorisation = lastSigning(d)?.authorisation;
  return authorisation?.is === 'refused'
    ? { by: authorisation.by.name, reason: secure ? authorisation.reason : null }
    : { by: '', reason: null };
});

export const recordSentBack: Message = {
  ...task,
  wanted: ({ d }) => isToSign(d) && lastSigning(d)?.authorisation.is === 'refused',
  letter: toAll(sentBack),
  buttons: ['signRecord', 'openDiscussion'],
  proof: 'The record to sign again',
};
