/** Short ways to say what a test is given. */
import { instant, type Instant } from '../../src/practice/time/instant.ts';
import { practiceFor, type Practice, type PracticeOptions } from '../../src/practice/practice.ts';
import type { Attendee, StandardKey } from '../../src/practice/language/vocabulary.ts';

export const at = (iso: string): Instant => instant(iso);

const short = {
  WT: 'working-together-2023',
  PS: 'practice-standards-2025',
  DA: 'darlington',
  SA: 'sandwell',
  LI: 'liverpool',
} as const satisfies Record<string, StandardKey>;

/** The practice of a standard by its short name in the catalogue. */
export const under = (name: keyof typeof short, options?: PracticeOptions): Practice =>
  practiceFor(short[name], options);

/** Somebody who takes part in Teams and can decide for their agency. */
export const person = (personId: string, role: string, more: Partial<Attendee> = {}): Attendee => ({
  personId,
  role,
  mode: 'teams',
  hasDecisionAuthority: true,
  ...more,
});
