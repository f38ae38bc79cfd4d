/**
 * What may be decided where no local procedure lists outcomes. The baseline itself speaks of the section 47 decision
 * (O-1); the ways of not starting a joint enquiry are the statutory ones, each with what makes it answerable.
 */
import type { Rule, Source } from '../language/rule.ts';
import { shared } from './shared.ts';
import { followUpFields, ownerField, reasonField, singleAgencyFields } from './sharedFields.ts';

export const baselineOutcomes = (source: Source): Rule => ({
  ...shared['O-1'],
  source,
  outcomes: [
    ...shared['O-1'].outcomes,
    { code: 's47SingleAgency', words: 'Single-agency section 47 enquiry', s47: true, requires: singleAgencyFields },
    { code: 's17Assessment', words: 'Assessment as a child in need', requires: [reasonField, ownerField] },
    { code: 'followUpDiscussion', words: 'Follow-up discussion', requires: followUpFields },
    { code: 'noFurtherAction', words: 'No further action', requires: [] },
  ],
});
