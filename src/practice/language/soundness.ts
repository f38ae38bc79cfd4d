/** What a standard refers to must be there: facts, roles, rules, readings, seats. Data that refers to nothing never acts. */
import { isDerivedFact, isYesNoFact } from './commonFacts.ts';
import { namesAt, namesFacts, placesIn, type Place } from './places.ts';
import { chooseReadings, readings, type ReadingName } from './readings.ts';
import { isKnownRole } from './roles.ts';
import type { Rule, RuleKind } from './rule.ts';
import { factsKnown, rulesInForce, type Standard } from './standard.ts';
import { meetingTypes, type MeetingType, type RuleId } from './vocabulary.ts';

export interface Unsound {
  readonly path: readonly PropertyKey[];
  readonly words: string;
}

const roleLists: readonly PropertyKey[] = ['roles', 'inviteAs', 'by', 'invite'];

const factFaults = (places: readonly Place[], standard: Standard): readonly Unsound[] => {
  const known = factsKnown(standard);
  return places
    .filter(({ key, path }) => namesFacts(key, path.at(-2)))
    .flatMap(namesAt)
    .filter(({ name }) => !Object.hasOwn(known, name) && !isYesNoFact(name) && !isDerivedFact(name))
    .map(({ path, name }) => ({
      path,
      words: `“${name}” is no fact. Choose one of the facts every standard knows, or add it under “facts”.`,
    }));
};

const roleFaults = (places: readonly Place[], { roles }: Standard): readonly Unsound[] =>
  places
    .filter(({ key }) => roleLists.includes(key))
    .flatMap(namesAt)
    .filter(({ name }) => !isKnownRole(name) && !Object.hasOwn(roles, name))
    .map(({ path, name }) => ({
      path,
      words: `“${name}” is no role. Choose one that every standard knows, or add it under “roles”.`,
    }));

/** A place where a rule refers to something that must be there. */
const refers = (key: PropertyKey, above: PropertyKey | undefined): boolean =>
  namesFacts(key, above) || roleLists.includes(key) || references.includes(key) || hangsOnReading(key, above);

const references: readonly PropertyKey[] = ['covers', 'replaces', 'alsoFills', 'before'];

const hangsOnReading = (key: PropertyKey, above: PropertyKey | undefined): boolean =>
  key === 'under' || key === 'otherwise' || above === 'otherwise';

const readingFaults = (places: readonly Place[]): readonly Unsound[] =>
  places.flatMap(({ key, path, value }) => {
    if (!hangsOnReading(key, path.at(-2)) || typeof value !== 'object' || value === null || !('reading' in value))
      return [];
    const { reading, choice, is } = value as { reading: ReadingName; choice?: string; is?: string };
    const choices = Object.keys(readings[reading].choices);
    const named = choice ?? is ?? '';
    return choices.includes(named)
      ? []
      : [{ path, words: `“${named}” is no choice of ${reading}. Choose ${choices.join(' or ')}.` }];
  });

const referenceFaults = (places: readonly Place[], known: ReadonlySet<string>): readonly Unsound[] =>
  places
    .filter(({ key }) => key === 'covers' || key === 'replaces')
    .flatMap(namesAt)
    .filter(({ name }) => !known.has(name))
    .map(({ path, name }) => ({ path, words: `There is no rule ${name} here.` }));

const seatFaults = (places: readonly Place[], seats: ReadonlySet<string>): readonly Unsound[] =>
  places
    .filter(({ key }) => key === 'alsoFills' || key === 'before')
    .flatMap(namesAt)
    .filter(({ name }) => !seats.has(name))
    .map(({ path, name }) => ({ path, words: `There is no seat “${name}”. There are: ${[...seats].join(', ')}.` }));

/** An item of the agenda that the plan deals with names what the plan asks. */
const planFaults = (rules: readonly Rule[], inForce: readonly Rule[]): readonly Unsound[] => {
  const asked = inForce.flatMap(({ asks }) => (asks?.about === 'plan' ? asks.fields.map(({ name }) => name) : []));
  return rules.flatMap((rule, i) =>
    (rule.kind === 'agenda' ? (rule.inPlan ?? []) : []).flatMap((name, j) =>
      asked.includes(name)
        ? []
        : [{ path: ['rules', i, 'inPlan', j], words: `The plan asks no “${name}”. It asks: ${asked.join(', ')}.` }],
    ),
  );
};

/** What was answered is kept under the name of what was asked. */
const promptFaults = (rules: readonly Rule[], inForce: readonly Rule[]): readonly Unsound[] => {
  const asked = inForce.flatMap((rule) => promptsOf(rule).map((prompt) => ({ rule, prompt })));
  return rules.flatMap((rule, i) =>
    promptsOf(rule).flatMap(({ name }, j) =>
      asked.find(({ prompt }) => prompt.name === name)?.rule === rule
        ? []
        : [
            {
              path: ['rules', i, 'agencyPrompts', j],
              words: `“${name}” is asked twice. Each prompt has a name of its own.`,
            },
          ],
    ),
  );
};

