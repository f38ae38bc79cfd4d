/** the record, once it is signed. It goes with a letter that nobody else reads; elsewhere its reader asks for it. */
import { anewWords } from '../../words/signingWords.ts';
import { asNews } from '../families.ts';
import type { Message } from '../kind.ts';
import { decided, letter, maybe, text, toAll, yesNo } from '../letter.ts';
import { isInForce } from '../wanted.ts';

/** `anew`: that it takes the place of another version, and why; why only where nobody else reads it. */
const signed = letter('signed-record', { chair: text, enclosed: yesNo, anew: maybe }, (view, reader) => {
  const d = decided(view);
  return {
    chair: d.chair.name,
    enclosed: !reader.inTeams && reader.secure,
    anew: anewWords(d, reader.secure),
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
