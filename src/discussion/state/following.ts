/** What the next discussion about the same children has of the one before it. */
import type { Decided } from './discussion.ts';
import type { Follows } from './event.ts';

export const followsFrom = ({ reference, decision, facts, follows }: Decided): Follows => {
  const { meetingEndedAt, children, whereaboutsUnknownAt } = decision;
  const decidedS47 = children.some(({ s47 }) => s47);
  return {
    reference,
    discussions: [...(follows?.discussions ?? []), { at: meetingEndedAt, decidedS47 }],
    said: [...new Set([...facts.said.map(({ fact }) => fact), 'whereaboutsUnknown', 'accessRefused'])],
    whereaboutsUnknownAt,
  };
};
