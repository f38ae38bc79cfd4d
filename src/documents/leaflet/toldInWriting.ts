/**
 * What the family of one child is told in the leaflet: nothing but what the chair allowed (F-1). The leaflet lies about in
 * a home, so what names a child’s family, another child or whoever referred is left out of it whole, and said instead.
 */
import type { Decided } from '../../discussion/state/discussion.ts';
import { plainWords } from '../../practice/language/spelling.ts';

export type Told =
  | { readonly is: 'allowed'; readonly words: string }
  | { readonly is: 'withheld' }
  /** Allowed, but only by word of mouth: it has one of these names in it. */
  | { readonly is: 'named'; readonly names: readonly string[] };

export const toldInWriting = (d: Decided, childId: string): Told => {
  const decision = d.decision.children.find((each) => each.childId === childId);
  if (decision?.familyTold.decision !== 'told') return { is: 'withheld' };
  const { what } = decision.familyTold;
  const said = new Set(plainWords(what));
  const names = notInWriting(d, childId).filter((name) => plainWords(name).every((word) => said.has(word)));
  return names.length === 0 ? { is: 'allowed', words: what } : { is: 'named', names };
};

/** Every child’s surname, the other children, and the referrer by each of their names. */
const notInWriting = (d: Decided, childId: string): readonly string[] => {
  const surnames = d.children.map(({ name }) => parts(name).at(-1) ?? '');
  const others = d.children.filter((child) => child.childId !== childId).flatMap(({ name }) => parts(name));
  const referrer = d.referral.referrer.anonymous === true ? [] : parts(d.referral.referrer.name);
  return [...new Set([...surnames, ...others, ...referrer])].filter((name) => plainWords(name).length > 0);
};

const parts = (name: string): readonly string[] => name.split(/\s+/).filter((part) => part.length > 1);
