/** The children in need census: the `Section47` groups, by the council’s own number for the child. */
import { groupedBy } from './grouped.ts';
import type { Enquiry } from './enquiry.ts';
import { xml, type Element } from './xml.ts';

/** The case system has the rest of each child, and of each referral; these go into what it returns. */
export const cinCensus = (enquiries: readonly Enquiry[]): string =>
  xml([
    'Children',
    groupedBy(enquiries, ({ childNumber }) => childNumber ?? '').map(([childNumber, ofChild]): Element => [
      'Child',
      [
        ['ChildIdentifiers', [['LAchildID', childNumber]]],
        ...groupedBy(ofChild, ({ referredOn }) => referredOn).map(([referredOn, ofReferral]): Element => [
          'CINdetails',
          [['CINreferralDate', referredOn], ...ofReferral.map(section47)],
        ]),
      ],
    ]),
  ]);

/** The date of a conference stands here and nowhere else (2884). */
const section47 = ({ startedOn, target, conference, isConferenceNeeded }: Enquiry): Element => [
  'Section47',
  [
    ['S47ActualStartDate', startedOn],
    ['InitialCPCtarget', target],
    ...(conference === null ? [] : [['DateOfInitialCPC', conference.heldOn] as const]),
    ['ICPCnotRequired', String(isConferenceNeeded === false)],
  ],
];
