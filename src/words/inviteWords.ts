/** Whom the standard would see invited because of what has changed. */
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { rolesOf } from '../discussion/state/people.ts';
import type { Practice } from '../practice/practice.ts';
import type { Cited } from './ruleWords.ts';

/** Those of a role nobody invited has; what was asked for before is not said again. */
export const notYetInvited = (before: Discussion, after: Discussion, practice: Practice): readonly Cited[] => {
  const asked = assessed(before, practice).invitees.entries.map(({ role }) => role);
  const invited = after.invitations.flatMap(({ participant }) => rolesOf(participant));
  return assessed(after, practice).invitees.entries.flatMap(({ role, words, level, rules: [rule] }) =>
    rule === undefined || asked.includes(role) || invited.includes(role)
      ? []
      : [{ words: `${level === 'required' ? 'Invite' : 'Consider inviting'}: ${words}.`, rule }],
  );
};
