/** What those who run a discussion do to reach people: record a telephone call, invite somebody else, stop the links. */
import { z } from 'zod';
import { readForm, wallTime } from '../cards/form.ts';
import { inviteCard, inviteForm } from '../cards/invite.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { proofsToPeople } from '../messages/proof.ts';
import { notHeardFrom } from '../words/seatLines.ts';
import { toldCard, toldForm } from '../cards/told.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { invitationOf } from '../discussion/state/discussion.ts';
import { namedPersonId } from '../discussion/state/namedPerson.ts';
import { personId, type Participant } from '../discussion/state/people.ts';
import { participantFrom } from './choosing.ts';
import type { Edges, Handler } from './edges.ts';
import { asTyped, carriedBy, commandKey, formAgain, readable, readHeader, submit } from './reading.ts';

const carried = z.object({ notice: z.string().max(300).optional() });

const openTold: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { notice = '' } = carriedBy(carried, press);
    const now = edges.clock();
    const proofs = proofsToPeople(d, await edges.store.notices(d.reference), now);
    return { card: toldCard(d, edges.newId(), { proofs, now, about: notice }) };
  });

const sendTold: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const notices = await edges.store.notices(reference);
    const typed = asTyped(press.data);
    const now = edges.clock();
    const proofs = proofsToPeople(d, notices, now);
    const form = () => toldCard(d, nonce, { proofs, now, about: typed.notice ?? '' }, typed);
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

const invitable = async (d: Discussion, { directory }: Edges) => {
  const invited = new Set<string>([d.chair.personId, ...d.invitations.map((i) => i.participant.personId)]);
  return (await directory.all())
    .filter(({ id }) => !invited.has(id))
    .map(({ id, name, agency }) => ({ title: `${name}, ${agency}`, value: id }));
};

const openInvite: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const insteadOf = notHeardFrom(d, edges.conduct.practiceOf(d)) ?? '';
    return { card: inviteCard(d, edges.newId(), await invitable(d, edges), { insteadOf }) };
  });

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
      personId: namedPersonId(d.reference, 'invited', nonce),
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
  'told.open': openTold,
  'told.send': sendTold,
  'invite.open': openInvite,
  'invite.send': sendInvite,
  'links.stop': stopLinks,
};
