/** Who is to be invited, each by what they come as: as many as there is room for, the rest counted (docs/decisions/019). */
import type { Fact } from './answered.ts';

export interface Invited {
  readonly name: string;
  readonly as: string;
  readonly agency: string;
}

export const peopleFacts = (invited: readonly Invited[], most: number): readonly Fact[] => [
  ...invited.slice(0, most).map(({ name, as, agency }) => ({
    title: capitalised(as),
    value: agency === '' ? name : `${name}, ${agency}`,
  })),
  ...(invited.length <= most ? [] : [{ title: 'And', value: `${invited.length - most} more` }]),
];

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
