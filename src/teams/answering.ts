/** What people do about the messages they get: read, put off, telephone, disagree, invite somebody else. */
import { z } from 'zod';
import { dutyNames } from '../cards/dutyWords.ts';
import { disputeCard, disputeForm } from '../cards/dispute.ts';
import { readForm, wallTime } from '../cards/form.ts';
import { inviteCard, inviteForm } from '../cards/invite.ts';
import { messageCard } from '../cards/message.ts';
import { refusalWords } from '../cards/refusalWords.ts';
import { toldCard, toldForm } from '../cards/told.ts';
import type { Command } from '../discussion/command.ts';
import type { Discussion } from '../discussion/discussion.ts';
import { invitationOf } from '../discussion/discussion.ts';
import { dutyKinds, type TrackedNotice } from '../discussion/notice.ts';
import { personId, type Participant } from '../discussion/people.ts';
import { londonDate, londonTimeToInstant, plusDays } from '../practice/calendar.ts';
import { plusMillis, type Instant } from '../practice/instant.ts';
import { participantFrom } from './choosing.ts';
import type { Answer, Edges, Handler, Press } from './edges.ts';
import { asTyped, carriedBy, commandKey, formAgain, readable, readHeader, refusalCard, submit } from './reading.ts';

const carried = z.object({
  notice: z.string().max(300).optional(),
  choice: z.string().max(40).optional(),
});

const noticeOf = async (press: Press, edges: Edges, id: string): Promise<TrackedNotice | undefined> =>
  (await edges.store.notices(readHeader(press).reference)).find(({ notice }) => notice.id === id);

/** For people who may answer their message and yet not open the discussion: the answer is a sentence, not the agenda. */
const answered = async (press: Press, edges: Edges, command: Command, done: string): Promise<Answer> => {
  const { reference } = readHeader(press);
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  return acted.result === 'done'
    ? { card: messageCard({ title: 'Thank you', lines: [done] }) }
    : { card: refusalCard(acted.refusal) };
};

const withNotice = async (
  press: Press,
  edges: Edges,
  use: (tracked: TrackedNotice, choice: string) => Promise<Answer>,
): Promise<Answer> => {
  const { notice = '', choice = '' } = carriedBy(carried, press);
  const tracked = await noticeOf(press, edges, notice);
  const { reference } = readHeader(press);
  return tracked === undefined ? { card: refusalCard({ code: 'unknownDiscussion', reference }) } : use(tracked, choice);
};

const seen: Handler = (press, edges) =>
  withNotice(press, edges, ({ notice }) =>
    answered(press, edges, { kind: 'acknowledge', notice }, 'It is recorded that you have seen this.'),
  );

const hourMs = 3_600_000;

/** Nine o'clock tomorrow; the clocks never change at that hour. */
const tomorrowMorning = (now: Instant): Instant => {
  const found = londonTimeToInstant(plusDays(londonDate(now), 1), '09:00');
  return 'at' in found ? found.at : plusMillis(now, 24 * hourMs);
};

const snooze: Handler = (press, edges) =>
  withNotice(press, edges, ({ notice }, choice) => {
    const now = edges.clock();
    const until = choice === 'morning' ? tomorrowMorning(now) : plusMillis(now, hourMs);
    return answered(press, edges, { kind: 'snooze', notice, until }, 'You will be reminded again.');
  });

const done: Handler = (press, edges) =>
  withNotice(press, edges, ({ notice }, choice) => {
    const duty = dutyKinds.find((kind) => kind === choice);
    return duty === undefined
      ? Promise.resolve({ card: refusalCard({ code: 'notYourMessage' }) })
      : answered(
          press,
          edges,
          { kind: 'reportDone', notice, duty },
          `It is recorded that this is done: ${dutyNames[duty]}.`,
        );
  });

const openTold: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { notice = '' } = carriedBy(carried, press);
    const notices = await edges.store.notices(d.reference);
    return { card: toldCard(d, edges.newId(), { notices, now: edges.clock(), about: notice }) };
  });

