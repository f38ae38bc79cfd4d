/** the record is put into the child’s file, and the chair signs that off. What is filed has been signed. */
import type { Decided } from '../state/discussion.ts';
import { filedSince } from '../state/filing.ts';
import { recordInForce } from '../state/signing.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Ruling } from './ruling.ts';

export const recordFiling = (state: Decided, { step, where }: CommandOf<'recordFiling'>): Ruling =>
  step === 'filed' && recordInForce(state) === null
    ? refused({ code: 'recordNotSigned' })
    : accepted({ type: 'filingRecorded', step, where });

export const signOffFiling = (state: Decided, { where }: CommandOf<'signOffFiling'>): Ruling => {
  const record = recordInForce(state);
  if (record === null) return refused({ code: 'recordNotSigned' });
  return filedSince(state, 'filed', record.signedIn) === null
    ? refused({ code: 'notFiledYet' })
    : accepted({ type: 'filingRecorded', step: 'signedOff', where });
};
