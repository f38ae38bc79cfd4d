/** The convene form: five pages that replace each other in place, for the person who asked and nobody else. */
import { z } from 'zod';
import { withProblems, type Card } from '../cards/bind.ts';
import { conveneChildCard, conveneChildForm, conveneChildProblems, nextChildId } from '../cards/conveneChild.ts';
import { conveneConcernCard, readConcern } from '../cards/conveneConcern.ts';
import { conveneMeetingCard, conveneMeetingForm } from '../cards/conveneMeeting.ts';
import { convenePeopleCard, convenePeopleForm } from '../cards/convenePeople.ts';
import {
  conveneReferralCard,
  conveneReferralForm,
  referralTimes,
  referrerFrom,
  type ReferralInput,
} from '../cards/conveneReferral.ts';
import { readForm, wallTime } from '../cards/form.ts';
import { messageCard } from '../cards/message.ts';
import { refusalWords } from '../cards/refusalWords.ts';
import { loadDraft, saveDraft, steps, type ConveningDraft, type Draft } from '../conduct/convening.ts';
import { personId } from '../discussion/people.ts';
import { roleWords } from '../practice/roles.ts';
import { isFamily } from '../practice/roles.ts';
import { chosenParticipants } from './choosing.ts';
import type { Answer, Edges, Handler, Press } from './edges.ts';
import { agendaAnswer, asTyped, readable } from './reading.ts';

type Convening = Draft<ConveningDraft>;
/** What a page makes of its form: the draft to go on with, or what has to be put right on the same page. */
type Page = (press: Press, draft: Convening, edges: Edges) => Promise<Next> | Next;
type Next = { readonly next: ConveningDraft } | { readonly problems: readonly string[]; readonly again?: Card };

const carried = z.object({ reference: z.string().max(40), revision: z.number().int().optional() });

/** Finds the form and checks that it is this person's own. */
const withDraft = async (
  press: Press,
  edges: Edges,
  use: (draft: Convening, revision: number | undefined) => Promise<Answer>,
): Promise<Answer> => {
  const { reference, revision } = carried.parse(press.data);
  const draft = await loadDraft(edges.drafts, reference, 'convening');
  if (draft === null) return finished(press, edges);
  if (draft.owner !== press.who.actor.personId) {
    return { text: 'This form belongs to the person who asked for it. Type /strategy to start your own.' };
  }
  return use(draft, revision);
};

/** The form is gone: convened, so show the discussion; or discarded. */
const finished = async (press: Press, edges: Edges): Promise<Answer> => {
  const { reference } = carried.parse(press.data);
  if ((await edges.conduct.current(reference)) !== null) {
    return readable(press, edges, (d) => agendaAnswer(d, null, edges));
  }
  return { card: messageCard({ title: 'This form has been closed', lines: ['Type /strategy to start a new one.'] }) };
};

const pageCard = async (draft: Convening, edges: Edges): Promise<Card> => {
  const { practice } = edges.conduct;
  const now = edges.clock();
  switch (draft.body.step) {
    case 'child':
      return conveneChildCard(draft, now);
    case 'referral':
      return conveneReferralCard(draft, null);
    case 'concern':
      return conveneConcernCard(draft, practice, null);
    case 'people':
      return convenePeopleCard(draft, practice, await edges.directory.all(), now);
    case 'meeting':
      return conveneMeetingCard(draft, practice, await invitedLines(draft.body, edges), now);
    default: {
      const unknown: never = draft.body.step;
      throw new Error(`unknown step ${String(unknown)}`);
    }
  }
};

const invitedLines = async (body: ConveningDraft, edges: Edges) => {
  const { chair, invitees } = await chosenParticipants(body, edges);
  const everyone = chair === null ? invitees : [chair, ...invitees.filter((p) => p.personId !== chair.personId)];
  return everyone.map((p) => ({ name: p.name, as: p === chair ? 'chair' : roleWords(p.role) }));
};

const save = async (draft: Convening, body: ConveningDraft, edges: Edges): Promise<Answer> => {
  const next = { ...draft, revision: draft.revision + 1, body };
  if ((await saveDraft(edges.drafts, next, edges.clock())) === 'saved') return { card: await pageCard(next, edges) };
  // Another submission of this very form was first: show where it has got to.
  const latest = await loadDraft(edges.drafts, draft.id, 'convening');
  return { card: await pageCard(latest ?? next, edges) };
};

