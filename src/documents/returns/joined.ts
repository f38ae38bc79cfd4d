/**
 * Discussions that follow each other carry one enquiry into a child on: it is one enquiry, which began with the first of
 * them and has what was recorded last. Only one that had ended by then is followed by another.
 */
import { isSameChild, type Child } from '../../discussion/state/childShape.ts';
import { enquiriesOf, type AsOf, type Enquiry } from './enquiry.ts';

interface Carried {
  readonly chain: string;
  readonly enquiry: Enquiry;
}

/** In the order in which they began. */
export const enquiriesIn = (all: readonly AsOf[]): readonly Enquiry[] => {
  const inTime = all.toSorted((a, b) => (a.d.decision.meetingEndedAt < b.d.decision.meetingEndedAt ? -1 : 1));
  const chains = new Map<string, string>();
  const carried: Carried[] = [];
  for (const source of inTime) {
    const { reference, follows } = source.d;
    const chain = chains.get(follows?.reference ?? '') ?? reference;
    chains.set(reference, chain);
    for (const enquiry of enquiriesOf(source)) take(carried, { chain, enquiry });
  }
  return carried.map(({ enquiry }) => enquiry);
};

const take = (carried: Carried[], next: Carried): void => {
  const before = carried.findLastIndex((each) => isCarriedOn(each, next));
  const found = carried[before];
  if (found === undefined) carried.push(next);
  else carried[before] = { chain: found.chain, enquiry: carriedOn(found.enquiry, next.enquiry) };
};

const isCarriedOn = (before: Carried, { chain, enquiry }: Carried): boolean =>
  before.chain === chain && isOfOneChild(before.enquiry, enquiry) && !isOver(before.enquiry, enquiry.startedOn);

/** By the council’s number, or as people know the child. */
export const isOfOneChild = (one: Enquiry, other: Enquiry): boolean =>
  one.childNumber !== null && other.childNumber !== null
    ? one.childNumber === other.childNumber
    : isSameChild(plain(one.child), plain(other.child));

const plain = (child: Child): Child => ({ ...child, name: child.name.trim() });

const isOver = ({ end, conference }: Enquiry, day: string): boolean =>
  (end !== null && end.on < day) || (conference !== null && conference.heldOn < day);

const carriedOn = (first: Enquiry, last: Enquiry): Enquiry => ({
  ...last,
  id: first.id,
  reference: first.reference,
  childNumber: last.childNumber ?? first.childNumber,
  details: { ...first.details, ...last.details },
  referredOn: first.referredOn,
  startedOn: first.startedOn,
  target: first.target,
  end: last.end ?? first.end,
  conference: last.conference ?? first.conference,
  isConferenceNeeded: last.isConferenceNeeded ?? first.isConferenceNeeded,
});
