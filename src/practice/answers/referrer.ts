/** What it says that somebody of this kind made the referral (I-1, I-2). */
import type { RuleFact } from '../language/commonFacts.ts';
import { isFamily } from '../language/roles.ts';

const educationReferrers: readonly string[] = ['school', 'nursery', 'childrensCentre', 'education', 'earlyYears'];
const publicReferrers: readonly string[] = [
  'public',
  'memberOfPublic',
  'neighbour',
  'friend',
  'anonymous',
  'family',
  'relative',
  'grandparent',
  'sibling',
];

/** The referrer is a professional or agency: a relative or a member of the public is never invited (S-1, I-1). */
const isProfessionalReferrer = (referrer: string): boolean =>
  !isFamily(referrer) && !publicReferrers.includes(referrer);

export const referrerFacts = (referrer: string | null): readonly RuleFact[] => [
  ...(referrer !== null && isProfessionalReferrer(referrer) ? ['referredByProfessional' as const] : []),
  ...(referrer !== null && educationReferrers.includes(referrer) ? ['inEducationSetting' as const] : []),
];
