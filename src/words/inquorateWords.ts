/** what a meeting short of its minimum may do meanwhile, and who is missing. Emergency action waits for nobody (E-1). */
import { missingSeats, quorumNow } from '../discussion/matter/quorumNow.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';

export const inquorate = 'Inquorate: urgent safeguarding only';

/** Nothing while everybody needed is here, and outside a meeting. */
export const inquorateLines = (d: Discussion, practice: Practice): readonly string[] => {
  const missing = d.stage === 'inSession' ? missingSeats(quorumNow(d, practice)) : [];
  if (missing.length === 0) return [];
  const named = missing.map(({ words }) => words).join(', ');
  return [
    `Missing: ${named}. Share what you know, and do what keeps the child safe now.`,
    missing.every(({ overridable }) => overridable)
      ? 'The chair can decide without them, and says why.'
      : 'The decision waits for them.',
  ];
};
