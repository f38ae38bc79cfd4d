/** What the second page of the decision asks: built from the standard, so it asks what its rules need and no more. */
import { isLocalDate } from '../practice/time/calendar.ts';
import { permittedOutcomes, planFields } from '../practice/answers/outcomes.ts';
import type { Practice } from '../practice/practice.ts';
import { decidingAreas, fieldsWhenDeciding, type DecidingArea } from '../practice/answers/decidingAreas.ts';
import { requirementFields } from '../practice/answers/requirements.ts';
import type { Field } from '../practice/language/ruleParts.ts';
import { listedFacts } from '../practice/answers/situation.ts';
import type { ChildDecisionDraft } from '../conduct/drafts.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Choice } from './bind.ts';
import { decisionQuestions } from './decisionQuestions.ts';
import { typedText } from './form.ts';
import { unreachable } from '../practice/language/unreachable.ts';

interface DetailField {
  readonly id: string;
  readonly label: string;
  readonly kind: Field['kind'];
  readonly choices: readonly Choice[];
}
export interface Section {
  readonly title: string;
  readonly fields: readonly DetailField[];
}

const areaTitles: Readonly<Record<DecidingArea, string>> = {
  minorInjury: 'The injury',
  medical: 'Medical assessment',
  fgm: 'Female genital mutilation',
  familyConcern: 'Telling the family of the concern',
  thirdPartyDisclosure: 'Telling a third party',
};

/** Asked on the first page. */
const askedBefore = ['s47Decision', 'decisionReason'];

/** What the chosen outcomes need (O-*), the plan when an enquiry starts (PL-*), and what the rules ask besides. */
export const detailSections = (decision: ChildDecisionDraft, d: Discussion, practice: Practice): readonly Section[] => {
  const facts = listedFacts(d.facts);
  const chosen = permittedOutcomes(practice, d.facts).filter((o) => decision.outcomes.includes(o.code));
  const withheld = requirementFields(practice, 'family', facts).filter((f) => f.name === 'withheldBecause');
  const deciding = requirementFields(practice, 'decision', facts).filter((f) => !askedBefore.includes(f.name));
  return [
    ...chosen.map((o) => ({ title: o.words, fields: o.fields.map((f) => field(f, `outcome.${o.code}`)) })),
    {
      title: 'The plan for the enquiry',
      fields: decision.s47 ? planFields(practice).map((f) => field(f, 'plan')) : [],
    },
    {
      title: 'What the family is told',
      fields: decision.family === 'withheld' ? withheld.map((f) => field(f, 'family')) : [],
    },
    {
      title: 'Before this can be decided',
      fields: [...decisionQuestions(practice, decision), ...deciding].map((f) => field(f, 'answer')),
    },
    ...decidingAreas.map((area) => ({
      title: areaTitles[area],
      fields: fieldsWhenDeciding(practice, area, facts).map((f) => field(f, `further.${area}`)),
    })),
  ].filter((section) => section.fields.length > 0);
};

const yesNo: readonly Choice[] = [
  { title: 'Yes', value: 'yes' },
  { title: 'No', value: 'no' },
];

const field = (f: Field, under: string): DetailField => ({
  id: `${under}.${f.name}`,
  label: f.onlyIf === undefined ? f.words : `${f.words} (if it applies)`,
  kind: f.kind,
  choices: f.kind === 'yesNo' ? yesNo : (f.choices ?? []).map((c) => ({ title: c.words, value: c.value })),
});

/** What was typed on the second page, under the ids it asks for and no others, and what is wrong with its form. */
export const readDetails = (
  sections: readonly Section[],
  data: Readonly<Record<string, unknown>>,
): { readonly details: Readonly<Record<string, string>>; readonly problems: readonly string[] } => {
  const fields = sections.flatMap((section) => section.fields);
  const details = Object.fromEntries(fields.map((f) => [f.id, typedText(data[f.id])]));
  return { details, problems: fields.flatMap((f) => fieldProblems(f, details[f.id] ?? '')) };
};

const longest = { text: 300, person: 300, longText: 2000 } as const;

const fieldProblems = ({ label, kind, choices }: DetailField, given: string): readonly string[] => {
  if (given === '') return [];
  switch (kind) {
    case 'text':
    case 'person':
    case 'longText':
      return given.length > longest[kind] ? [`${label} must be ${longest[kind]} characters or fewer.`] : [];
    case 'date':
      return isLocalDate(given) ? [] : [`${label}: enter a real date.`];
    case 'yesNo':
    case 'choice':
      return choices.some((c) => c.value === given) ? [] : [`${label}: choose from the list.`];
    default:
      return unreachable('field', kind);
  }
};
