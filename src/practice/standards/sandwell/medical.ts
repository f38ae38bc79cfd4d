/** Sandwell: medical assessment (sections 7 and 8). */
import type { Rule } from '../../language/rule.ts';
import type { Field, When } from '../../language/ruleParts.ts';
import { under } from './source.ts';

const physical: When = { anyOf: ['physicalInjury', 'minorInjury', 'criminalPhysicalInjury'] };
const harm: When = {
  anyOf: ['physicalInjury', 'minorInjury', 'criminalPhysicalInjury', 'seriousNeglect', 's1Cypa1933'],
};
const sexual: When = { anyOf: ['sexualAbuse', 'penetrativeSexualAbuse', 'recentSexualAbuse', 'fgm'] };
const any: When = { anyOf: [...(harm.anyOf ?? []), ...(sexual.anyOf ?? [])] };

const done = (name: string, words: string): Field => ({ name, words, kind: 'yesNo', mustBe: true });
const whenNeeded = { field: 'medicalDecision', is: ['needed'] } as const;
const whenSkipped = { field: 'medicalDecision', is: ['notNeeded'] } as const;

const medical = (n: number, section: string, when: When, fields: readonly Field[], text: string): Rule => ({
  id: `MD-${n}`,
  text,
  source: under(section),
  strength: 'must',
  bot: ['agenda', 'block'],
  kind: 'requirement',
  when,
  asks: { about: 'medical', fields },
});

