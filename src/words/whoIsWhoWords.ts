/** Why somebody cannot take part as what they were entered as, and what to do about it. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import { agencyKindWords } from '../practice/language/agencies.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { cite } from './citation.ts';

type AboutRole = 'roleNotTheirs' | 'cannotStandIn' | 'roleOfAnotherAgency';
type AboutSomebody = Extract<
  Refusal,
  { code: AboutRole | 'familyInvited' | 'notInDirectory' | 'identificationNeeded' }
>;

export const whoIsWhoWords = (refusal: AboutSomebody): string => {
  const { name } = refusal;
  switch (refusal.code) {
    case 'familyInvited':
      return `${name} cannot take part: parents, carers and family are not invited to a strategy discussion ${cite('S-1')}. Decide in the meeting what they are told.`;
    case 'roleNotTheirs':
      return `${name} cannot take part as “${refusal.role}”: ${listedAs(refusal)}. Choose one of those, or somebody else. If the directory is wrong, ask your administrator.`;
    case 'cannotStandIn':
      return `${name} cannot stand in for “${refusal.role}”: ${listedAs(refusal)}. Choose somebody else, or have them take part in nobody’s place.`;
    case 'roleOfAnotherAgency':
      return otherAgencyWords(refusal);
    case 'notInDirectory':
      return `${name} is not in the directory any more. Enter them by name, and say how you know who they are.`;
    case 'identificationNeeded':
      return `${name} is not in the directory. Say how you know who they are.`;
    default:
      return unreachable('refusal', refusal);
  }
};

const listedAs = ({ roles }: { readonly roles: readonly string[] }): string =>
  `the directory has them as ${roles.map((role) => `“${role}”`).join(' or ')}`;

const otherAgencyWords = (refusal: Extract<Refusal, { code: 'roleOfAnotherAgency' }>): string => {
  const { name, role, belongsTo, agency, isKnown } = refusal;
  const theirs = belongsTo.map(agencyKindWords).join(' or ');
  return isKnown
    ? `${name} cannot take part as “${role}”, which belongs to ${theirs}, not to ${agency}. Choose a role of their own agency.`
    : `“${role}” belongs to ${theirs}, and “${agency}” does not say what kind of agency it is. Add that to its name, such as “Hill Street, GP surgery” or “West Midlands Police”.`;
};
