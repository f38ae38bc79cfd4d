/** What the standard asks of somebody who comes, besides whether they can decide for their agency. */
import type { AskedField } from '../../practice/answers/requirements.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Discussion } from '../state/discussion.ts';
import type { Invitation } from '../state/invitation.ts';
import { assessed } from './assessed.ts';

/** Asked by the reply itself: yes with authority, or without. */
const inTheReply = 'hasDecisionAuthority';

export const replyAsked = (d: Discussion, practice: Practice): readonly AskedField[] =>
  assessed(d, practice)
    .asked('reply')
    .filter(({ name }) => name !== inTheReply);

export interface OtherThanAsked {
  readonly field: AskedField;
  readonly answer: string;
}

/** what somebody who is coming has answered otherwise than the standard would have it. It refuses nothing. */
export const otherThanAsked = (d: Discussion, practice: Practice, { reply }: Invitation): readonly OtherThanAsked[] => {
  if (reply.answer !== 'accepted' || reply.hasAuthority === null) return [];
  const answers = reply.answers ?? {};
  const { faults, warnings } = assessed(d, practice).findings('reply', {
    ...answers,
    [inTheReply]: reply.hasAuthority,
  });
  const open = [...faults, ...warnings].map(({ field }) => field);
  return replyAsked(d, practice).flatMap((field) => {
    const answer = answers[field.name];
    return answer === undefined || !open.includes(field.name) ? [] : [{ field, answer }];
  });
};
