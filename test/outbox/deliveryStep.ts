/** One step of a delivery by hand: a claimed notice, channels that answer as told, and what they were asked. */
import type { Attempt, Notice, TrackedNotice } from '../../src/discussion/state/notice.ts';
import { createDeliver, type DeliverEdges } from '../../src/outbox/deliver.ts';
import type { Email, SendResult, TeamsMessage } from '../../src/channels/send.ts';
import type { ClaimedNotice } from '../../src/store/store.ts';
import { minutes } from '../store/contract/commits.ts';
import { noCalendar } from './noCalendar.ts';
import { mailPage } from '../../src/documents/mailPage.ts';
import { type CardContent, type MessageContent } from '../../src/messages/message.ts';
import type { Reach } from '../../src/directory/reach.ts';

export const now = minutes(0);
export const sent = { result: 'sent', receipt: 'm1' } as const;
export const busy = { result: 'later', detail: 'Teams answered 429', retryAfterMs: null } as const;
export const blocked = { result: 'closed', detail: 'Teams answered 403 ConversationBlockedByUser' } as const;
export const lost = { result: 'unknown', detail: 'Teams did not answer' } as const;

export const both: Reach = { teams: { tenantId: 'tenant', userId: 'user' }, email: 'a@b.example', inbox: null };
export const inTeams: CardContent = { card: { type: 'AdaptiveCard' }, summary: 'SD-1: an invitation' };
export const byEmail = { subject: 'SD-1', ...mailPage({ heading: 'You are invited', lines: [], link: null }) };
export const content: MessageContent = {
  inTeams: () => inTeams,
  byEmail: ({ shared }) => (shared ? { ...byEmail, text: 'Others read this too' } : byEmail),
};
export const card: CardContent = { card: { type: 'AdaptiveCard' }, summary: 'SD-1: agenda' };

/** One step of delivery, with what each channel was asked to do. `answers` are given in order. */
export const step = async (
  notice: Notice,
  options: {
    readonly answers?: readonly (SendResult | Error)[];
    readonly attempts?: readonly Attempt[];
    readonly siblings?: readonly TrackedNotice[];
    readonly edges?: Partial<DeliverEdges<string>>;
    readonly reach?: Reach;
    readonly interrupted?: boolean;
  } = {},
) => {
  const { answers = [], attempts = [], siblings = [], edges = {}, reach = both, interrupted = false } = options;
  const asked: (TeamsMessage | Email)[] = [];
  const logged: string[] = [];
  const gone: string[] = [];
  const left = [...answers];
  const channel = (message: TeamsMessage | Email): Promise<SendResult> => {
    asked.push(message);
    const answer = left.shift();
    if (answer === undefined) throw new Error('sent more often than expected');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const delivery = { status: 'sending', leaseUntil: minutes(1), holder: 'one', attempts } as const;
  const claimed: ClaimedNotice = { reference: 'SD-1', version: siblings.length + 1, notice, delivery, interrupted };
  const deliver = createDeliver<string>({
    load: (reference) => Promise.resolve(`state of ${reference}`),
    store: { notices: () => Promise.resolve([...siblings, claimed]) },
    placeOf: (discussion) => Promise.resolve({ kind: 'conversation', conversation: `place of the ${discussion}` }),
    placeGone: (_reference, conversation) => Promise.resolve(void gone.push(conversation)),
    reachOf: () => Promise.resolve(reach),
    cardFor: () => Promise.resolve(card),
    calendar: noCalendar,
    watcherReach: () => Promise.resolve(both),
    escalationFor: () => content,
    messageFor: () => Promise.resolve(content),
    sendEmail: channel,
    sendTeams: channel,
    clock: () => now,
    random: () => 1,
    log: ({ what }) => logged.push(what),
    ...edges,
  });
  return { settlement: await deliver(claimed), asked, logged, gone };
};

export const tried = (route: Attempt['route'], result: Attempt['result'], detail: string): Attempt => ({
  at: now,
  route,
  result,
  detail,
  receipt: result === 'sent' ? 'm1' : null,
});
