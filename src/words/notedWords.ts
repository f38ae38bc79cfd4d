/**
 * What a chair may record of any child, enquiry or not, where the procedure does not ask it anyhow: what is done at once,
 * legal action, what is still to be found out (PL-3), and the medical with its reason (MD-11). Nothing waits for it.
 */
import type { Discussion } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/childDecision.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Field } from '../practice/language/parts.ts';
import type { Practice } from '../practice/practice.ts';

/** Under what they are kept, among the further answers. */
export const notedArea = 'noted';

const ofPlan: readonly Field[] = [
  {
    name: 'immediateAction',
    words: 'Immediate and short-term action, who and by when',
    kind: 'longText',
    optional: true,
  },
  { name: 'legalAction', words: 'Legal action', kind: 'longText', optional: true },
  {
    name: 'furtherInformation',
    words: 'Further information needed, and who gets it',
    kind: 'longText',
    optional: true,
  },
];

const medical: readonly Field[] = [
  {
    name: 'medicalDecision',
    words: 'Medical assessment',
    kind: 'choice',
    optional: true,
    choices: [
      { value: 'needed', words: 'Needed' },
      { value: 'postponed', words: 'Postponed' },
      { value: 'notNeeded', words: 'Not needed' },
    ],
  },
  { name: 'medicalReason', words: 'Why, and who consults the paediatrician', kind: 'longText', optional: true },
];

/** Those that neither its plan nor the rules ask already. */
export const notedFields = (
  d: Discussion,
  practice: Practice,
  { childId, s47 }: Pick<ChildDecision, 'childId' | 's47'>,
): readonly Field[] => {
  const planned = s47 ? assessed(d, practice).plan.map(({ name }) => name) : [];
  const asksMedical = assessed(d, practice)
    .child(childId)
    .deciding.some(({ area }) => area === 'medical');
  return [...ofPlan.filter(({ name }) => !planned.includes(name)), ...(asksMedical ? [] : medical)];
};
