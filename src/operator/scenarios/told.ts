/** A discussion as it is told to the bot, command by command: what each came to, and what it has caused to be owed. */
import { carryOut } from '../../conduct/carryOut.ts';
import type { Command } from '../../discussion/commands/command.ts';
import type { Refusal } from '../../discussion/commands/refusal.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Notice } from '../../discussion/state/notice.ts';
import type { Participant } from '../../discussion/state/people.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';

export interface Told {
  readonly practice: Practice;
  /** Null until it has been convened. */
  readonly discussion: Discussion | null;
  readonly owed: readonly Notice[];
  /** Of the last command. Once something was refused, nothing more is told. */
  readonly refusal: Refusal | null;
}

export const nothingTold = (practice: Practice): Told => ({ practice, discussion: null, owed: [], refusal: null });

export const reference = 'SD-SCENARIO';

export const tell = (before: Told, who: Participant, command: Command, at: Instant): Told => {
  if (before.refusal !== null) return before;
  const { practice, discussion, owed } = before;
  const carried = carryOut(discussion, command, { actor: { ...who, via: 'operator' }, at, practice, reference });
  if (carried.result === 'refused') return { ...before, refusal: carried.refusal };
  return { practice, discussion: carried.after, owed: [...owed, ...carried.notices], refusal: null };
};

/** The same where it is accepted; where it is refused, as if nobody had tried. */
export const tryTo = (before: Told, who: Participant, command: Command, at: Instant): Told => {
  const after = tell(before, who, command, at);
  return after.refusal === null ? after : before;
};
