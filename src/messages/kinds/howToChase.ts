/** N-4: a professional who made the referral and is not invited learns how to ask, and nothing else. */
import { ruleInFull } from '../../words/ruleWords.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { asNews } from '../families.ts';
import type { Message } from '../kind.ts';
import { letter, maybe, oneOf, text } from '../letter.ts';
import { telephoneUs } from '../referrerLetters.ts';

const toReferrer = letter(
  'how-to-chase',
  { receivedAt: text, convenor: text, authority: text, rule: maybe },
  ({ d, practice, notice: { rule } }) => ({
    receivedAt: formatLondon(d.referral.receivedAt),
    convenor: d.convenor.name,
    authority: d.authority,
    rule: ruleInFull(d, practice, rule),
  }),
);

export const howToChase: Message = {
  wanted: ({ d }) => d.stage !== 'stoodDown',
  inWriting: false,
  saysHowToJoin: false,
  letter: oneOf({ toReferrer, toMailbox: telephoneUs(({ d }) => d.convenor.name) }, (_, reader) =>
    reader.shared ? 'toMailbox' : 'toReferrer',
  ),
  card: asNews,
  buttons: ['heardNothing'],
  link: 'chase',
  calendar: false,
  call: () => 'that their referral has come in, and how to ask about it',
  watch: true,
  proof: 'How to ask about the outcome',
};
