/** what a meeting short of its minimum may do meanwhile, and who is missing. Emergency action waits for nobody (E-1). */
import { missingSeats, quorateUntil, quorumNow } from '../discussion/matter/quorumNow.ts';
import { overAt } from '../discussion/state/attendance.ts';
import type { Discussion, InSession } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';

export const inquorate = 'Inquorate: urgent safeguarding only';

/** Nothing while everybody needed is here, outside a meeting, and after one that had them. */
export const inquorateLines = (d: Discussion, practice: Practice): readonly string[] => {
  if (d.stage !== 'inSession' || couldDecide(d, practice)) return [];
  const missing = missingSeats(quorumNow(d, practice));
  if (missing.length === 0) return [];
  const named = missing.map(({ words }) => words).join(', ');
  return [
    `Missing: ${named}. Share what you know, and do what keeps the child safe now.`,
    missing.every(({ overridable }) => overridable)
      ? 'The chair can decide without them, and says why.'
      : 'The decision waits for them.',
  ];
};

/** All have left, and until then everybody needed was there: the chair records what was decided. */
const couldDecide = (d: InSession, practice: Practice): boolean =>
  overAt(d.attendance, d.chair.personId) !== null && quorateUntil(d, practice) !== null;
