/** What is asked of a child beside the facts: whose views were heard, what the family knows, the risks and what is planned. */
import type { ChildDetail } from '../discussion/state/details.ts';
import { choices, type DetailGroup } from './detailWords.ts';

export const viewGroups: readonly DetailGroup<ChildDetail>[] = [
  {
    title: 'Views of the child and the parents',
    use: 'In their own words where you can. The discussion takes them into account, and they stand in its record.',
    questions: [
      { name: 'childViews', words: 'What the child says and wants', kind: 'longText' },
      { name: 'parentViews', words: 'What the parents say', kind: 'longText' },
    ],
  },
  {
    title: 'What the family knows',
    use: 'So that nobody tells them by mistake, and whoever asks later sees why.',
    questions: [
      {
        name: 'consent',
        words: 'Was consent to share information asked for?',
        kind: 'choice',
        choices: choices(['given', 'Yes, and given'], ['refused', 'Yes, and refused'], ['notAsked', 'No']),
      },
      { name: 'consentWhy', words: 'If it was not asked for, or refused: why information is shared', kind: 'longText' },
      {
        name: 'familyInformed',
        words: 'Was the family told before the discussion?',
        kind: 'choice',
        choices: choices(['yes', 'Yes'], ['no', 'No']),
      },
      { name: 'familyInformedWhy', words: 'If they were not told: why', kind: 'longText' },
    ],
  },
  {
    title: 'Risks',
    use: 'For the decision and the plan.',
    questions: [
      {
        name: 'categories',
        words: 'Kinds of harm',
        kind: 'several',
        choices: choices(
          ['neglect', 'Neglect'],
          ['emotional', 'Emotional abuse'],
          ['physical', 'Physical abuse'],
          ['sexual', 'Sexual abuse'],
        ),
      },
      { name: 'dangerStatement', words: 'What we are worried will happen if nothing changes', kind: 'longText' },
      { name: 'safetyGoal', words: 'What the child needs to be safe', kind: 'longText' },
    ],
  },
  {
    title: 'Interview and plan',
    use: 'For those who carry the enquiry on.',
    questions: [
      {
        name: 'abe',
        words: 'Will the child be interviewed on video (Achieving Best Evidence)?',
        kind: 'choice',
        choices: choices(['yes', 'Yes'], ['no', 'No'], ['later', 'To be decided']),
      },
      { name: 'abeWhy', words: 'Why', kind: 'longText' },
      { name: 'contingency', words: 'What happens if the plan does not work', kind: 'longText' },
    ],
  },
  {
    title: 'For the council’s returns',
    use: 'Statutory returns ask for these.',
    questions: [
      { name: 'primaryNeed', words: 'Primary need', kind: 'text' },
      { name: 'enquiriesLastYear', words: 'Section 47 enquiries in the last 12 months', kind: 'text' },
      { name: 'conferencesLastYear', words: 'Child protection conferences in the last 12 months', kind: 'text' },
      { name: 'team', words: 'Allocated team and worker', kind: 'text' },
    ],
  },
];