const sendTold: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const notices = await edges.store.notices(reference);
    const typed = asTyped(press.data);
    const form = () => toldCard(d, nonce, { notices, now: edges.clock(), about: typed.notice ?? '' }, typed);
    const read = readForm(toldForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { notice: id, spokeTo, date, time } = read.value;
    const toldAt = wallTime(date, time, 'The call');
    if (!toldAt.ok || toldAt.value === null) return formAgain(form, toldAt.ok ? [] : toldAt.problems);
    const found = notices.find(({ notice }) => notice.id === id);
    const to = found?.notice.recipient.to;
    if (found === undefined || to === 'place' || to === 'calendar') return formAgain(form, ['Choose whom you told.']);
    return submit(press, edges, {
      reference,
      command: { kind: 'recordTelephoneCall', notice: found.notice, spokeTo, toldAt: toldAt.value },
      done: 'The call is recorded.',
      form,
    });
  });

const kindOfDispute = (press: Press): 'disagrees' | 'heardNothing' =>
  carriedBy(carried, press).choice === 'heardNothing' ? 'heardNothing' : 'disagrees';

const openDispute: Handler = (press, edges) =>
  Promise.resolve({ card: disputeCard(readHeader(press).reference, edges.newId(), kindOfDispute(press)) });

const sendDispute: Handler = (press, edges) => {
  const { reference, nonce } = readHeader(press);
  const kind = kindOfDispute(press);
  const read = readForm(disputeForm, press.data);
  if (!read.ok) return formAgain(() => disputeCard(reference, nonce, kind, asTyped(press.data).text), read.problems);
  const { text } = read.value;
  const command: Command =
    kind === 'disagrees' ? { kind: 'dispute', reason: text } : { kind: 'reportNothingHeard', message: text };
  return answered(press, edges, command, 'The chair is being told and will contact you.');
};

const invitable = async (d: Discussion, { directory }: Edges) => {
  const invited = new Set<string>([d.chair.personId, ...d.invitations.map((i) => i.participant.personId)]);
  return (await directory.all())
    .filter(({ id }) => !invited.has(id))
    .map(({ id, name, agency }) => ({ title: `${name}, ${agency}`, value: id }));
};

const openInvite: Handler = (press, edges) =>
  readable(press, edges, async (d) => ({ card: inviteCard(d, edges.newId(), await invitable(d, edges)) }));

const sendInvite: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const people = await invitable(d, edges);
    const form = () => inviteCard(d, nonce, people, asTyped(press.data));
    const read = readForm(inviteForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const insteadOf = read.value.insteadOf === '' ? null : personId(read.value.insteadOf);
    const role = read.value.role === '' ? roleOf(d, insteadOf) : read.value.role;
    const participant = await invitee(read.value, nonce, role, d, edges);
    if (participant === null) return formAgain(form, ['Choose a person from the list, or enter their name.']);
    return submit(press, edges, {
      reference,
      command: { kind: 'invite', participant, insteadOf },
      done: `${participant.name} is invited.`,
      form,
    });
  });

const roleOf = (d: Discussion, who: Participant['personId'] | null): string | null =>
  who === null ? null : (invitationOf(d, who)?.participant.role ?? null);

const invitee = async (
  form: { readonly person: string; readonly name: string; readonly agency: string; readonly email: string | null },
  nonce: string,
  role: string | null,
  d: Discussion,
  { directory }: Edges,
): Promise<Participant | null> => {
  if (form.name !== '') {
    const { name, agency, email } = form;
    return {
      personId: personId(`${d.reference}:invited:${nonce}`),
      name,
      role: role ?? 'professional',
      agency,
      rank: null,
      email,
    };
  }
  const person = await directory.byId(form.person);
  return person === null ? null : participantFrom(person, role ?? person.roles[0] ?? 'professional');
};

/** Nobody outside can answer by the links sent so far; those sent from now on work. */
const stopLinks: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const command = { kind: 'stopReplyLinks' } as const;
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  return acted.result === 'done'
    ? { text: 'The reply links sent so far no longer work.' }
    : { text: refusalWords(acted.refusal).join(' ') };
};

export const answeringHandlers: Readonly<Record<string, Handler>> = {
  'notice.seen': seen,
  'notice.snooze': snooze,
  'duty.done': done,
  'told.open': openTold,
  'told.send': sendTold,
  'dispute.open': openDispute,
  'dispute.send': sendDispute,
  'invite.open': openInvite,
  'invite.send': sendInvite,
  'links.stop': stopLinks,
};
