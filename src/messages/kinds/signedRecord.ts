/**
 * the record, once it is signed. It goes with a letter that nobody else reads; in Teams its reader asks for it;
 * elsewhere a page has it for those whom the chair lets read it there.
 */
import { recordReader } from '../../discussion/state/recordReaders.ts';
import { anewWords } from '../../words/signingWords.ts';
import { asNews } from '../families.ts';
import type { Message, Reader, View } from '../kind.ts';
import { decided, letter, maybe, oneOf, text, yesNo } from '../letter.ts';
import { isInForce } from '../wanted.ts';

/** `anew`: that it takes the place of another version, and why; why only where nobody else reads it. */
const signed = letter(
  'signed-record',
  { chair: text, enclosed: yesNo, anew: maybe },
  (view, reader) => {
    const d = decided(view);
    return {
      chair: d.chair.name,
      enclosed: !reader.inTeams && reader.secure,
      anew: anewWords(d, reader.secure),
    };
  },
  { buttons: null, link: false },
);

const onPage = letter('signed-record-page', { anew: maybe }, (view) => ({ anew: anewWords(decided(view), false) }));

const readsOnPage = ({ d, notice: { recipient } }: View, { inTeams, secure, shared }: Reader): boolean =>
  !inTeams && !secure && !shared && recipient.to === 'person' && recordReader(d, recipient.personId) !== null;

export const signedRecord: Message = {
  wanted: isInForce,
  inWriting: true,
  saysHowToJoin: false,
  letter: oneOf({ signed, onPage }, (view, reader) => (readsOnPage(view, reader) ? 'onPage' : 'signed')),
  card: asNews,
  buttons: ['getRecord', 'seen'],
  link: 'record',
  calendar: false,
  call: () => 'that the record is signed, and how they can have it',
  watch: true,
  proof: 'The signed record',
  encloses: 'record',
};
