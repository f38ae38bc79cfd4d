/** Why an enquiry does not go through its gate yet (GT-*), and what to do about it. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import { rankWords } from '../practice/language/roles.ts';
import { ranks, type Rank } from '../practice/language/vocabulary.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { cite } from './citation.ts';

const codes = [
  'resultRecorded',
  'notReportedYet',
  'notCheckedYet',
  'reasonNeeded',
  'sameHand',
  'deciderTookPart',
  'cannotDecideResult',
] as const;
type AboutGate = Extract<Refusal, { code: (typeof codes)[number] }>;

export const isAboutGate = (refusal: Refusal): refusal is AboutGate => codes.some((code) => code === refusal.code);

export const gateRefusalWords = (refusal: AboutGate): string => {
  switch (refusal.code) {
    case 'resultRecorded':
      return `The result was recorded on ${formatLondon(refusal.at)}. Nothing more is needed.`;
    case 'notReportedYet':
      return 'Nobody has reported on this enquiry yet. Ask the social worker to do so first.';
    case 'notCheckedYet':
      return 'A manager has to check it and sign it first.';
    case 'reasonNeeded':
      return 'Give the reason.';
    case 'sameHand':
      return `You ${did[refusal.did]} this enquiry yourself, so somebody else does this ${cite(refusal.rule)}.`;
    case 'deciderTookPart':
      return `${refusal.name} has had a hand in this enquiry. Ask somebody else for the result ${cite(refusal.rule)}.`;
    case 'cannotDecideResult':
      return `${refusal.name} cannot record the result. Choose a ${rankTitle(refusal.rank)} ${cite(refusal.rule)}.`;
    default:
      return unreachable('refusal', refusal);
  }
};

const did = { reported: 'reported on', checked: 'checked' } as const;

/** A council’s own standard may name a rank that this program does not know. */
export const rankTitle = (rank: string): string =>
  ranks.some((known) => known === rank) ? rankWords(rank as Rank) : rank;
