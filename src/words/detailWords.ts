/** What is asked of a child and of its household, in words, with what each answer is for. */
import type { ChildDetail, DetailName, Details, MemberDetail } from '../discussion/state/details.ts';
import { formatDate } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';

interface DetailQuestion<Name = DetailName> {
  readonly name: Name;
  readonly words: string;
  readonly kind: 'text' | 'longText' | 'date' | 'choice' | 'several';
  readonly choices?: readonly { readonly value: string; readonly words: string }[];
}

export interface DetailGroup<Name = DetailName> {
  readonly title: string;
  /** What it is for. */
  readonly use: string;
  readonly questions: readonly DetailQuestion<Name>[];
}

export const choices = (...all: readonly (readonly [value: string, words: string])[]) =>
  all.map(([value, words]) => ({ value, words }));

const yesNoUnknown = choices(['yes', 'Yes'], ['no', 'No'], ['notKnown', 'Not known']);

const of = (list: string): readonly { readonly value: string; readonly words: string }[] =>
  list.split('\n').map((line) => {
    const [value = '', ...words] = line.trim().split(' ');
    return { value, words: words.join(' ') };
  });

/** The codes of the school and children in need censuses. */
const ethnicities = of(`WBRI White British
  WIRI White Irish
  WIRT Traveller of Irish heritage
  WROM Gypsy or Roma
  WOTH Any other White background
  MWBC White and Black Caribbean
  MWBA White and Black African
  MWAS White and Asian
  MOTH Any other mixed background
  AIND Indian
  APKN Pakistani
  ABAN Bangladeshi
  CHNE Chinese
  AOTH Any other Asian background
  BCRB Caribbean
  BAFR African
  BOTH Any other Black background
  OOTH Any other ethnic group
  REFU Refused
  NOBT Not yet known`);

const disabilities = of(`NONE None
  MOB Mobility
  HAND Hand function
  PC Personal care
  INC Incontinence
  COMM Communication
  LD Learning
  HEAR Hearing
  VIS Vision
  BEH Behaviour
  CON Consciousness
  AUT Autism or Asperger syndrome
  DDA Other`);

export const childGroups: readonly DetailGroup<ChildDetail>[] = [
  {
    title: 'To find the child’s records',
    use: 'Goes with invitations to secure addresses and in Teams; the NHS number to health only.',
    questions: [
      { name: 'address', words: 'Home address', kind: 'text' },
      { name: 'nhsNumber', words: 'NHS number', kind: 'text' },
      { name: 'gp', words: 'GP', kind: 'text' },
      { name: 'education', words: 'School, nursery or other setting', kind: 'text' },
    ],
  },
  {
    title: 'To speak with the child and the family',
    use: 'For whoever visits.',
    questions: [
      { name: 'firstLanguage', words: 'First language', kind: 'text' },
      { name: 'interpreter', words: 'Is an interpreter needed?', kind: 'choice', choices: yesNoUnknown },
      { name: 'disabilities', words: 'Disabilities', kind: 'several', choices: disabilities },
    ],
  },
  {
    title: 'What is known so far',
    use: 'For the discussion and its record.',
    questions: [
      { name: 'legalStatus', words: 'Legal status, such as a care order or section 20', kind: 'text' },
      { name: 'history', words: 'Earlier referrals, enquiries and plans', kind: 'longText' },
    ],
  },
  {
    title: 'For the council’s returns',
    use: 'Statutory returns ask for these.',
    questions: [
      {
        name: 'sex',
        words: 'Sex',
        kind: 'choice',
        choices: choices(['F', 'Female'], ['M', 'Male'], ['U', 'Not known, or unborn']),
      },
      { name: 'ethnicity', words: 'Ethnicity', kind: 'choice', choices: ethnicities },
      { name: 'councilId', words: 'The council’s own number for the child', kind: 'text' },
      { name: 'upn', words: 'Unique pupil number (UPN)', kind: 'text' },
    ],
  },
];
export const memberGroups: readonly DetailGroup<MemberDetail>[] = [
  {
    title: '',
    use: 'Parents’ names go with invitations to secure addresses and in Teams. Family members are never invited.',
    questions: [
      { name: 'name', words: 'Name', kind: 'text' },
      { name: 'relationship', words: 'Relationship to the child, such as mother or her partner', kind: 'text' },
      { name: 'birthDate', words: 'Date of birth', kind: 'date' },
      { name: 'address', words: 'Address, if it is not the child’s', kind: 'text' },
      {
        name: 'parentalResponsibility',
        words: 'Do they have parental responsibility?',
        kind: 'choice',
        choices: yesNoUnknown,
      },
      { name: 'risk', words: 'Might they be a risk to the child?', kind: 'choice', choices: yesNoUnknown },
      { name: 'riskWhy', words: 'What the risk is', kind: 'longText' },
      {
        name: 'seen',
        words: 'Have they been seen about this?',
        kind: 'choice',
        choices: yesNoUnknown.filter(({ value }) => value !== 'notKnown'),
      },
    ],
  },
];
/** An answer as people read it. */
const answerIn = ({ kind, choices: all = [] }: DetailQuestion, value: string): string => {
  const wordsOf = (one: string): string => all.find((choice) => choice.value === one)?.words ?? one;
  switch (kind) {
    case 'choice':
      return wordsOf(value);
    case 'several':
      return value.split(',').map(wordsOf).join(', ');
    case 'date':
      return formatDate(value);
    case 'text':
    case 'longText':
      return value;
    default:
      return unreachable('kind of question', kind);
  }
};

/** `Home address: 1 Mill Lane`, a line for each that is known. */
export const detailLines = (groups: readonly DetailGroup[], details: Details): readonly string[] =>
  groups
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const value = details[question.name] ?? '';
      const { words } = question;
      return value === '' ? [] : [`${words}${words.endsWith('?') ? '' : ':'} ${answerIn(question, value)}`];
    });
