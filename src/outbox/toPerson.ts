/** One step of a message to one person: the best route still open, tried once. */
import type { Route } from '../discussion/state/notice.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { ClaimedNotice, Settlement } from '../store/store.ts';
import { againAt, askChannel, attempted, attemptsBefore, dueAgain, fullInTime, inDoubt } from './attempts.ts';
import type { StepEdges } from './step.ts';
import { chooseRoute, leaveBy, routePlan } from './routes.ts';
import type { SendResult } from '../channels/send.ts';
import type { MessageContent } from '../messages/message.ts';
import type { Reach } from '../directory/reach.ts';

export const stepToPerson = async (
  edges: StepEdges,
  claimed: ClaimedNotice,
  message: { readonly reach: Reach; readonly content: MessageContent; readonly deadline: Instant | null },
): Promise<Settlement> => {
  const { clock } = edges;
  const { notice } = claimed;
  const { reach, deadline } = message;
  const plan = routePlan(reach);
  const choose = (attempts: Parameters<typeof chooseRoute>[1]): Route => chooseRoute(plan, attempts, clock(), deadline);

  const before = attemptsBefore(claimed, choose(claimed.delivery.attempts), clock());
  const route = choose(before);
  const sending = await sendingOn(edges, route, claimed, { ...message, repeat: inDoubt(before) });
  if (sending === null) return { status: 'telephone', since: clock(), attempts: before };

  const answer = await askChannel(edges, notice, sending);
  const leave = leaveBy(plan, route, deadline);
  const result = answer.result === 'full' ? fullInTime(answer, clock(), leave) : answer;
  if (result === null) return dueAgain(answer.result === 'full' ? answer.until : clock(), before);

  const attempts = [...before, attempted(clock(), route, result)];
  if (result.result === 'sent') return { status: 'sent', at: clock(), route, receipt: result.receipt, attempts };
  const next = choose(attempts);
  if (next === 'telephone') return { status: 'telephone', since: clock(), attempts };
  if (next !== route) return dueAgain(clock(), attempts);
  return dueAgain(againAt(edges, route, attempts, result, leave), attempts);
};

/** Makes the message before any channel is asked: one that cannot be made has certainly not been sent. */
const sendingOn = async (
  edges: StepEdges,
  route: Route,
  { notice: { id } }: ClaimedNotice,
  message: { readonly reach: Reach; readonly content: MessageContent; readonly repeat: boolean },
): Promise<(() => Promise<SendResult>) | null> => {
  const { reach, content, repeat } = message;
  const mail = async (address: string, shared: boolean): Promise<() => Promise<SendResult>> => {
    const { encloses, ...written } = content.byEmail({ address, shared });
    const enclosed = encloses && { filename: encloses.filename, content: await encloses.make() };
    const email = { id, to: address, ...written, ...(enclosed ? { enclosed } : {}), repeat };
    return () => edges.sendEmail(email);
  };
  const { teams, email, inbox } = reach;
  if (route === 'teams' && teams !== null) {
    const to = { kind: 'person', ...teams } as const;
    const inTeams = { id, to, ...content.inTeams(), replaces: null, repeat };
    return () => edges.sendTeams(inTeams);
  }
  if (route === 'email' && email !== null) return mail(email, false);
  return route === 'inbox' && inbox !== null ? mail(inbox, true) : null;
};