/** One page: a page sent twice, or from an old copy of the card, just shows where the form has got to. */
const page =
  (read: Page): Handler =>
  (press, edges) =>
    withDraft(press, edges, async (draft, revision) => {
      if (revision !== draft.revision) return { card: await pageCard(draft, edges) };
      const result = await read(press, draft, edges);
      if ('next' in result) return save(draft, result.next, edges);
      return { card: withProblems(result.again ?? (await pageCard(draft, edges)), result.problems) };
    });

const childPage: Page = (press, { body }, edges) => {
  const read = readForm(conveneChildForm, press.data);
  if (!read.ok) {
    const named = readForm(conveneChildProblems, press.data);
    return { problems: named.ok ? [] : named.problems };
  }
  const another = press.data.next === 'child';
  if (read.value === null) {
    if (body.children.length === 0) return { problems: ['Enter the child’s details.'] };
    return another ? { problems: ['Enter the next child’s details, or continue.'] } : { next: { ...body, step: 'referral' } };
  }
  const child = { ...read.value, childId: nextChildId(body.children) };
  const { birth } = child;
  const today = edges.clock().slice(0, 10);
  if (birth.kind === 'born' && birth.on > today) {
    return { problems: ['The date of birth is in the future. For an unborn child, choose “No, unborn”.'] };
  }
  if (body.children.length >= 12) return { problems: ['One discussion can hold up to 12 children. Convene another for the rest.'] };
  return { next: { ...body, children: [...body.children, child], step: another ? 'child' : 'referral' } };
};

const removeChild: Page = (press, { body }) => ({
  next: { ...body, children: body.children.filter((child) => child.childId !== press.data.childId) },
});

const referralPage: Page = (press, draft, edges) => {
  const typed = asTyped(press.data);
  const again = () => conveneReferralCard(draft, typedReferral(typed));
  const read = readForm(conveneReferralForm, press.data);
  if (!read.ok) return { problems: read.problems, again: again() };
  const times = referralTimes(read.value, edges.clock());
  if (!times.ok) return { problems: times.problems, again: again() };
  const referrer = referrerFrom(read.value, personId(`${draft.id}:referrer`));
  return { next: { ...draft.body, referral: { ...times.value, referrer }, step: 'concern', peopleChosen: false } };
};

const typedReferral = (typed: Readonly<Record<string, string>>): ReferralInput => {
  const get = (name: string) => typed[name] ?? '';
  return {
    receivedDate: get('receivedDate'),
    receivedTime: get('receivedTime'),
    identifiedDate: get('identifiedDate'),
    identifiedTime: get('identifiedTime'),
    referrerName: get('referrerName'),
    standing: get('standing'),
    referrerAgency: get('referrerAgency'),
    referrerEmail: get('referrerEmail'),
    referrerPhone: get('referrerPhone'),
  };
};

const concernPage: Page = (press, draft, edges) => {
  const { practice } = edges.conduct;
  const read = readConcern(press.data, practice, edges.clock());
  if (!read.ok) return { problems: read.problems, again: conveneConcernCard(draft, practice, read.typed) };
  return { next: { ...draft.body, ...read.value, step: 'people', peopleChosen: false } };
};

