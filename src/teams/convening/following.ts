/** The next discussion about the same children: a convene form that begins with what is known, linked to the one before. */
import { emptyConvening, loadDraft, saveDraft, type ConveningDraft } from '../../conduct/drafts.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import { timesSeen } from '../../discussion/state/enquired.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import type { DiscussionFacts, SaidFact } from '../../discussion/state/facts.ts';
import { followsFrom } from '../../discussion/state/following.ts';
import { refusedAnswer } from '../answers.ts';
import { freeReference } from '../commands/convene.ts';
import type { Handler } from '../edges.ts';
import { readable } from '../forms/submitting.ts';
import { samePeople } from './copying.ts';
import { pageCard } from './pageCard.ts';

export const openNext: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const refusal = forbidden('convene', 'convene', null, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage !== 'decided') return refusedAnswer(d, { code: 'notDecidedYet' }, press, edges);
    const now = edges.clock();
    const { actor } = press.who;
    // Pressed again before it was convened, the form that is there goes on.
    const id = await freeReference(edges, `next/${d.reference}/${actor.personId}`);
    const { people } = await samePeople(d, id, edges);
    const draft = { id, revision: 1, owner: actor.personId, body: { ...bodyAfter(d), ...people } };
    if ((await saveDraft(edges.drafts, draft, now)) === 'saved') return { card: await pageCard(draft, edges) };
    return { card: await pageCard((await loadDraft(edges.drafts, id, 'convening')) ?? draft, edges) };
  });

const bodyAfter = (d: Decided): ConveningDraft => {
  const { whereaboutsUnknownAt, accessRefusedAt } = d.decision;
  const begun = emptyConvening(d.place);
  return {
    ...begun,
    meeting: { ...begun.meeting, restricted: d.isRestricted ? 'yes' : 'no' },
    children: d.children.map((child) => withSeen(d, child)),
    referral: {
      // What is new has a time of its own, which whoever convenes enters: the earlier limits were met by the last meeting.
      receivedAt: whereaboutsUnknownAt ?? accessRefusedAt ?? d.referral.receivedAt,
      concernsIdentifiedAt: null,
      referrer: d.referral.referrer,
    },
    concern: d.concern,
    facts: factsAfter(d),
    follows: followsFrom(d),
  };
};

/** V-1: seen already, as far as it is since the referral that the next one is about. */
const withSeen = (d: Decided, child: Child): Child => {
  const last = timesSeen(d, child).at(-1);
  return last === undefined ? child : { ...child, seenBefore: last };
};

/** What was said before still holds until somebody takes the tick away; when emergency action was taken was then. */
const factsAfter = ({ facts, children, decision }: Decided): DiscussionFacts => {
  const of = children.map(({ childId }) => childId);
  const news: readonly SaidFact[] = [
    ...(decision.whereaboutsUnknownAt === null ? [] : [{ fact: 'whereaboutsUnknown' as const, of }]),
    ...(decision.accessRefusedAt === null ? [] : [{ fact: 'accessRefused' as const, of }]),
  ];
  const before = facts.said.filter(
    ({ fact }) => fact !== 'emergencyActionTaken' && !news.some((each) => each.fact === fact),
  );
  const { emergencyActionAt: _then, ...answers } = facts.answers;
  return { ...facts, said: [...before, ...news], answers };
};
