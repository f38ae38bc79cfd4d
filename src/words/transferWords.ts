/** Who is responsible for a child who lives elsewhere (H-3): as cards, letters and the record say it. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import { livingElsewhere, transferRule } from '../discussion/matter/responsibility.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import {
  acceptanceOf,
  isInWriting,
  standingOf,
  transferOf,
  type Transfer,
  type TransferAnswer,
} from '../discussion/state/transfer.ts';
import type { Practice } from '../practice/practice.ts';
import { formatDate, formatLondon, londonDate } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { cite } from './citation.ts';
import { nameAndAgency } from './whoTheyAre.ts';

const codes = ['takenOverAlready', 'noSuchTransfer', 'ownCouncil', 'noCouncil'] as const;
type AboutTransfer = Extract<Refusal, { code: (typeof codes)[number] }>;

export const isAboutTransfer = (refusal: Refusal): refusal is AboutTransfer =>
  codes.some((code) => code === refusal.code);

export const transferRefusalWords = (refusal: AboutTransfer): string => {
  switch (refusal.code) {
    case 'takenOverAlready':
      return 'The home authority has accepted responsibility in writing. Nothing more is needed.';
    case 'noSuchTransfer':
      return 'This is not asked of you any more: somebody else has been asked since. Ask the chair if you are not sure.';
    case 'ownCouncil':
      return `${refusal.name} is of this council. Choose somebody of the home authority.`;
    case 'noCouncil':
      return `${refusal.name}, ${refusal.agency}, is not of a council. Only the council where the child lives can take responsibility.`;
    default:
      return unreachable('refusal', refusal);
  }
};

/** One line for each child who lives elsewhere, or for one of them; nothing under a standard without a rule on it. */
export const responsibleLines = (d: Discussion, practice: Practice, only: string | null = null): readonly string[] =>
  livingElsewhere(d, practice)
    .filter(({ childId }) => only === null || childId === only)
    .map(({ childId }) => {
      const whose = d.children.length === 1 ? '' : `Child ${childId}: `;
      return `${whose}${responsibleWords(d, childId, practice)}`;
    });

const responsibleWords = (d: Discussion, childId: string, practice: Practice): string => {
  const transfer = transferOf(d, childId);
  const rule = transferRule(d, practice);
  const stays = `${d.authority}, until the home authority accepts in writing${rule === null ? '' : ` ${cite(rule)}`}`;
  return transfer === null ? `${stays}. It has not been asked.` : standsWith(transfer, stays);
};

const standsWith = (transfer: Transfer, stays: string): string => {
  const { of, at, answers } = transfer;
  const last = answers.at(-1);
  switch (standingOf(transfer)) {
    case 'asked':
      return `${stays}. ${of.name}, ${of.agency}, was asked on ${formatDate(londonDate(at))} and has not answered.`;
    case 'promised':
      return `${stays}. ${of.agency} has accepted by telephone. Its word in writing is still to come.`;
    case 'refused':
      return `${stays}. ${of.agency} refused on ${last === undefined ? '' : answeredOn(last)}.`;
    case 'accepted': {
      const acceptance = acceptanceOf(transfer);
      return `${of.agency}, which accepted it in writing on ${acceptance === null ? '' : answeredOn(acceptance)}.`;
    }
  }
};

/** The day it bears, or was given. */
const answeredOn = ({ entered, at }: TransferAnswer): string => formatDate(entered?.on ?? londonDate(at));

const ways = { letter: 'by letter', email: 'by e-mail', telephone: 'by telephone' } as const;

/** Who gave an answer, how and when, and who entered it where another did. */
export const answeredBy = (d: Discussion, { of }: Transfer, { entered, at, by }: TransferAnswer): string =>
  entered === null
    ? `${of.name}, ${of.agency}, in writing, ${formatLondon(at)}`
    : `${entered.from}, ${of.agency}, ${ways[entered.how]}, ${formatDate(entered.on)}. Entered by ${nameAndAgency(d, by)}, ${formatLondon(at)}`;

/** Who was asked, by whom and when. */
export const askedWords = (d: Discussion, { of, at, by }: Transfer): string =>
  `${of.name}, ${of.agency}, ${formatLondon(at)}, by ${nameAndAgency(d, by)}`;

export const acceptsWords = (answer: Pick<TransferAnswer, 'accepts' | 'entered'>): string => {
  if (!answer.accepts) return 'Refuses responsibility';
  return isInWriting(answer) ? 'Accepts responsibility' : 'Says that it accepts responsibility';
};
