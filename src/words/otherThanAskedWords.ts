import type { OtherThanAsked } from '../discussion/matter/replyAsked.ts';
import { answerWords } from './answerWords.ts';
import { citedRule } from './ruleWords.ts';

/** `“Will you bring all your agency's information?” No (Q-11)` */
export const otherThanAskedWords = ({ field, answer }: OtherThanAsked): string => {
  const words = `“${field.words}” ${answerWords(field, answer)}`;
  const [rule] = field.rules;
  return rule === undefined ? words : citedRule({ words, rule });
};
