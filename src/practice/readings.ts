/**
 * Where a source is silent or contradicts itself, the catalogue takes a reading. Each is a named setting an authority
 * can switch; the default is the catalogue's.
 */
export const readings = {
  emergencyActionLimit: {
    rule: 'T-4',
    question: 'After emergency action, which of the two figures in the procedure holds?',
    choices: { hours24: '24 elapsed hours (always the earlier)', workingDay1: 'one working day' },
    usual: 'hours24',
  },
  complexLimit: {
    rule: 'T-5',
    question: 'Does the 5-working-day limit for complex cases replace the general 3-working-day ceiling?',
    choices: { replaces: 'yes, with a warning at 3 working days', keepsCeiling: 'no, the 3-working-day ceiling stays' },
    usual: 'replaces',
  },
} as const satisfies Record<string, ReadingData>;

interface ReadingData {
  readonly rule: string;
  readonly question: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly usual: string;
}

export type ReadingName = keyof typeof readings;
export type Readings = { readonly [K in ReadingName]: keyof (typeof readings)[K]['choices'] };

/** Every reading as the catalogue takes it, with an authority's own choices in their place. */
export const readingsWith = (chosen: Partial<Readings>): Readings => {
  const usual = Object.fromEntries(Object.entries(readings).map(([name, reading]) => [name, reading.usual]));
  return { ...usual, ...chosen } as Readings;
};
