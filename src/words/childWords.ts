import { formatDate } from '../practice/time/calendar.ts';
import type { Child } from '../discussion/state/childShape.ts';

type Seen = Pick<Child, 'initials' | 'birth'>;

/** `7 years`, `5 months`, `unborn`: as much as a channel may show. `today` is the London date. */
export const ageWords = (birth: Child['birth'], today: string): string => {
  if (birth.kind === 'unborn') return 'unborn';
  const months = monthsBetween(birth.on, today);
  if (months < 1) return 'under 1 month';
  if (months < 24) return months === 1 ? '1 month' : `${months} months`;
  return `${yearsOld(birth.on, today)} years`;
};

export const yearsOld = (bornOn: string, today: string): number => Math.floor(monthsBetween(bornOn, today) / 12);

const monthsBetween = (from: string, to: string): number => {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
};

/** `J.S., 7 years`. */
export const childLine = (child: Seen, today: string): string => `${child.initials}, ${ageWords(child.birth, today)}`;

/** `Child A: J.S., 7 years`. */
export const childTitle = (child: Seen & Pick<Child, 'childId'>, today: string): string =>
  `Child ${child.childId}: ${childLine(child, today)}`;

/** `J.S., 7 years; K.S., unborn`. */
export const childrenLine = (children: readonly Seen[], today: string): string =>
  children.map((child) => childLine(child, today)).join('; ');

/** Of several, each by its letter too. */
export const identityTitle = (child: Child): string => `Child ${child.childId}: ${identityLine(child)}`;

/** Name and date of birth, for those entitled to them only (I-26). */
export const identityLine = (child: Child): string => {
  const born =
    child.birth.kind === 'born'
      ? `born ${formatDate(child.birth.on)}`
      : `expected ${formatDate(child.birth.expectedOn)}`;
  return `${child.name === '' ? child.initials : child.name}, ${born}${child.caseReference === null ? '' : `, case ${child.caseReference}`}`;
};
