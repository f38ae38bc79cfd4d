/** Liverpool: when a discussion is called for, who chairs and attends. The list of triggers is not exhaustive. */
import { healthRoles, midwiferyRoles, policeRoles } from '../../language/roles.ts';
import type { Rule } from '../../language/rule.ts';
import type { FactName } from '../../language/factNames.ts';
import type { When } from '../../language/ruleParts.ts';
import { shared } from '../shared.ts';
import { writtenAcceptance } from '../sharedFields.ts';
import type { RuleId } from '../../language/vocabulary.ts';
import { under } from './source.ts';

const section1 = under('Section 1');

const trigger = (id: RuleId, fact: FactName, text: string): Rule => ({
  id,
  text,
  source: section1,
  strength: 'consider',
  bot: ['ask'],
  kind: 'trigger',
  when: { anyOf: [fact] },
});

const invited = (id: RuleId, when: When, roles: readonly string[], text: string): Rule => ({
  id,
  text,
  source: section1,
  strength: 'must',
  bot: ['invite'],
  kind: 'invitee',
  when,
  roles,
  level: 'required',
});

const considered = (id: RuleId, when: When, roles: readonly string[], text: string): Rule => ({
  id,
  text,
  source: section1,
  strength: 'consider',
  bot: ['ask'],
  kind: 'invitee',
  when,
  roles,
  level: 'consider',
});

