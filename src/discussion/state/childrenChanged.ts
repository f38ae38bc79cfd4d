/** The children a discussion is about, as they change after it was convened: one is found, corrected, born or taken out. */
import { z } from 'zod';
import type { Instant } from '../../practice/time/instant.ts';
import { childSchema, type Child } from './childShape.ts';
import { deadlineSchema, type Deadline } from './deadlineShape.ts';
import { factNameSchema, type DiscussionFacts } from './facts.ts';
import type { PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';

const change = z.discriminatedUnion('what', [
  /** `facts`: what had been said of others and is true of this one too. */
  z.strictObject({ what: z.literal('added'), child: childSchema, facts: z.array(factNameSchema) }),
  /** Under the id it has: its name, its birth. */
  z.strictObject({ what: z.literal('corrected'), child: childSchema }),
  z.strictObject({ what: z.literal('takenOut'), childId: z.string() }),
]);
export type ChildrenChange = z.infer<typeof change>;

export const childrenChangedEvent = z.strictObject({
  type: z.literal('childrenChanged'),
  change,
  reason: z.string(),
  /** The deadline as it stands from now on. */
  deadline: deadlineSchema,
});

/** One change, with the child as it was before; as it is now, where it was added. */
export interface ChangedChild {
  readonly what: ChildrenChange['what'];
  readonly child: Child;
  readonly reason: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly version: number;
}

/** What of a discussion a change of its children is about. */
interface About {
  readonly children: readonly Child[];
  readonly changedChildren: readonly ChangedChild[];
  readonly facts: DiscussionFacts;
  readonly deadline: Deadline;
}

/** More do not fit the card that lists them. */
export const mostChildren = 12;

/** `A`, `B`... the first letter that no child has or had. */
export const nextChildId = (taken: readonly Pick<Child, 'childId'>[]): string => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters.find((letter) => !taken.some((child) => child.childId === letter)) ?? '';
};

/** Those it is about, and those it was about. */
export const everyChild = ({
  children,
  changedChildren,
}: Pick<About, 'children' | 'changedChildren'>): readonly Child[] => [
  ...children,
  ...changedChildren.filter(({ what }) => what === 'takenOut').map(({ child }) => child),
];

/** What a change leaves: the children, and what is said of them. */
export const withChange = (
  { children, facts }: Pick<About, 'children' | 'facts'>,
  made: ChildrenChange,
): Pick<About, 'children' | 'facts'> => {
  switch (made.what) {
    case 'added': {
      const { childId } = made.child;
      const isToo = (fact: string, of: readonly string[] | 'discussion'): of is readonly string[] =>
        of !== 'discussion' && made.facts.some((name) => name === fact);
      const said = facts.said.map(({ fact, of }) => ({ fact, of: isToo(fact, of) ? [...of, childId] : of }));
      return { children: [...children, made.child], facts: { ...facts, said } };
    }
    case 'corrected':
      return { children: children.map((each) => (each.childId === made.child.childId ? made.child : each)), facts };
    case 'takenOut': {
      const { [made.childId]: _left, ...ofChild } = facts.ofChild;
      const left = facts.said.flatMap(({ fact, of }) => {
        const others = of === 'discussion' ? of : of.filter((id) => id !== made.childId);
        return others.length === 0 ? [] : [{ fact, of: others }];
      });
      return {
        children: children.filter(({ childId }) => childId !== made.childId),
        facts: { ...facts, said: left, ofChild },
      };
    }
  }
};

export const afterChange = <D extends About>(
  before: D,
  { change: made, reason, deadline }: z.infer<typeof childrenChangedEvent>,
  { at, by, version }: Stamp,
): D => {
  const childId = made.what === 'takenOut' ? made.childId : made.child.childId;
  const was = before.children.find((each) => each.childId === childId);
  const child = was ?? (made.what === 'takenOut' ? undefined : made.child);
  if (child === undefined) return before;
  const changed: ChangedChild = { what: made.what, child, reason, at, by, version };
  return { ...before, ...withChange(before, made), deadline, changedChildren: [...before.changedChildren, changed] };
};
