/** A discussion that follows another is known to that one: that it was convened, and what became of it. */
import { system, type Actor } from '../discussion/state/people.ts';
import type { CommandOf } from '../discussion/commands/command.ts';
import type { Discussion } from '../discussion/state/discussion.ts';

/** What the one before is told, as a command of its own; null where nothing of it has changed. */
export const linkBack = (
  before: Discussion | null,
  then: Discussion,
): {
  readonly reference: string;
  readonly command: CommandOf<'recordNext'>;
  readonly actor: Actor;
  readonly key: string;
} | null => {
  const { follows, reference, stage } = then;
  if (follows === null || before?.stage === stage || stage === 'inSession') return null;
  // It meets again, and is known already.
  if (before !== null && stage === 'convened') return null;
  const command = { kind: 'recordNext', reference, stands: stage } as const;
  return { reference: follows.reference, command, actor: system, key: `${reference}/${stage}/linked` };
};
