/** What the outbox needs from everything else: part of the composition root. */
import { calendarEdges, isInCalendar, type Meetings } from './meetingEvents.ts';
import type { Conduct } from '../conduct/conduct.ts';
import type { Directory } from '../directory/directory.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { isMessage, type Notice, type NoticeKind } from '../discussion/state/notice.ts';
import { system } from '../discussion/state/people.ts';
import { callAbout } from '../discussion/state/telling.ts';
import { availableFor } from '../messages/availableFor.ts';
import { catalogue } from '../messages/catalogue.ts';
import type { CardContent } from '../messages/message.ts';
import { placeCard } from '../messages/placeCard.ts';
import { codeOf, inHalves } from '../messages/recordCodes.ts';
import { personMessage } from '../messages/render.ts';
import type { createDeliver } from '../outbox/deliver.ts';
import type { NoticeLog } from '../outbox/log.ts';
import { waitForLink } from '../messages/joining.ts';
import { linkPath } from '../messages/links.ts';
import type { SendEmail, SendTeams } from '../channels/send.ts';
import { decisionLateFor } from '../messages/decisionLate.ts';
import { enquiryLateLetter } from '../messages/enquiryLate.ts';
import { recordLateLetter } from '../messages/recordLate.ts';
import { aboutDiscussion } from '../messages/escalation.ts';
import { heldLateLetter } from '../messages/heldLate.ts';
import { escalationFor } from '../messages/watchdog.ts';
import { plusMillis, type Instant } from '../practice/time/instant.ts';
import { unseenLine } from '../words/enquiryWords.ts';
import { whomToRing, type Council } from '../directory/ring.ts';
import { inPlaceOfAnnouncement, placeGone, placeOf, viewersOf } from './place.ts';
import { signedCopy } from './signedCopy.ts';
import { reachOf, watcherReach } from '../directory/reach.ts';
import type { ClaimedNotice, Settlement, Store, Stores } from '../store/store.ts';
import type { TeamsIdOf } from '../teams/members.ts';
import type { Roster } from '../teams/roster.ts';

/** How long the delivery card waits, so that a dozen notices sent at once change it once. Milliseconds. */
const gatherMs = 1_500;

/** Each message settled shows on the delivery card in the thread; one that only a telephone can deliver is a task. */
export const reporting = (
  store: Store,
  clock: () => Instant,
  conduct: Pick<Conduct, 'act'>,
): Pick<Store, 'claim' | 'settle' | 'nextDue'> => ({
  claim: (claim) => store.claim(claim),
  nextDue: () => store.nextDue(),
  settle: async (claimed, delivery) => {
    // Before it is settled: should this process end in between, it happens again, under the same key.
    if (delivery.status === 'telephone') await askToTelephone(claimed, conduct);
    const { to } = claimed.notice.recipient;
    const isNews = to !== 'place' && to !== 'calendar' && !isPutBack(claimed, delivery);
    // Asked for together, so that they are written together.
    const [settled] = await Promise.all([
      store.settle(claimed, delivery),
      isNews && store.showAgain(claimed.reference, 'deliveryCard', plusMillis(clock(), gatherMs)),
    ]);
    return settled;
  },
});

/** Nothing was tried: it only waits for its turn, or for the link to a meeting. */
const isPutBack = (claimed: ClaimedNotice, { status, attempts }: Settlement): boolean =>
  status === 'owed' && attempts.length === claimed.delivery.attempts.length;

const askToTelephone = async ({ reference, notice }: ClaimedNotice, conduct: Pick<Conduct, 'act'>): Promise<void> => {
  if (!isMessage(notice.kind) || catalogue[notice.kind].call === null) return;
  const command = { kind: 'askToTelephone', notice } as const;
  await conduct.act({ reference, command, actor: system, key: `${notice.id}/telephone` });
};

type DeliverEdges = Parameters<typeof createDeliver<Discussion>>[0];

interface Edges {
  readonly stores: Stores;
  readonly conduct: Conduct;
  readonly directory: Directory;
  readonly roster: Roster;
  readonly teamsIdOf: TeamsIdOf;
  readonly clock: () => Instant;
  readonly sendTeams: SendTeams;
  readonly sendEmail: SendEmail;
  /** Null where no meetings are made. */
  readonly meetings: Meetings | null;
  /** The address notices come from. */
  readonly from: string;
  /** Where people outside can open this service, such as https://strategy.exampleshire.gov.uk. */
  readonly publicUrl: string;
  readonly linkSecret: string;
  /** Domains to whose addresses what identifies a child may be sent. */
  readonly secureDomains: readonly string[];
  readonly council: Council;
  readonly log: NoticeLog;
}