const promptsOf = (rule: Rule) => (rule.kind === 'agenda' ? (rule.agencyPrompts ?? []) : []);

const repeatFaults = (rules: readonly Rule[]): readonly Unsound[] =>
  rules.flatMap(({ id }, i) =>
    rules.findIndex((other) => other.id === id) < i
      ? [{ path: ['rules', i, 'id'], words: `${id} appears twice. Each rule has an id of its own.` }]
      : [],
  );

const baselineFaults = ({ replaces }: Standard, baseline: Standard | null): readonly Unsound[] => {
  const known = new Set<RuleId>(baseline?.rules.map(({ id }) => id) ?? []);
  return replaces.flatMap((id, i) =>
    known.has(id) ? [] : [{ path: ['replaces', i], words: `The baseline has no rule ${id} to replace.` }],
  );
};

/** What no discussion can do without, by the kind of rule that would bring it. */
const missingFaults = (rules: readonly Rule[]): readonly (Unsound & { readonly of: RuleKind })[] => {
  const needed: readonly (readonly [RuleKind, boolean, string])[] = [
    ...meetingTypes.map((type) => ['chair', rules.some(chairs(type)), `who chairs ${aMeeting[type]}`] as const),
    ...meetingTypes.map(
      (type) => ['seats', rules.some(seatsChair(type)), `of a seat for the chair of ${aMeeting[type]}`] as const,
    ),
    ['timescale', rules.some(isGeneralLimit), 'how soon every discussion is held, whatever is known'],
    ['outcome', rules.some(({ kind }) => kind === 'outcome'), 'what may be decided'],
  ];
  return needed
    .filter(([, isThere]) => !isThere)
    .map(([of, , what]) => ({ of, path: ['rules'], words: `No rule says ${what} (kind: ${of}).` }));
};

const aMeeting = { ordinary: 'an ordinary meeting', complex: 'a complex meeting' } as const;

const chairs =
  (type: MeetingType) =>
  (rule: Rule): boolean =>
    rule.kind === 'chair' && (rule.meetingType ?? type) === type && rule.onlyFor === undefined;

const seatsChair =
  (type: MeetingType) =>
  (rule: Rule): boolean =>
    rule.kind === 'seats' &&
    rule.when === undefined &&
    rule.seats.some(({ seat, meetingType }) => seat === 'chair' && (meetingType ?? type) === type);

const isGeneralLimit = (rule: Rule): boolean => rule.kind === 'timescale' && rule.when === undefined;

const implicationFaults = (standard: Standard): readonly Unsound[] =>
  standard.implies.flatMap(({ fact, from }, i) => {
    const known = factsKnown(standard);
    const unknown = [
      { path: ['implies', i, 'fact'], name: String(fact) },
      ...from.map((name, j) => ({ path: ['implies', i, 'from', j], name: String(name) })),
    ].filter(({ name }) => !Object.hasOwn(known, name) && !isYesNoFact(name) && !isDerivedFact(name));
    return unknown.map(({ path, name }) => ({ path, words: `“${name}” is no fact.` }));
  });

const chosenFaults = ({ readings: chosen }: Standard): readonly Unsound[] =>
  Object.entries(chosen).flatMap(([rule, choice]) => {
    const found = chooseReadings({ [rule]: choice });
    return found.ok ? [] : found.problems.map((words) => ({ path: ['readings', rule], words }));
  });

/**
 * Every fault of a standard whose shape is right; none when it is sound. `unread` are the kinds of rules that are there
 * and could not be read.
 */
export const soundnessFaults = (
  standard: Standard,
  baseline: Standard | null,
  unread: ReadonlySet<RuleKind | 'unknown'> = new Set(),
): readonly Unsound[] => {
  const inForce = baseline === null ? standard.rules : rulesInForce(standard, baseline);
  const known = new Set<string>(inForce.map(({ id }) => id));
  const seats = new Set(inForce.flatMap((rule) => (rule.kind === 'seats' ? rule.seats.map(({ seat }) => seat) : [])));
  const places = placesIn(standard.rules, ['rules'], refers);
  return [
    ...repeatFaults(standard.rules),
    ...baselineFaults(standard, baseline),
    ...implicationFaults(standard),
    ...chosenFaults(standard),
    ...factFaults(places, standard),
    ...roleFaults(places, standard),
    ...readingFaults(places),
    ...referenceFaults(places, known),
    ...promptFaults(standard.rules, inForce),
    ...(unread.has('requirement') ? [] : planFaults(standard.rules, inForce)),
    ...(unread.has('seats') ? [] : seatFaults(places, seats)),
    ...missingFaults(inForce).filter(({ of }) => !unread.has(of) && !unread.has('unknown')),
  ];
};
