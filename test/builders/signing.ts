/** The record of a decided discussion, signed and authorised. */
import { generateKeyPairSync } from 'node:crypto';
import type { CommandOf } from '../../src/discussion/commands/command.ts';
import type { Seal } from '../../src/discussion/state/signingEvents.ts';
import { sealerWith } from '../../src/store/seal.ts';
import { professional } from './people.ts';

/** With a key that is forgotten. */
export const sealWith = sealerWith(generateKeyPairSync('ed25519').privateKey);

/** The core takes any: whether it is genuine is for whoever has the public key. */
const seal: Seal = { head: 'head', key: 'key', signature: 'signature' };

export const unitManager = professional('unit-manager', 'socialWorkManager', { rank: 'socialWorkUnitManager' });

export const signRecord = (over: Partial<CommandOf<'signRecord'>> = {}): CommandOf<'signRecord'> => ({
  kind: 'signRecord',
  answers: { holds: {}, signOff: {} },
  statement: 'I have read it.',
  authoriser: null,
  basedOn: 1_000,
  seal,
  ...over,
});

/** On the standard form, with somebody asked to authorise it. */
export const signedForm = (over: Partial<CommandOf<'signRecord'>> = {}): CommandOf<'signRecord'> =>
  signRecord({ answers: { holds: {}, signOff: { standardForm: 'yes' } }, authoriser: unitManager, ...over });

/** Into the child’s file. */
export const fileRecord: CommandOf<'recordFiling'> = { kind: 'recordFiling', step: 'filed', where: '' };

export const authoriseRecord = (number = 1): CommandOf<'authoriseRecord'> => ({
  kind: 'authoriseRecord',
  number,
  statement: 'I authorise it.',
  seal,
});
