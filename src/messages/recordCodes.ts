/**
 * The codes that open a record on its page. A code follows from the commit that asked for it, whom it is for and our secret,
 * so that it is kept nowhere and every instance knows it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Notice } from '../discussion/state/notice.ts';
import { referenceOf, versionOf } from '../discussion/state/noticeId.ts';
import type { PersonId } from '../discussion/state/people.ts';

interface CodeFor {
  readonly reference: string;
  /** Of the commit that asked for it. */
  readonly version: number;
  readonly who: PersonId;
}

const digits = 8;

/** Eight digits. */
export const codeFor = ({ reference, version, who }: CodeFor, secret: string): string => {
  const mac = createHmac('sha256', secret)
    .update(JSON.stringify(['record-code', reference, version, who]))
    .digest();
  return String(mac.readBigUInt64BE() % BigInt(10 ** digits)).padStart(digits, '0');
};

/** The code that a notice is to bring. */
export const codeOf = ({ id, recipient }: Notice, secret: string): string => {
  if (recipient.to !== 'person') throw new Error(`${id} brings a code to nobody`);
  return codeFor({ reference: referenceOf(id), version: versionOf(id), who: recipient.personId }, secret);
};

/** As it is read out and typed: 1234 5678. */
export const inHalves = (code: string): string => `${code.slice(0, digits / 2)} ${code.slice(digits / 2)}`;

/** Whether what somebody typed, in whatever groups, is that code. */
export const isCode = (typed: string, code: string): boolean => {
  const given = Buffer.from(typed.replaceAll(/[\s-]/g, ''));
  const own = Buffer.from(code);
  return given.length === own.length && timingSafeEqual(given, own);
};
