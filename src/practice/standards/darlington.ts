/** Darlington: a safeguarding-partnership procedure close to the statutory text, with no convening figures. */
import type { Rule, Source } from '../language/rule.ts';
import type { Standard } from '../language/standard.ts';
import { statutoryAgenda } from './statutoryAgenda.ts';
import { shared } from './shared.ts';

const document = 'Darlington safeguarding partnership procedure';
const under = (heading: string): Source => ({ document, heading });

const agendaSource = under('Strategy discussion: tasks');
const agendaItem = { strength: 'must', bot: ['agenda'], kind: 'agenda', source: agendaSource } as const;

const agenda: readonly Rule[] = [
  ...statutoryAgenda(agendaSource),
  {
    ...agendaItem,
    id: 'A-DA-7',
    text: "The child's welfare and safety, and the level of risk",
    asks: { about: 'record', fields: [{ name: 'riskLevel', words: 'Level of risk', kind: 'text' }] },
  },
  { ...agendaItem, id: 'A-DA-8', text: 'What the family is told', covers: ['F-1'] },
  { ...agendaItem, id: 'A-DA-9', text: 'Whether an interpreter is needed' },
  {
    ...agendaItem,
    id: 'A-DA-10',
    text: 'If an emergency protection order or police protection is in place: what further action, by whom and when',
    when: { anyOf: ['emergencyProtectionOrder', 'policeProtection'] },
    covers: ['E-4'],
  },
  {
    ...agendaItem,
    id: 'A-DA-11',
    text: 'From health: advice on medical assessment; what family health, maternity, school, mental health, domestic abuse and substance misuse services know, put together; examinations and tests',
    covers: ['MD-11'],
  },
  {
    ...agendaItem,
    id: 'A-DA-12',
    text: 'From the police, who lead any criminal side: the basis of a criminal investigation, other processes to know of, and when and how evidence is gathered',
  },
];

export const darlington: Standard = {
  key: 'darlington',
  title: 'Darlington',
  version: '2025.1',
  source: document,
  extends: 'working-together-2023',
  replaces: [],
  rules: [
    { ...shared['C-1'], source: under('When to hold a strategy discussion') },
    { ...shared['C-2'], source: under('When to hold a strategy discussion') },
    { ...shared['C-19'], source: under('When to hold a strategy discussion') },
    { ...shared['CH-10'], source: under('Convening') },
    { ...shared['Q-1'], source: under('Attendance') },
    { ...shared['Q-10'], source: under('Attendance') },
    { ...shared['I-1'], source: under('Attendance') },
    { ...shared['I-2'], source: under('Attendance') },
    {
      id: 'I-4',
      text: 'Health representatives of everyone involved are invited: midwife, health visitor, school nurse, GP and mental health.',
      source: under('Attendance'),
      strength: 'consider',
      bot: ['invite'],
      kind: 'invitee',
      when: {
        anyOf: [
          'midwifeInvolved',
          'healthVisitorInvolved',
          'schoolNurseInvolved',
          'gpInvolved',
          'mentalHealthInvolved',
        ],
      },
      roles: ['midwife', 'healthVisitor', 'schoolNurse', 'gp', 'mentalHealth'],
      onlyIf: {
        midwife: 'midwifeInvolved',
        healthVisitor: 'healthVisitorInvolved',
        schoolNurse: 'schoolNurseInvolved',
        gp: 'gpInvolved',
        mentalHealth: 'mentalHealthInvolved',
      },
      level: 'consider',
    },
    {
      id: 'I-5',
      text: 'Consider specialists, such as a medical consultant.',
      source: under('Attendance'),
      strength: 'consider',
      bot: ['ask'],
      kind: 'invitee',
      when: { anyOf: ['specialistNeeded'] },
      roles: ['specialist'],
      level: 'consider',
    },
    { ...shared['I-7'], source: under('Attendance') },
    {
      id: 'I-24',
      text: 'Where a first discussion finds the case complex, named or designated professionals advise.',
      source: under('Health practitioners'),
      strength: 'consider',
      bot: ['ask'],
      kind: 'invitee',
      when: { anyOf: ['complexAfterFirst'] },
      roles: ['namedOrDesignatedHealth'],
      level: 'consider',
    },
    { ...shared['M-2'], source: under('Convening') },
    { ...shared['T-13'], source: under('Convening') },
    ...agenda,
    { ...shared['E-4'], source: under('Emergency action') },
    { ...shared['PL-3'], source: under('Strategy discussion: tasks') },
    {
      id: 'MD-11',
      text: 'Health practitioners advise whether a medical assessment is needed and what it would gain.',
      source: under('Health practitioners'),
      strength: 'must',
      bot: ['agenda'],
      kind: 'requirement',
      asks: {
        about: 'medical',
        fields: [
          { name: 'medicalNeeded', words: 'Is a medical assessment needed?', kind: 'yesNo' },
          { name: 'medicalAdvice', words: 'What health advises, and the benefit', kind: 'longText' },
        ],
      },
    },
    { ...shared['F-1'], source: under('Strategy discussion: tasks') },
    { ...shared['R-10'], source: under('Recording') },
    { ...shared['DL-6'], source: under('Assessment') },
    { ...shared['AC-1'], source: under('Convening') },
  ],
};
