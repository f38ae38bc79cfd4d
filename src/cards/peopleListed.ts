/** The people of a last look: as many as the card has room for, the rest counted (docs/decisions/019). */

/** How many are named, where each text is shown up to this length. */
export const mostPeople = (textLength: number): number => (textLength > 1_000 ? 60 : textLength > 200 ? 25 : 8);

/** `A; B; C; and 147 more`; blank for nobody. */
export const firstOf = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join('; ') : [...names.slice(0, most), `and ${names.length - most} more`].join('; ');
