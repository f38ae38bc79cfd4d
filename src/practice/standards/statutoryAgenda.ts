/** The six agenda items Darlington shares with the statutory baseline. */
import type { Rule, Source } from '../language/rule.ts';

const item = (n: number, text: string): Pick<Rule, 'id' | 'text'> => ({ id: `A-DA-${n}`, text });
const common = { strength: 'must', bot: ['agenda'], kind: 'agenda' } as const;

export const statutoryAgenda = (source: Source): readonly Rule[] => [
  { ...common, ...item(1, 'Share information'), source },
  { ...common, ...item(2, 'How and when any criminal investigation is carried out'), source },
  { ...common, ...item(3, 'Decide whether a section 47 enquiry starts'), source },
  {
    ...common,
    ...item(4, 'If an enquiry starts: what further information is needed, how it is gained and recorded'),
    source,
    onlyIfS47: true,
  },
  {
    ...common,
    ...item(5, 'If an enquiry starts: immediate and short-term action, by whom and by when'),
    source,
    onlyIfS47: true,
    when: { anyOf: ['immediateRisk', 'seriousRisk', 'emergencyActionTaken', 'emergencyActionNeeded'] },
  },
  { ...common, ...item(6, 'Legal action'), source, when: { anyOf: ['legalAdviceNeeded'] } },
];