export const convening: readonly Rule[] = [
  { ...shared['C-1'], source: section1 },
  { ...shared['C-2'], source: section1 },
  trigger('C-4', 'cse', 'Consider a discussion where there is concern about child sexual exploitation.'),
  trigger(
    'C-11',
    'fgm',
    'Consider a discussion where a girl, or other girls, are at risk of female genital mutilation.',
  ),
  trigger('C-12', 'radicalisation', 'Consider a discussion where there is concern about radicalisation.'),
  trigger(
    'C-13',
    'riskyPersonJoinsOrContacts',
    'Consider a discussion where a person posing a risk moves in, is about to, or has regular or sustained contact.',
  ),
  trigger(
    'C-14',
    'preBirth',
    'Consider a discussion where an unborn child is likely to need a child protection plan before birth.',
  ),
  trigger(
    'C-15',
    'childDeathOtherChildren',
    'Consider a discussion where a child has died, abuse or neglect is suspected, and there are other children in the home.',
  ),
  trigger(
    'C-16',
    'cpPlanInHousehold',
    'Consider a discussion where a child lives in, or is born into, a home with a child on a child protection plan.',
  ),
  {
    id: 'C-17',
    text: "Consider a discussion where a child on another area's child protection plan moves in, unless that area keeps the case.",
    source: section1,
    strength: 'consider',
    bot: ['ask'],
    kind: 'trigger',
    when: { anyOf: ['cpPlanTransferIn'], noneOf: ['otherAuthorityRetains'] },
  },
  {
    id: 'C-18',
    text: 'Consider a discussion where a child sexually assaulted, or may assault, another child in the home or in regular contact; a conference is expected for both.',
    source: section1,
    strength: 'consider',
    bot: ['ask', 'warn'],
    kind: 'trigger',
    when: { anyOf: ['childSexualAssaultByChild'] },
    conferenceFor: ['victim', 'allegedPerpetrator'],
  },
  {
    id: 'CH-9',
    text: "The Children's Team Leader or their deputy co-ordinates and chairs.",
    source: section1,
    strength: 'must',
    bot: ['block'],
    kind: 'chair',
    ranks: ['childrensTeamLeader', 'deputyTeamLeader'],
  },
  {
    id: 'Q-7',
    text: "Children's social care and the police take part, and health: a professional involved with the child, or a named or designated nurse or doctor.",
    source: section1,
    strength: 'must',
    bot: ['block'],
    kind: 'seats',
    seats: [
      // The chair speaks for children's social care: one seat.
      {
        seat: 'chair',
        words: "Children's Team Leader or deputy, in the chair for children's social care",
        roles: [],
        inviteAs: 'childrensSocialCare',
      },
      { seat: 'police', words: 'Police officer', roles: policeRoles, inviteAs: 'police' },
      {
        seat: 'health',
        words: 'Health professional involved, or a named or designated nurse or doctor',
        roles: healthRoles,
        inviteAs: 'health',
        under: { reading: 'liverpoolHealth', is: 'insideMinimum' },
      },
    ],
  },
  {
    id: 'Q-8',
    text: 'Before birth midwifery takes part, and counts as health too.',
    source: section1,
    strength: 'must',
    bot: ['block'],
    kind: 'seats',
    when: { anyOf: ['preBirth', 'unborn'] },
    seats: [
      { seat: 'midwifery', words: 'Midwifery', roles: midwiferyRoles, inviteAs: 'midwifery', alsoFills: 'health' },
    ],
  },
  { ...shared['Q-10'], source: section1 },
  {
    id: 'Q-11',
    text: "Everyone brings all their agency's information on the child.",
    source: section1,
    strength: 'should',
    bot: ['warn'],
    kind: 'attendance',
    asks: {
      about: 'reply',
      fields: [
        { name: 'infoReady', words: "Will you bring all your agency's information?", kind: 'yesNo', mustBe: true },
      ],
    },
  },
  {
    ...shared['I-1'],
    text: 'The professional or agency that made the referral takes part in particular.',
    source: section1,
    strength: 'must',
    level: 'required',
  },
  { ...shared['I-2'], source: section1 },
  invited('I-9', { anyOf: ['unborn', 'preBirth'] }, ['midwifery'], 'For an unborn child, midwifery is invited.'),
  invited(
    'I-10',
    { anyOf: ['inpatient', 'outpatient', 'childDevelopmentTeam'] },
    ['medicalConsultant'],
    'For a child in hospital, an outpatient or one seen by a child development team, the medical consultant responsible is invited.',
  ),
  invited(
    'I-11',
    { anyOf: ['inpatient'] },
    ['seniorWardNurse'],
    'For a child in hospital, a senior ward nurse is invited too.',
  ),
  invited(
    'I-13',
    { anyOf: ['medicalMayBeNeeded', 'medicalTakenPlace', 'treatmentMayBeNeeded'] },
    ['seniorDoctor'],
    'Where a medical examination may be needed or has happened, or assessment or treatment may be needed, a senior doctor is invited.',
  ),
  considered(
    'I-14',
    { anyOf: ['domesticAbuse', 'substanceMisuse', 'adultMentalIllness'] },
    ['adultServices'],
    'Consider adult services where an adult in the home is affected by domestic abuse, substance misuse or mental illness.',
  ),
  considered(
    'I-15',
    { anyOf: ['parallelProcess'] },
    ['parallelProcessLead'],
    'Consider the lead of any process running alongside, such as a disciplinary one.',
  ),
  considered(
    'I-16',
    { anyOf: ['crossBoundary', 'hostNotHome'] },
    ['otherChildrensSafeguarding', 'otherPolice'],
    "Where the concern crosses a boundary, consider the other authority's safeguarding team, its police, or both.",
  ),
  { ...shared['T-13'], source: under('Chapter 3.3: no figure') },
  {
    id: 'H-3',
    text: 'For a child looked after by, or on a plan of, another authority, responsibility passes only when that authority has explicitly accepted it and confirmed it in writing.',
    source: under('Section 3'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    when: { anyOf: ['hostNotHome', 'ordinarilyResidentElsewhere', 'cpPlanTransferIn'] },
    asks: { about: 'transfer', fields: [writtenAcceptance] },
  },
  {
    id: 'H-5',
    text: 'The authority where the child is found acts.',
    source: under('Section 3'),
    strength: 'info',
    bot: ['inform'],
    kind: 'information',
  },
];
