/** What a manager weighs before deciding how to respond. */
import type { Fault } from './findings.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { Field } from '../language/parts.ts';
import type { RuleId } from '../language/vocabulary.ts';

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

/** A warning for each factor left blank. */
export const blankFactors = (practice: Practice, answers: Readonly<Record<string, string>>): readonly Fault[] =>
  factors(practice)
    .filter(({ name }) => (answers[name] ?? '').trim() === '')
    .map(({ name, words, rules }) => ({
      code: `factorBlank:${name}`,
      rule: rules[0] ?? 'X-1',
      words: `“${words}” has not been weighed.`,
    }));
