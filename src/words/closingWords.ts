/** What remains before a discussion can be closed, and how one that is closed is spoken of. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { LeftUndone } from '../discussion/state/closing.ts';
import { everKnown, type Decided } from '../discussion/state/discussion.ts';
import { isDuty } from '../discussion/state/notice.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { cite } from './citation.ts';
import { duties } from './dutyWords.ts';
import { sentenceCase } from './sentenceCase.ts';

const codes = [
  'resultFirst',
  'whyNoConference',
  'recordNotSigned',
  'notFiledYet',
  'noConferenceHere',
  'closed',
  'stillRemains',
] as const;
type AboutClosing = Extract<Refusal, { code: (typeof codes)[number] }>;

export const isAboutClosing = (refusal: Refusal): refusal is AboutClosing =>
  codes.some((code) => code === refusal.code);

export const closingRefusalWords = (refusal: AboutClosing): readonly string[] => {
  switch (refusal.code) {
    case 'resultFirst':
      return [
        `Whether a conference is needed follows from the result of the enquiry, which is not recorded yet ${cite(refusal.rule)}.`,
      ];
    case 'whyNoConference':
      return ['Say why no conference is needed, and who agreed.'];
    case 'recordNotSigned':
      return ['The record is not signed as it stands. The chair reads and signs it first.'];
    case 'notFiledYet':
      return ['The signed record is not in the file yet. Record that first.'];
    case 'noConferenceHere':
      return ['No enquiry was started here, so no conference follows from it.'];
    case 'closed':
      return [
        `It was closed on ${formatLondon(refusal.at)} and is only read now. Convene a new one if something has come up.`,
      ];
    case 'stillRemains':
      return [
        refusal.mayLeave ? 'Something remains. Give the reason to close it all the same.' : 'It cannot be closed yet.',
        ...refusal.remains.map(remainingLine),
      ];
    default:
      return unreachable('refusal', refusal);
  }
};

/** That it is closed, by whom, and what was left; nothing while it is not. */
export const closedLines = (d: Decided): readonly string[] => {
  if (d.closed === null) return [];
  const { at, by, reason, left } = d.closed;
  const who = everKnown(d).find(({ personId }) => personId === by)?.name ?? 'a manager';
  return [
    `Closed ${formatLondon(at)} by ${who}. It is only read from then on.`,
    ...(left.length === 0 ? [] : [`Closed with this left: ${reason}`, ...left.map(remainingLine)]),
  ];
};

/** What remains, with whom, and by when. */
export const remainingLine = (left: LeftUndone): string =>
  `${whatRemains(left)}: ${left.who ?? 'the referrer'}, ${left.dueAt === null ? 'as soon as possible' : `by ${formatLondon(left.dueAt)}`}.`;

const whatRemains = ({ is, of }: LeftUndone): string => {
  switch (is) {
    case 'duty':
      return isDuty(of) ? sentenceCase(duties[of].name) : of;
    case 'action':
      return `Action ${of}`;
    case 'transfer':
      return 'The answer of the home authority';
    case 'notice':
      return of === 'outcome' ? 'The outcome has not reached somebody' : 'The record has not reached somebody';
    default:
      return unreachable('kind', is);
  }
};
