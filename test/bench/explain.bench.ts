/**
 * How long `explain` takes on a large case: 300 people proposed, 12 children. Run with
 * `npx --no-install node test/bench/explain.bench.ts`; it prints the median of 50 runs once warm.
 */
import type { CaseFacts } from '../../src/practice/answers/caseFacts.ts';
import { explain } from '../../src/practice/explain.ts';
import { factNames } from '../../src/practice/language/factNames.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { practiceFor } from '../../src/practice/practice.ts';
import { quorum } from '../../src/practice/answers/quorum.ts';
import { roles } from '../../src/practice/language/roles.ts';
import { standardKeys } from '../../src/practice/language/vocabulary.ts';

const roleOf = (i: number): string => roles[i % roles.length] ?? 'health';
const attendees = Array.from({ length: 300 }, (_, i) => ({
  personId: `p${i}`,
  role: roleOf(i),
  mode: 'teams' as const,
  hasDecisionAuthority: true,
}));
const children: readonly CaseFacts[] = Array.from({ length: 12 }, (_, i) => ({
  referralReceivedAt: instant('2026-05-22T16:55:00+01:00'),
  circumstances: factNames,
  childDateOfBirth: `20${String(8 + i).padStart(2, '0')}-03-15`,
  meetingDate: '2026-05-26',
  proposed: attendees.map(({ role }) => role),
}));

for (const key of standardKeys) {
  const practice = practiceFor(key);
  const once = (): number => {
    const start = performance.now();
    for (const child of children) explain(practice, child);
    quorum(practice, { attendees, concerns: ['physicalInjury'] });
    return performance.now() - start;
  };
  for (let i = 0; i < 20; i += 1) once();
  const times = Array.from({ length: 50 }, once).sort((a, b) => a - b);
  process.stdout.write(`${key.padEnd(26)} ${(times[25] ?? 0).toFixed(1)} ms for 12 children and 300 people\n`);
}
