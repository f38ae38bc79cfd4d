/** Practice Standards 2025: offences that police and social care investigate together, and minor injuries (J-*). */
import type { Rule } from '../../language/rule.ts';
import type { FactName } from '../../language/factNames.ts';
import type { RuleId } from '../../language/vocabulary.ts';
import { under } from './source.ts';

const heading = 'Outcomes: joint investigation';

const category = (id: RuleId, concern: FactName, text: string): Rule => ({
  id,
  text,
  source: under(heading),
  strength: 'must',
  bot: ['block'],
  kind: 'jointInvestigation',
  concern,
});

const factor = (name: string, words: string) => ({ name, words, kind: 'longText' as const });

export const jointCategories: readonly Rule[] = [
  category(
    'J-1',
    'intrafamilialSexualOffence',
    'A sexual offence within the family against anyone under 18, whatever their gender, is investigated jointly.',
  ),
  category('J-2', 'sexualOffenceByYoungPerson', 'A sexual offence by a young person is investigated jointly.'),
  category('J-3', 'sudi', 'A sudden unexpected child death is investigated jointly.'),
  category('J-4', 'fii', 'Fabricated or induced illness is investigated jointly.'),
  category(
    'J-5',
    's1Cypa1933',
    'Serious neglect or ill-treatment under section 1 of the Children and Young Persons Act 1933 is investigated jointly.',
  ),
  category(
    'J-6',
    'criminalPhysicalInjury',
    'Criminal physical injury to anyone under 18 is investigated jointly, from repeated assaults with minor injury to actual or grievous bodily harm, manslaughter and murder.',
  ),
  {
    id: 'J-7',
    text: 'An allegation or reasonable suspicion is enough, however unlikely a prosecution.',
    source: under(heading),
    strength: 'info',
    bot: ['inform'],
    kind: 'information',
  },
  {
    id: 'J-8',
    text: 'For a minor injury to a child on a child protection plan or looked after, a joint investigation is always considered.',
    source: under(heading),
    strength: 'should',
    bot: ['warn', 'block'],
    kind: 'considerJoint',
    when: { allOf: ['minorInjury'], anyOf: ['cpPlan', 'lookedAfter'] },
  },
  {
    id: 'J-9',
    text: 'For any other minor injury, six factors are weighed before choosing a joint or single-agency investigation.',
    source: under(heading),
    strength: 'consider',
    bot: ['ask'],
    kind: 'requirement',
    when: { anyOf: ['minorInjury'] },
    asks: {
      about: 'minorInjury',
      fields: [
        factor('childNeeds', "The child's age, needs and vulnerability"),
        factor('pastMinorInjuries', 'Past minor injuries'),
        factor('intent', 'Intent, such as strangulation'),
        factor('weapon', 'Use of a weapon'),
        factor('previousConcern', 'Previous concern from a caring agency'),
        factor('account', "Consistency and credibility of the child's account"),
      ],
    },
  },
  {
    id: 'J-10',
    text: "Children's social care may lead alone where an injury is judged less serious, but never for the offences that must be investigated jointly.",
    source: under(heading),
    strength: 'must',
    bot: ['block'],
    kind: 'outcomeBar',
    when: {
      anyOf: [
        'intrafamilialSexualOffence',
        'sexualOffenceByYoungPerson',
        'sudi',
        'fii',
        's1Cypa1933',
        'criminalPhysicalInjury',
      ],
    },
    never: ['s47SingleAgency'],
    fault: 'jointInvestigationMandatory',
  },
  {
    id: 'J-11',
    text: 'If a crime thought minor proves more serious, it is referred back to the police child protection team.',
    source: under(heading),
    strength: 'must',
    bot: ['notify'],
    kind: 'notice',
    at: 'afterwards',
    to: 'policeChildProtectionTeam',
    how: 'asap',
    when: { anyOf: ['crimeMoreSerious'] },
  },
  {
    id: 'J-12',
    text: "An adult's allegation about childhood goes to the police alone only if the chair confirms that no child is now in contact with the alleged offender; not known means a joint investigation.",
    source: under(heading),
    strength: 'must',
    bot: ['block'],
    kind: 'historicAllegation',
  },
];