export const medicals: readonly Rule[] = [
  medical(
    1,
    'Section 7',
    any,
    [
      {
        name: 'medicalDecision',
        words: 'Is a medical assessment needed?',
        kind: 'choice',
        choices: [
          { value: 'needed', words: 'Needed' },
          { value: 'notNeeded', words: 'Not needed' },
          { value: 'postponed', words: 'Postponed' },
        ],
      },
    ],
    'A medical assessment is considered for injury, suspected sexual abuse and serious neglect, even with nothing to see.',
  ),
  medical(
    2,
    'Section 7',
    physical,
    [
      { name: 'seenSameDay', words: 'Will a doctor see the child today?', kind: 'yesNo', onlyIf: whenNeeded },
      {
        name: 'notSameDayReason',
        words: 'Why not today',
        kind: 'longText',
        onlyIf: { field: 'seenSameDay', is: [false] },
      },
      {
        name: 'notSameDayAgreement',
        words: 'Which professionals agreed',
        kind: 'longText',
        onlyIf: { field: 'seenSameDay', is: [false] },
      },
    ],
    'A child with a physical injury is seen by a doctor the same day if possible; otherwise the reason and the agreement of the professionals are recorded.',
  ),
  {
    id: 'MD-3',
    text: 'With a fracture, bleeding, loss of consciousness or a severe burn, the child goes to the nearest accident and emergency department.',
    source: under('Section 7'),
    strength: 'must',
    bot: ['warn'],
    kind: 'duty',
    at: 'convening',
    when: { anyOf: ['fracture', 'bleeding', 'lossOfConsciousness', 'severeBurn'] },
    by: 'convenor',
  },
  medical(
    4,
    'Section 7',
    harm,
    [
      { ...done('dutyPaediatricianAgrees', 'Does the duty paediatrician agree to do without?'), onlyIf: whenSkipped },
      { ...done('injuryOrNeglectMinor', 'Do the managers agree that it is minor?'), onlyIf: whenSkipped },
      { name: 'noMedicalReason', words: 'Why no medical is needed', kind: 'longText', onlyIf: whenSkipped },
    ],
    'A medical is left out only if the managers and the duty paediatrician agree that the injury or neglect is minor and the enquiry can do without; the reasons are recorded.',
  ),
  medical(
    5,
    'Section 8',
    sexual,
    [
      {
        name: 'medicalRequestedBy',
        words: 'Who requests the medical',
        kind: 'choice',
        choices: [
          { value: 'leadSocialWorker', words: 'Lead social worker' },
          { value: 'manager', words: 'Manager' },
        ],
        onlyIf: whenNeeded,
      },
      { name: 'forensicNeed', words: 'What forensic evidence is needed', kind: 'longText', onlyIf: whenNeeded },
    ],
    'For sexual abuse or female genital mutilation a medical is considered on disclosure, a witness, risk or a strong suspicion of the referrer; the lead social worker or a manager requests it.',
  ),
  {
    id: 'MD-6',
    text: 'After recent sexual abuse the medical is as soon as possible, by a suitably qualified examiner and never by a GP; others use a body map.',
    source: under('Section 8'),
    strength: 'should',
    bot: ['warn'],
    kind: 'requirement',
    when: { anyOf: ['recentSexualAbuse'] },
    asks: {
      about: 'medical',
      fields: [
        {
          name: 'examinerKind',
          words: 'Who examines',
          kind: 'choice',
          choices: [
            { value: 'consultantPaediatrician', words: 'Consultant paediatrician' },
            { value: 'forensicPhysician', words: 'Forensic physician' },
          ],
          onlyIf: whenNeeded,
        },
      ],
    },
  },
  medical(
    7,
    'Section 8',
    sexual,
    [{ ...done('s47Confirmed', 'Is it agreed that a section 47 enquiry starts?'), onlyIf: whenNeeded }],
    'A referral for a medical follows only once it is agreed that an enquiry starts.',
  ),
  medical(
    8,
    'Section 8',
    sexual,
    [
      { name: 'examiner', words: 'Consultant paediatrician or forensic physician', kind: 'person', onlyIf: whenNeeded },
      {
        name: 'sampleVenue',
        words: 'Where forensic samples are taken',
        kind: 'choice',
        choices: [
          { value: 'approvedFacility', words: 'Approved clean facility' },
          { value: 'hospital', words: 'Hospital, as treatment is urgent' },
          { value: 'none', words: 'No samples' },
        ],
        onlyIf: whenNeeded,
      },
    ],
    'The discussion names the examiner; forensic samples are taken in an approved clean facility, or in hospital if treatment is urgent.',
  ),
  medical(
    9,
    'Section 8',
    sexual,
    [
      {
        name: 'siblingsMedical',
        words: 'Medicals for brothers and sisters',
        kind: 'choice',
        choices: [
          { value: 'noSiblings', words: 'There are none' },
          { value: 'needed', words: 'Needed' },
          { value: 'postponed', words: 'Postponed' },
          { value: 'notNeeded', words: 'Not needed' },
        ],
      },
      {
        name: 'siblingsReason',
        words: 'Why',
        kind: 'longText',
        onlyIf: { field: 'siblingsMedical', is: ['postponed', 'notNeeded'] },
      },
      {
        name: 'siblingsRiskAssessment',
        words: 'Risk assessment, and how they are safe meanwhile',
        kind: 'longText',
        onlyIf: { field: 'siblingsMedical', is: ['postponed', 'notNeeded'] },
      },
    ],
    'Medicals for brothers and sisters are decided; if postponed or not needed, the decision and a risk assessment are recorded.',
  ),
  medical(
    10,
    'Section 8',
    any,
    [
      {
        name: 'consentFrom',
        words: 'Who consents to the medical',
        kind: 'choice',
        choices: [
          { value: 'pr', words: 'A holder of parental responsibility' },
          { value: 'fraserCompetentChild', words: 'The child, who understands (Fraser guidelines)' },
          { value: 'age16to17Capacity', words: 'The young person, 16 or 17 with capacity' },
          { value: 'none', words: 'Nobody' },
        ],
        onlyIf: whenNeeded,
      },
      {
        name: 'consentLegalAdviceAt',
        words: 'When urgent legal advice was taken',
        kind: 'text',
        onlyIf: { field: 'consentFrom', is: ['none'] },
      },
    ],
    'A holder of parental responsibility consents, or a child who understands; at 16 or 17 with capacity they decide alone; without consent, urgent legal advice.',
  ),
];
