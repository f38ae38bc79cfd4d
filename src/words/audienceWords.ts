/** Who else reads a channel or chat, told to whoever is about to convene a discussion there (docs/decisions/011). */

export interface Onlookers {
  readonly place: 'channel' | 'groupChat';
  /** Members who are not invited; null where Teams did not say. */
  readonly others: readonly { readonly name: string; readonly isElsewhere: boolean }[] | null;
}

const mostNamed = 5;

/** Blank where nobody reads it who is not invited. */
export const audienceLines = ({ place, others }: Onlookers): readonly string[] => {
  const where = place === 'channel' ? 'this channel' : 'this chat';
  const shown = 'They see the reference, initials, ages, the time and which seats are filled, and nothing else.';
  if (others === null) return [`We could not find out who else reads ${where}. ${shown}`];
  if (others.length === 0) return [];
  const elsewhere = others.filter(({ isElsewhere }) => isElsewhere).map(({ name }) => name);
  return [
    `${people(others.length)} not invited can read ${where}. ${shown}`,
    ...(elsewhere.length === 0 ? [] : [`From another organisation: ${named(elsewhere)}.`]),
  ];
};

const people = (count: number): string => (count === 1 ? '1 person who is' : `${count} people who are`);

const named = (names: readonly string[]): string =>
  names.length <= mostNamed
    ? names.join(', ')
    : `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`;
