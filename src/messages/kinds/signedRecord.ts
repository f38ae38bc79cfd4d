/** the record, once it is signed. It goes with a letter that nobody else reads; elsewhere its reader asks for it. */
import { lastSigning } from '../../discussion/state/signing.ts';
import { asNews } from '../families.ts';
import type { Message } from '../kind.ts';
import { decided, letter, maybe, text, toAll, yesNo } from '../letter.ts';
import { isInForce } from '../wanted.ts';

/** `earlier`: the version that this one takes the place of. */
const signed = letter('signed-record', { chair: text, enclosed: yesNo, earlier: maybe }, (view, reader) => {
  const d = decided(view);
  const number = lastSigning(d)?.number ?? 1;
  return {
    chair: d.chair.name,
    enclosed: !reader.inTeams && reader.secure,
    earlier: number === 1 ? null : String(number - 1),
  };
});

export const signedRecord: Message = {
  wanted: isInForce,
  inWriting: true,
  saysHowToJoin: false,
  letter: toAll(signed),
  card: asNews,
  buttons: ['getRecord', 'seen'],
  link: null,
  calendar: false,
  call: () => 'that the record is signed, and how they can have it',
  watch: true,
  proof: 'The signed record',
  encloses: 'record',
};
