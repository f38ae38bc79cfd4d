/** What a manager weighs before deciding how to respond, and which children come first. */
import { rulesOfKind, type Practice } from '../practice.ts';
import type { RuleFact } from '../language/commonFacts.ts';
import type { Field } from '../language/parts.ts';
import type { RuleId } from '../language/vocabulary.ts';
import type { Reading } from './reading.ts';

export interface Factor extends Field {
  readonly rules: readonly RuleId[];
}

/** The factors with the prompts that go with them; none where the standard names none. */
export function factors(practice: Practice): readonly Factor[] {
  const prompts = rulesOfKind(practice, 'factorPrompts');
  return rulesOfKind(practice, 'factors').flatMap((rule) =>
    rule.factors.map((field) => {
      const prompt = prompts.find(({ prompts: texts }) => texts[field.name] !== undefined);
      const hint = prompt?.prompts[field.name];
      return hint === undefined || prompt === undefined
        ? { ...field, rules: [rule.id] }
        : { ...field, hint, rules: [rule.id, prompt.id] };
    }),
  );
}

/** The factors nobody has written down as weighed. Nobody has to: they are told which. */
export const blankFactors = ({ practice, matter }: Reading): readonly Factor[] =>
  factors(practice).filter(({ name }) => {
    const weighed = matter.answers[name];
    return typeof weighed !== 'string' || weighed.trim() === '';
  });

/** children whom a standard may give priority because of who they are. */
const mayHavePriority: readonly RuleFact[] = ['disabledChild', 'youngCarer'];

/** What to bear in mind while weighing, where such a child is concerned here. */
export const priorities = ({ practice, holds }: Reading): readonly Priority[] =>
  rulesOfKind(practice, 'duty')
    .filter(({ when }) => when?.anyOf?.some((fact) => mayHavePriority.includes(fact)) === true && holds(when))
    .map(({ id, text }) => ({ rule: id, words: text }));

export interface Priority {
  readonly rule: RuleId;
  readonly words: string;
}
