/**
 * What a standard bars, by the command it stops: each with its rule, the child it is about, and whether a recorded reason
 * overrides it. Emergency action, sharing information and convening itself are never barred by what is missing (Q-9, E-1).
 */
import type { RuleId } from '../language/vocabulary.ts';
import { rulesOfKind } from '../practice.ts';
import { formatFindings, formatNotAllowed } from './format.ts';
import type { Reading } from './reading.ts';
import { requirementFindings } from './requirements.ts';
import { notABar, triggers } from './triggers.ts';

export type Blockable = 'convene' | 'reconvene' | 'standDown';

export interface Block {
  readonly code: string;
  readonly rule: RuleId;
  readonly words: string;
  /** The answer in which a reason that overrides it is given; null where none does. */
  readonly reasonIn: string | null;
}

export const blocksOn = (reading: Reading, command: Blockable): readonly Block[] => {
  switch (command) {
    case 'convene':
      return [...formatBlocks(reading), ...bookingBlocks(reading)];
    case 'reconvene':
      return formatBlocks(reading);
    case 'standDown':
      return standDownBlocks(reading);
  }
};

const isAnswered = ({ matter }: Reading, name: string): boolean => {
  const given = matter.answers[name];
  return typeof given === 'string' && given.trim() !== '';
};

/**
 * M-2: only the ways to meet that the standard has. M-1, M-3, M-4: a telephone call alone is refused where a meeting is
 * needed, and elsewhere needs a reason.
 */
const formatBlocks = (reading: Reading): readonly Block[] => {
  const notAllowed = formatNotAllowed(reading);
  if (notAllowed !== null) return [{ ...notAllowed, reasonIn: null }];
  const { faults, warnings } = formatFindings(reading);
  return [
    ...faults.map((fault): Block => ({ ...fault, reasonIn: null })),
    ...(isAnswered(reading, 'phoneOnlyReason')
      ? []
      : warnings.map((warning): Block => ({ ...warning, reasonIn: 'phoneOnlyReason' }))),
  ];
};

/** CH-8: what a complex booking waits for. */
const bookingBlocks = (reading: Reading): readonly Block[] => {
  const { practice, matter, holds } = reading;
  return requirementFindings(practice, 'complexBooking', holds, matter.answers).faults.map((fault) => ({
    ...fault,
    reasonIn: null,
  }));
};

/** C-1, C-7: that the child was assessed lately, or is an open case, is no reason where there is reasonable cause. */
const standDownBlocks = (reading: Reading): readonly Block[] => {
  const { practice, matter } = reading;
  const required = triggers(reading).find(({ strength }) => strength === 'must');
  if (required === undefined) return [];
  return (['recentlyAssessed', 'caseAlreadyOpen'] as const).flatMap((reason): readonly Block[] => {
    if (matter.answers['standDownBecause'] !== reason) return [];
    const rule = notABar(practice, reason) ?? required.rule;
    const words = rulesOfKind(practice, 'trigger').find(({ id }) => id === rule)?.text ?? required.words;
    return [{ code: 'noReasonToStandDown', rule, words, reasonIn: null }];
  });
};
