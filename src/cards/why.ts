/** What a card is before it is shown to somebody: its sentences without the codes of rules, which stand behind "Why?". */
import { uncited } from '../words/citation.ts';
import { bytesOf, cardBudget, literal } from './bind.ts';

/** The sentences that a rule is behind, by its code. */
type Cited = Map<string, Set<string>>;

/** Of the cards that are kept, because several people look at them. */
const answered = new WeakMap<object, object>();

/** The card with one "Why?" below everything; as it is where it cites no rule. */
export const withWhy = (card: object): object => {
  const made = answered.get(card) ?? withWhyBelow(card);
  answered.set(card, made);
  return made;
};

const withWhyBelow = (card: object): object => {
  const cited: Cited = new Map();
  const plain = shown(card, cited) as object;
  if (cited.size === 0) return card;
  const said = [...cited].flatMap(([rule, sentences]) => [...sentences].map((sentence) => `${rule}: ${sentence}`));
  const inFull = beneathIt(plain, said);
  if (bytesOf(inFull) <= cardBudget) return inFull;
  const inShort = beneathIt(plain, [[...cited.keys()].join(', ')]);
  return bytesOf(inShort) <= cardBudget ? inShort : plain;
};

/** What somebody typed, and what a button sends, is no sentence of ours. */
const untouched = new Set(['data', 'refresh', 'url', 'id', 'type']);

const shown = (part: unknown, cited: Cited): unknown => {
  if (Array.isArray(part)) return part.map((each) => shown(each, cited));
  if (typeof part !== 'object' || part === null) return part;
  const isInput = 'type' in part && String(part.type).startsWith('Input.');
  const isMarkdown = 'type' in part && part.type === 'TextBlock';
  const fact = !('type' in part) && 'title' in part && 'value' in part ? `${String(part.title)}: ` : '';
  return Object.fromEntries(
    Object.entries(part).map(([name, value]: [string, unknown]) => {
      if (untouched.has(name) || (isInput && name === 'value')) return [name, value];
      return [
        name,
        typeof value === 'string'
          ? sentence(value, { isMarkdown, before: name === 'value' ? fact : '' }, cited)
          : shown(value, cited),
      ];
    }),
  );
};

/** `before`: what a fact is of, without which it is no sentence. */
const sentence = (value: string, as: { isMarkdown: boolean; before: string }, cited: Cited): string => {
  const { text, rules } = uncited(value);
  for (const rule of rules) {
    const sentences = cited.get(rule) ?? new Set();
    cited.set(rule, sentences.add(`${as.before}${as.isMarkdown ? text : literal(text)}`));
  }
  return text;
};

const beneathIt = (card: object, lines: readonly string[]): object => ({
  ...card,
  body: [
    ...('body' in card && Array.isArray(card.body) ? (card.body as readonly object[]) : []),
    {
      type: 'ActionSet',
      spacing: 'Medium',
      actions: [{ type: 'Action.ToggleVisibility', title: 'Why?', targetElements: ['why'] }],
    },
    {
      type: 'Container',
      id: 'why',
      isVisible: false,
      items: [
        { type: 'TextBlock', text: 'The rules of the procedure behind this', weight: 'Bolder', wrap: true },
        ...lines.map((text) => ({ type: 'TextBlock', text, wrap: true, spacing: 'Small' })),
      ],
    },
  ],
});
