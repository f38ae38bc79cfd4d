/** What every card must be, judged by Microsoft's own renderer and by our house rules. */
import { createRequire } from 'node:module';
import { cardBudget, type Card } from '../../src/cards/bind.ts';
import { handlers } from '../../src/teams/verbs.ts';

interface Validation {
  readonly message: string;
}
interface Renderer {
  readonly AdaptiveCard: new () => {
    parse(json: unknown, context: object): void;
    validateProperties(): { readonly validationEvents: readonly Validation[] };
  };
  readonly SerializationContext: new (version: unknown) => {
    readonly eventCount: number;
    getEventAt(index: number): Validation;
  };
  readonly Versions: { readonly v1_5: unknown };
}

// The package's own entry point does not load in Node; its bundle does.
const microsoft = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js') as Renderer;

type Json = Readonly<Record<string, unknown>>;

/** Every object in a card that has a type, wherever it stands. */
export const partsOf = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && typeof value.type === 'string' ? [value as Json] : [];
  return [...own, ...Object.values(value).flatMap(partsOf)];
};

const isInput = (part: Json): boolean => String(part.type).startsWith('Input.');

/** Teams reads it in a card of any version, as its own example has it; a client that does not shows the list on the card. */
const readAnyhow = 'Property "choices.data" is supported in version 1.6';

/** What Microsoft's renderer has to say against a card in version 1.5. */
const renderersFaults = (card: Card): readonly string[] => {
  const context = new microsoft.SerializationContext(microsoft.Versions.v1_5);
  const parsed = new microsoft.AdaptiveCard();
  parsed.parse(structuredClone(card), context);
  const noticed = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  return [...noticed, ...parsed.validateProperties().validationEvents]
    .map(({ message }) => message)
    .filter((message) => !message.startsWith(readAnyhow));
};

const houseFaults = (card: Json): readonly string[] => {
  const parts = partsOf(card);
  const ids = parts.flatMap((part) => (typeof part.id === 'string' ? [part.id] : []));
  const json = JSON.stringify(card);
  return [
    ...(card.type === 'AdaptiveCard' && card.version === '1.5' ? [] : ['is not an adaptive card of version 1.5']),
    ...(json.includes('${') ? ['has something unbound'] : []),
    ...(Buffer.byteLength(json) > cardBudget ? [`comes to ${Buffer.byteLength(json)} bytes`] : []),
    ...parts
      .filter((p) => isInput(p) && (typeof p.label !== 'string' || p.label === ''))
      .map((p) => `${String(p.id)} has no label`),
    ...parts.filter((p) => isInput(p) && typeof p.id !== 'string').map(() => 'an input has no id'),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `two parts are called ${id}`),
    ...parts
      .filter((p) => p.type === 'Action.Execute' && !Object.hasOwn(handlers, String(p.verb)))
      .map((p) => `nothing answers the verb ${String(p.verb)}`),
    ...parts.filter((p) => p.type === 'Action.Submit').map(() => 'has an Action.Submit, which cannot replace a card'),
  ];
};

/** Everything that is wrong with a card; empty when it can be sent. */
export const faultsIn = (card: Card): readonly string[] => [...renderersFaults(card), ...houseFaults(card)];

const textsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { text, title, label, value: own, ...rest } = value as Json;
  const said = [text, title, label, own].filter((t): t is string => typeof t === 'string');
  return [...said, ...Object.values(rest).flatMap(textsIn)];
};

/** All text a person reads on a card, as a client shows it: Markdown's escapes and our breaks in `${` taken out. */
export const readable = (value: unknown): string =>
  textsIn(value)
    .join('\n')
    .replace(/\\([\\`*_[\]<>~&{#+=|:.)-])/g, '$1')
    .replaceAll('\u200b', '');
