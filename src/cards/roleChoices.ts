/** What somebody who is in no directory takes part as, to choose from a list; the family never does (S-1). */
import { isFamily, roleWordsIn, roles } from '../practice/language/roles.ts';
import { familyRoles } from '../practice/language/vocabulary.ts';
import type { Practice } from '../practice/practice.ts';
import { choiceOf, type Choice } from './bind.ts';

const choicesOf = (practice: Practice, of: readonly string[]): readonly Choice[] =>
  of.map((role) => choiceOf(roleWordsIn(practice, role), role));

/** The standard's own roles first. Who chairs is chosen elsewhere. */
const rolesIn = ({ standard }: Practice): readonly string[] =>
  [...new Set([...Object.keys(standard.roles), ...roles])].filter((role) => role !== 'chair');

export const invitedRoleChoices = (practice: Practice): readonly Choice[] =>
  choicesOf(
    practice,
    rolesIn(practice).filter((role) => !isFamily(role)),
  );

/** With the family, so that whoever chooses them is told why they are not invited. */
export const namedRoleChoices = (practice: Practice): readonly Choice[] => [
  ...invitedRoleChoices(practice),
  ...choicesOf(
    practice,
    familyRoles.filter((role) => role !== 'child'),
  ),
];

export const isRole = (practice: Practice, value: string): boolean => rolesIn(practice).includes(value);