/** How notices see the rest: the discussion as it stands, how people are reached, what each message says. */
export const deliverEdges = (edges: Edges): DeliverEdges => {
  const { stores, conduct, directory, clock, sendEmail } = edges;
  return {
    load: (reference) => loaded(conduct, reference),
    store: stores.store,
    placeOf: (d) => placeOf(d, directory),
    placeGone: (reference, conversation) => placeGone(reference, conversation, conduct),
    reachOf: (recipient, d) => reachOf(recipient, d, directory),
    watcherReach: (watcher, d) => watcherReach(watcher, d, directory),
    escalationFor: (notice, all, d) => {
      if (notice.kind === 'heldLate') return aboutDiscussion(d, clock(), heldLateLetter);
      if (notice.kind === 'decisionLate') {
        const calendar = (d === null ? conduct.practice : conduct.practiceOf(d)).calendar;
        return decisionLateFor(notice, all, d, { calendar, now: clock() });
      }
      if (notice.kind === 'enquiryLate' || notice.kind === 'recordLate') {
        const write = notice.kind === 'enquiryLate' ? enquiryLateLetter : recordLateLetter;
        return aboutDiscussion(d, clock(), (each) => write(each, conduct.practiceOf(each)));
      }
      return escalationFor(notice, all, clock(), (id) => d !== null && callAbout(d.telling, id) !== undefined);
    },
    cardFor: (notice, d) => (notice.kind === 'flagUnseen' ? flagUnseen(d, edges) : cardFor(notice, d, edges)),
    messageFor: messageFor(edges),
    calendar: calendarEdges(edges),
    sendEmail,
    sendTeams: inPlaceOfAnnouncement(edges),
    clock,
    random: Math.random,
    log: edges.log,
  };
};

const loaded = async (conduct: Conduct, reference: string): Promise<Discussion> => {
  const discussion = await conduct.current(reference);
  if (discussion === null) throw new Error(`notices are owed for ${reference}, which does not exist`);
  return discussion;
};

const cardFor = async (notice: Notice, d: Discussion, edges: Edges): Promise<CardContent> => {
  const { stores, conduct, clock } = edges;
  return placeCard(notice, d, {
    practice: conduct.practiceOf(d),
    now: clock(),
    notices: showsNotices(notice.kind) ? await stores.store.notices(d.reference) : [],
    viewers: await viewersOf(notice.kind, d, edges),
  });
};

/** V-1: nothing of its own is shown; the agenda card is, once more, where it now flags a child. */
const flagUnseen = async (d: Discussion, { stores, conduct, clock }: Edges): Promise<'superseded'> => {
  const now = clock();
  const isFlagged = unseenLine(d, conduct.practiceOf(d), now) !== null;
  if (isFlagged) await stores.store.showAgain(d.reference, 'agendaCard', now);
  return 'superseded';
};

const messageFor =
  (edges: Edges): DeliverEdges['messageFor'] =>
  async (notice, d) => {
    const { stores, conduct, directory, clock, from, publicUrl, linkSecret, secureDomains, council } = edges;
    const { recipient } = notice;
    const message = personMessage(notice, d, {
      practice: conduct.practiceOf(d),
      now: clock(),
      notices: await stores.store.notices(d.reference),
      available: await availableFor(notice.kind, directory, clock()),
      from,
      inCalendar: recipient.to === 'person' && (await isInCalendar(d, recipient.personId, edges)),
      secureDomains,
      ring:
        recipient.to === 'person' || recipient.to === 'referrer'
          ? await whomToRing(recipient, d, directory, council)
          : null,
      linkTo: (about, purpose) => new URL(linkPath(about, purpose, linkSecret), publicUrl).href,
      codeFor: (about) => inHalves(codeOf(about, linkSecret)),
      recordFor: (about) => signedCopy(about, { store: stores.store, conduct }),
    });
    return message === 'superseded' ? message : (waitForLink(notice, d, clock(), catalogue) ?? message);
  };

/** A discussion of before has no card to take part with: its agenda brings the buttons. */
const showsNotices = (kind: NoticeKind): boolean => kind === 'deliveryCard' || kind === 'agendaCard';
