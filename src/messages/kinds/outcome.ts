/** N-1, N-3, N-6: for the referrer, and for each agency invited that was not there. */
import { advisesReferrer } from '../../discussion/debts/oweDecision.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { asNews } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { correctedAt, decided, letter, maybe, oneOf, text, yesNo } from '../letter.ts';
import { outcomes, outcomesOf } from '../outcomeLetters.ts';
import { isToldNoOutcome, telephoneUs } from '../referrerLetters.ts';
import { isLastWord } from '../wanted.ts';

const from = { convenor: text, authority: text };
const fromOf = ({ d }: View) => ({ convenor: d.convenor.name, authority: d.authority });

/** N-5: the advice does not name what the concern was. The referrer knows, and others may read this. */
const toReferrer = letter(
  'outcome-referrer',
  { ...from, receivedAt: text, chair: text, children: outcomes, advice: yesNo, corrected: maybe },
  (view) => ({
    ...fromOf(view),
    receivedAt: formatLondon(view.d.referral.receivedAt),
    chair: view.d.chair.name,
    children: outcomesOf(decided(view), view.practice, false),
    advice: advisesReferrer(decided(view), view.practice),
    corrected: correctedAt(view.d),
  }),
);

const toPublic = letter(
  'outcome-public',
  { ...from, receivedAt: text },
  (view) => ({ ...fromOf(view), receivedAt: formatLondon(decided(view).referral.receivedAt) }),
  { buttons: ['seen'], link: false },
);

const toAgency = letter(
  'outcome-agency',
  { ...from, when: text, chair: text, children: outcomes, corrected: maybe },
  (view, reader) => ({
    ...fromOf(view),
    when: formatLondon(decided(view).decision.meetingEndedAt),
    chair: view.d.chair.name,
    children: outcomesOf(decided(view), view.practice, reader.secure),
    corrected: correctedAt(view.d),
  }),
);

const isToPublic = ({ notice, d }: View): boolean => notice.recipient.to === 'referrer' && isToldNoOutcome(d);

export const outcome: Message = {
  wanted: (view) => isToPublic(view) || isLastWord(view),
  inWriting: true,
  saysHowToJoin: false,
  letter: oneOf(
    { toReferrer, toPublic, toAgency, toMailbox: telephoneUs((view) => decided(view).chair.name) },
    (view, reader) => {
      if (view.notice.recipient.to !== 'referrer') return 'toAgency';
      if (reader.shared) return 'toMailbox';
      return isToPublic(view) ? 'toPublic' : 'toReferrer';
    },
  ),
  card: asNews,
  buttons: ['seen', 'disagree'],
  link: 'outcome',
  calendar: false,
  call: (view) => {
    if (isToPublic(view)) return 'that we have looked into it';
    return correctedAt(view.d) === null ? 'the outcome' : 'the corrected outcome';
  },
  watch: true,
  proof: 'Outcome',
};
