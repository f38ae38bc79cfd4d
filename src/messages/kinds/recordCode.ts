/** The code that opens the record on its page, to the address of whoever may read it there. It works once, for minutes. */
import { codeInForce, codeMinutes, recordReader } from '../../discussion/state/recordReaders.ts';
import { versionOf } from '../../discussion/state/noticeId.ts';
import { asNews } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';

/** Neither used, nor run out, nor followed by another. */
const isInForce = ({ d, now, notice: { id, recipient } }: View): boolean => {
  const reader = recipient.to === 'person' ? recordReader(d, recipient.personId) : null;
  return reader !== null && codeInForce(reader, now)?.version === versionOf(id);
};

export const recordCode: Message = {
  wanted: isInForce,
  inWriting: true,
  saysHowToJoin: false,
  letter: toAll(letter('record-code', { minutes: text }, () => ({ minutes: String(codeMinutes) }))),
  card: asNews,
  buttons: ['getRecord'],
  link: null,
  calendar: false,
  call: null,
  watch: false,
  proof: 'A code for the record',
  carries: 'code',
};
