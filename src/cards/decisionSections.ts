/** What the second page of the decision asks: built from the standard, so it asks what its rules need and no more. */
import type { Practice } from '../practice/practice.ts';
import type { ChildAssessment } from '../practice/assess.ts';
import type { ChildDecisionDraft } from '../conduct/drafts.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { proposed } from '../discussion/matter/childCheck.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { childDecision } from './childDecision.ts';
import { notedArea, notedFields } from '../words/notedWords.ts';
import { field, type Section } from './askedFields.ts';

const areaTitles: Readonly<Record<ChildAssessment['deciding'][number]['area'], string>> = {
  minorInjury: 'The injury',
  medical: 'Medical assessment',
  fgm: 'Female genital mutilation',
  familyConcern: 'Telling the family of the concern',
  thirdPartyDisclosure: 'Telling a third party',
  furtherDiscussion: 'The Head of Service and this discussion',
  extension: 'Going beyond the limit',
};

export const familyTitle = 'What the family is told';

/** Asked on the first page. */
const askedBefore = ['s47Decision', 'decisionReason'];

/** PL-1 wants in the plan what the first page has asked (F-1): what the family is told, how and when. */
const toFamily = 'familyCommunication';

/** That part of the plan, where the standard has it: asked once, it stands in both places. */
export const familyInPlan = (
  { s47, family, familyWhat }: Pick<ChildDecisionDraft, 's47' | 'family' | 'familyWhat'>,
  d: Discussion,
  practice: Practice,
): Readonly<Record<string, string>> =>
  s47 && assessed(d, practice).plan.some(({ name }) => name === toFamily)
    ? { [`plan.${toFamily}`]: family === 'told' ? familyWhat : `Not told for now: ${familyWhat}` }
    : {};

/** What the chosen outcomes need (O-*), the plan when an enquiry starts (PL-*), and what the rules ask besides. */
export const detailSections = (decision: ChildDecisionDraft, d: Discussion, practice: Practice): readonly Section[] => {
  const child = assessed(d, practice).child(decision.childId);
  const { questions } = proposed(d, childDecision(decision), practice);
  const chosen = child.outcomes.filter((o) => decision.outcomes.includes(o.code));
  const withheld = child.asked('family').filter((f) => f.name === 'withheldBecause');
  const deciding = child.asked('decision').filter((f) => !askedBefore.includes(f.name));
  return [
    ...chosen.map((o) => ({ title: o.words, fields: o.fields.map((f) => field(f, `outcome.${o.code}`)) })),
    {
      title: 'The plan for the enquiry',
      fields: decision.s47
        ? assessed(d, practice)
            .plan.filter(({ name }) => name !== toFamily)
            .map((f) => field(f, 'plan'))
        : [],
    },
    {
      title: familyTitle,
      fields: decision.family === 'withheld' ? withheld.map((f) => field(f, 'family')) : [],
    },
    {
      title: 'Before this can be decided',
      fields: [...questions, ...deciding].map((f) => field(f, 'answer')),
    },
    ...child.deciding.map(({ area, fields }) => ({
      title: areaTitles[area],
      fields: fields.map((f) => field(f, `further.${area}`)),
    })),
    {
      title: 'Also for the record',
      fields: notedFields(d, practice, decision).map((f) => field(f, `further.${notedArea}`)),
    },
  ].filter((section) => section.fields.length > 0);
};
