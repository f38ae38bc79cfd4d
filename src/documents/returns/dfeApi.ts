/** The children’s social care API of the Department for Education: the enquiries of each child, within its episodes. */
import { groupedBy } from './grouped.ts';
import type { Enquiry } from './enquiry.ts';

/** The case system has the ids of the episodes, and of the child in it; the referral’s date tells the episodes apart. */
export const dfeApi = (enquiries: readonly Enquiry[]): readonly object[] =>
  groupedBy(enquiries, ({ childNumber }) => childNumber ?? '').map(([childNumber, ofChild]) => ({
    la_child_id: childNumber,
    social_care_episodes: groupedBy(ofChild, ({ referredOn }) => referredOn).map(([referredOn, ofReferral]) => ({
      referral_date: referredOn,
      section_47_assessments: ofReferral.map(assessment),
    })),
  }));

const assessment = ({ id, startedOn, isConferenceNeeded, conference, end }: Enquiry): object => ({
  section_47_assessment_id: id,
  start_date: startedOn,
  icpc_required_flag: isConferenceNeeded,
  icpc_date: conference?.heldOn ?? null,
  end_date: end?.on ?? null,
  purge: false,
});