const peoplePage: Page = async (press, draft, edges) => {
  const { practice } = edges.conduct;
  const people = await edges.directory.all();
  const typed = asTyped(press.data);
  const seats = Object.fromEntries(
    Object.entries(typed).flatMap(([id, value]) => (id.startsWith('seat.') && value !== '' ? [[id.slice(5), value]] : [])),
  );
  const read = readForm(convenePeopleForm, press.data);
  const chosen = { ...draft.body, seats, peopleChosen: true, others: read.ok ? read.value.others : [], inviteReferrer: typed.inviteReferrer !== 'false' };
  const again = (body: ConveningDraft) =>
    convenePeopleCard({ ...draft, body }, practice, people, edges.clock(), {
      namedName: typed.namedName ?? '',
      namedRole: typed.namedRole ?? '',
      namedAgency: typed.namedAgency ?? '',
      namedEmail: typed.namedEmail ?? '',
    });
  if (!read.ok) return { problems: read.problems, again: again(chosen) };
  const { namedName, namedRole, namedAgency, namedEmail } = read.value;
  const unknown = [...Object.values(seats), ...read.value.others].filter((id) => !people.some((p) => p.id === id));
  if (unknown.length > 0) return { problems: ['Choose people from the list: one of those sent is not in the directory.'], again: again(chosen) };
  if (isFamily(namedRole)) {
    return { problems: refusalWords({ code: 'familyInvited', rule: 'S-1', name: namedName }), again: again(chosen) };
  }
  const named =
    namedName === ''
      ? draft.body.named
      : [
          ...draft.body.named,
          {
            personId: personId(`${draft.id}:named:${draft.body.named.length + 1}`),
            name: namedName,
            role: namedRole,
            agency: namedAgency,
            rank: null,
            email: namedEmail,
          },
        ];
  if (press.data.next === 'people') {
    return namedName === ''
      ? { problems: ['Enter the details of the person to add.'], again: again(chosen) }
      : { next: { ...chosen, named, step: 'people' } };
  }
  return { next: { ...chosen, named, step: 'meeting' } };
};

const meetingPage: Page = (press, { body }) => {
  const typed = asTyped(press.data);
  const format = typed.format === 'phone' || typed.format === 'video' ? typed.format : 'meeting';
  const meeting = { date: typed.date ?? '', time: typed.time ?? '', format, where: typed.where ?? '' } as const;
  return { next: { ...body, meeting } };
};

/** The last page convenes. What was typed is kept first, so that a refusal loses nothing. */
const convene: Handler = (press, edges) =>
  withDraft(press, edges, async (draft, revision) => {
    if (revision !== draft.revision) return { card: await pageCard(draft, edges) };
    const kept = await meetingPage(press, draft, edges);
    const body = 'next' in kept ? kept.next : draft.body;
    const shown = { ...draft, body };
    const again = async (problems: readonly string[]): Promise<Answer> => ({
      card: withProblems(await pageCard(shown, edges), problems),
    });
    const read = readForm(conveneMeetingForm, press.data);
    if (!read.ok) return again(read.problems);
    const startsAt = wallTime(read.value.date, read.value.time, 'The meeting');
    if (!startsAt.ok) return again(startsAt.problems);
    const { chair, invitees } = await chosenParticipants(body, edges);
    if (chair === null) return again(['Choose who chairs: go back one page.']);
    if (body.referral === null || startsAt.value === null) return again(['Go back and complete the referral.']);
    const acted = await edges.conduct.act({
      reference: draft.id,
      key: `convene:${draft.id}`,
      actor: press.who.actor,
      command: {
        kind: 'convene',
        reference: draft.id,
        authority: edges.authority,
        children: body.children,
        referral: {
          ...body.referral,
          concernsIdentifiedAt: body.referral.concernsIdentifiedAt ?? body.referral.receivedAt,
        },
        concern: body.concern,
        facts: body.facts,
        chair,
        invitees,
        meeting: { startsAt: startsAt.value, format: read.value.format, where: read.value.where },
        place: body.place,
      },
    });
    if (acted.result === 'refused') return again(refusalWords(acted.refusal));
    await edges.drafts.remove(draft.id);
    return agendaAnswer(acted.discussion, `Convened as ${draft.id}. Invitations are on their way.`, edges);
  });

const back: Page = (press, { body }) => {
  const to = steps.find((step) => step === press.data.to);
  return { next: { ...body, step: to ?? 'child' } };
};

const discard: Handler = (press, edges) =>
  withDraft(press, edges, async (draft) => {
    await edges.drafts.remove(draft.id);
    return { card: messageCard({ title: 'Discarded', lines: ['Nothing was kept. Type /strategy to start a new form.'] }) };
  });

const show: Handler = (press, edges) =>
  withDraft(press, edges, async (draft) => ({ card: await pageCard(draft, edges) }));

export const conveningHandlers: Readonly<Record<string, Handler>> = {
  'convene.show': show,
  'convene.child': page(childPage),
  'convene.removeChild': page(removeChild),
  'convene.referral': page(referralPage),
  'convene.concern': page(concernPage),
  'convene.people': page(peoplePage),
  'convene.meeting': convene,
  'convene.back': page(back),
  'convene.discard': discard,
};

