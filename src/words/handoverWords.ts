/** What is said of a discussion that somebody else answers for than before. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { HandedPart, Handover } from '../discussion/state/handoverEvents.ts';
import { cite } from './citation.ts';
import { sentenceCase } from './sentenceCase.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';

export const partWords: Readonly<Record<HandedPart, string>> = {
  convenor: 'convenor',
  chair: 'chair',
  socialWorker: 'lead social worker',
};

/** As a line of its own begins with it. */
export const partTitle = (part: HandedPart): string => sentenceCase(partWords[part]);

type HandoverRefusal = Extract<Refusal, { code: 'notAManager' | 'handedOn' | 'handedOverMeanwhile' | 'alreadyTheirs' }>;

export const handoverRefusal = (refusal: HandoverRefusal): string => {
  switch (refusal.code) {
    case 'notAManager':
      return `${refusal.name} cannot be the convenor: only a children’s social care manager can ${cite(refusal.rule)}. Choose somebody else.`;
    case 'handedOn':
      return `${refusal.name} is the ${partWords[refusal.part]} now. Ask them if something still has to be done.`;
    case 'handedOverMeanwhile':
      return `It has just been handed over: ${refusal.name} is the ${partWords[refusal.part]} now. Open the form again if it should be somebody else.`;
    case 'alreadyTheirs':
      return `${refusal.name} is the ${partWords[refusal.part]} already. Choose somebody else.`;
    default:
      return unreachable('refusal', refusal);
  }
};

/** `Chair: Martin Okafor in the place of Priya Shah, Tuesday 15 September 2026, 3pm`. */
export const handoverLine = ({ part, from, to, at }: Handover): string =>
  `${partTitle(part)}: ${to.name} in the place of ${from.name}, ${formatLondon(at)}`;
