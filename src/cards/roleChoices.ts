/** What somebody takes part as, to choose from a list; what nobody may take part as is the family's (S-1). */
import { isFamily, roleWords, roles } from '../practice/language/roles.ts';
import { familyRoles } from '../practice/language/vocabulary.ts';
import { choiceOf, type Choice } from './bind.ts';

const choicesOf = (of: readonly string[]): readonly Choice[] => of.map((role) => choiceOf(roleWords(role), role));

export const roleChoices = choicesOf(roles.filter((role) => !isFamily(role)));

/** For somebody who is invited: who chairs is chosen elsewhere. */
export const invitedRoleChoices = roleChoices.filter(({ value }) => value !== 'chair');

/** With the family, so that whoever chooses them is told why they are not invited. */
export const namedRoleChoices = [...invitedRoleChoices, ...choicesOf(familyRoles.filter((role) => role !== 'child'))];

export const isRole = (value: string): boolean => roles.includes(value);
