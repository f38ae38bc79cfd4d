/** Handing over what somebody answers for; and a manager’s taking the chair where whoever has it is away. */
import { z } from 'zod';
import type { Card, Choice } from '../../cards/bind.ts';
import { readForm } from '../../cards/form.ts';
import { handOverCard, handOverForm, takeOverCard, takeOverForm } from '../../cards/handOver.ts';
import { messageCard } from '../../cards/message.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { CommandOf } from '../../discussion/commands/command.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { holderFault } from '../../discussion/commands/handOver.ts';
import type { Refusal } from '../../discussion/commands/refusal.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { holderOf } from '../../discussion/state/handover.ts';
import { namedPersonId } from '../../discussion/state/namedPerson.ts';
import { socialWorkRoles, type Participant } from '../../discussion/state/people.ts';
import { isChildrensSocialCare } from '../../practice/language/roles.ts';
import { partWords } from '../../words/handoverWords.ts';
import type { DirectoryPerson } from '../../directory/directory.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { doneAnswer, formAgain, refusalCard } from '../answers.ts';
import { participantFrom, personChoice, usualRole } from '../directoryPeople.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, commandKey, readHeader } from '../press.ts';
import type { Who } from '../who.ts';

const isLed = (d: Discussion, { actor }: Who): boolean => may('handOver', capacitiesOf(d, actor));

/** Those of children’s social care: what each may take on is asked when they are chosen. */
export const candidates = async ({ directory }: Edges): Promise<readonly Choice[]> =>
  (await directory.all())
    .filter(({ rank, roles }) => rank !== null || roles.some(isChildrensSocialCare))
    .map((p) => personChoice(p));

/** The form for whoever leads it; for another manager, where they may chair it, that to take the chair. */
export const handOverFor = async (reference: string, who: Who, edges: Edges): Promise<Card> => {
  const found = await mayAsk(reference, who, edges);
  if ('card' in found) return found.card;
  const { d } = found;
  const opened = { reference, nonce: edges.newId(), seen: d.handovers.length };
  if (isLed(d, who) && d.stage !== 'stoodDown') return handOverCard(d, opened, await candidates(edges));
  return mayTakeChair(d, who, edges) ? takeOverCard(d, opened) : notTheirs(reference, who, edges);
};

const mayTakeChair = (d: Discussion, { person }: Who, { conduct }: Edges): boolean =>
  d.stage !== 'stoodDown' && holderFault(d, 'chair', participantFrom(person), conduct.practiceOf(d)) === null;

/** A discussion that this person leads, or might. */
const mayAsk = async (
  reference: string,
  who: Who,
  edges: Edges,
): Promise<{ readonly d: Discussion } | { readonly card: Card }> => {
  for (const deed of ['handOver', 'takeOver'] as const) {
    const seen = await edges.conduct.read({ reference, actor: who.actor, deed });
    if (seen.result === 'seen') return { d: seen.discussion };
  }
  return { card: await notTheirs(reference, who, edges) };
};

/** Whoever takes part hears who may, or that it is too late; for anybody else there is no such discussion. */
const notTheirs = async (reference: string, { actor }: Who, { conduct }: Edges): Promise<Card> => {
  const seen = await conduct.read({ reference, actor, deed: 'read' });
  if (seen.result === 'refused') return refusalCard(seen.refusal);
  const { stage } = seen.discussion;
  const notNow: Refusal =
    stage === 'stoodDown' ? { code: 'tooLate', command: 'handOver', stage } : { code: 'notAskedHere' };
  return refusalCard(forbidden('handOver', 'handOver', seen.discussion, actor) ?? notNow);
};

export const openHandOver: Handler = async (press, edges) => ({
  card: await handOverFor(readHeader(press).reference, press.who, edges),
});

const carried = z.object({ seen: z.coerce.number().int().nonnegative() });

export const sendHandOver: Handler = async (press, edges) => {
  const { reference, nonce } = readHeader(press);
  const { seen } = carriedBy(carried, press);
  const found = await mayAsk(reference, press.who, edges);
  if ('card' in found) return found;
  const { d } = found;
  if (!isLed(d, press.who)) return { card: await notTheirs(reference, press.who, edges) };
  const people = await candidates(edges);
  const form = () => handOverCard(d, { reference, nonce, seen }, people, asTyped(press.data));
  const read = readForm(handOverForm, press.data);
  if (!read.ok) return formAgain(form, read.problems);
  const { part, reason } = read.value;
  const to = await chosen(read.value, d, nonce, edges);
  if (to === null) return formAgain(form, ['Choose a person from the list, or enter their name.']);
  return handed(press, edges, { kind: 'handOver', part, to, reason, seen }, form);
};

export const sendTakeOver: Handler = async (press, edges) => {
  const { reference, nonce } = readHeader(press);
  const { seen } = carriedBy(carried, press);
  const found = await mayAsk(reference, press.who, edges);
  if ('card' in found) return found;
  const { d } = found;
  if (!mayTakeChair(d, press.who, edges)) return { card: await notTheirs(reference, press.who, edges) };
  const form = () => takeOverCard(d, { reference, nonce, seen }, asTyped(press.data));
  const read = readForm(takeOverForm, press.data);
  if (!read.ok) return formAgain(form, read.problems);
  const to = participantFrom(press.who.person);
  return handed(press, edges, { kind: 'handOver', part: 'chair', to, reason: read.value.reason, seen }, form);
};

const handed = async (
  press: Press,
  edges: Edges,
  command: CommandOf<'handOver'>,
  form: () => Card,
): Promise<Answer> => {
  const { reference } = readHeader(press);
  const { actor } = press.who;
  const acted = await edges.conduct.act({ reference, command, actor, key: commandKey(press) });
  if (acted.result === 'refused') {
    return acted.refusal.code === 'unknownDiscussion'
      ? { card: refusalCard(acted.refusal) }
      : formAgain(form, refusalWords(acted.refusal));
  }
  const { discussion: d, then } = acted;
  const done = `${holderOf(then, command.part).name} is the ${partWords[command.part]} now. Those who lead the discussion are told.`;
  // Whoever has handed over what they had may not look at it any more.
  return may('read', capacitiesOf(d, actor))
    ? doneAnswer(d, done, press, edges)
    : { card: messageCard({ title: 'Handed over', lines: [done] }) };
};

/** In the role they can carry the case on in, where that is what they are asked to do. */
const chosen = async (
  { part, person, name, email }: z.output<typeof handOverForm>,
  d: Discussion,
  nonce: string,
  { directory }: Edges,
): Promise<Participant | null> => {
  const { agency } = d.chair;
  if (name !== '') {
    const id = namedPersonId(d.reference, 'invited', nonce);
    return { personId: id, name, role: part === 'socialWorker' ? 'socialWorker' : part, agency, rank: null, email };
  }
  const found = await directory.byId(person);
  return found === null ? null : participantFrom(found, part === 'socialWorker' ? socialWorkRole(found) : undefined);
};

const socialWorkRole = (person: DirectoryPerson): string =>
  socialWorkRoles.find((role) => person.roles.includes(role)) ?? usualRole(person);
