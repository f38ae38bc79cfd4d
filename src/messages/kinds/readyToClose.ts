import { remainingIn, unsentIn } from '../../discussion/matter/remaining.ts';
import { versionOf } from '../../discussion/state/noticeId.ts';
import { reminder } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, toAll } from '../letter.ts';

/** Nothing remains, and everybody who is owed the outcome or the record has it. */
const isReady = ({ d, practice, notices }: View): boolean =>
  d.stage === 'decided' && d.closed === null && remainingIn(d, practice, unsentIn(d, notices)).length === 0;

/** What was done last has been undone, and done again: said once. */
const isNewest = ({ notice, notices }: View): boolean =>
  !notices.some(({ notice: { kind }, version }) => kind === notice.kind && version > versionOf(notice.id));

export const readyToClose: Message = {
  ...reminder,
  wanted: (view) => isNewest(view) && isReady(view),
  letter: toAll(letter('ready-to-close', {}, () => ({}))),
  buttons: ['close', 'openDiscussion', 'tomorrow'],
  proof: 'Reminder to close',
};
