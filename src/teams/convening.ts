/** The convene form: five pages that replace each other in place, for the person who asked and nobody else. */
import { z } from 'zod';
import type { Card } from '../cards/bind.ts';
import { conveneChildCard } from '../cards/conveneChild.ts';
import { conveneConcernCard } from '../cards/conveneConcern.ts';
import { conveneMeetingCard, conveneMeetingForm, type Reached } from '../cards/conveneMeeting.ts';
import { convenePeopleCard } from '../cards/convenePeople.ts';
import { conveneReferralCard } from '../cards/conveneReferral.ts';
import { readForm, wallTime } from '../cards/form.ts';
import { meetingPlace } from '../cards/meetingPlace.ts';
import { messageCard } from '../cards/message.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { loadDraft, saveDraft, type ConveningDraft, type Step } from '../conduct/drafts.ts';
import type { Participant } from '../discussion/state/people.ts';
import { roleWords } from '../practice/language/roles.ts';
import { chosenParticipants } from './choosing.ts';
import {
  back,
  childPage,
  concernPage,
  peoplePage,
  referralPage,
  removeChild,
  typedMeeting,
  type Convening,
  type Page,
} from './conveningPages.ts';
import type { Answer, Edges, Handler, Press } from './edges.ts';
import { agendaAnswer, carriedBy, commandKey, formAgain, outOfDate } from './reading.ts';
import { unreachable } from '../practice/language/unreachable.ts';

const carried = z.object({ reference: z.string().max(40), revision: z.number().int().optional() });

/** Finds the form and checks that it is this person's own. */
const withDraft = async (
  press: Press,
  edges: Edges,
  use: (draft: Convening, revision: number | undefined) => Promise<Answer>,
): Promise<Answer> => {
  const { reference, revision } = carriedBy(carried, press);
  const draft = await loadDraft(edges.drafts, reference, 'convening');
  if (draft === null) return finished(press, edges);
  if (draft.owner !== press.who.actor.personId) {
    return { text: 'This form belongs to the person who asked for it. Type /strategy to start your own.' };
  }
  return use(draft, revision);
};

/** The form is gone: convened, so show the discussion; or discarded. Whoever may not see it learns nothing either way. */
const finished = async (press: Press, edges: Edges): Promise<Answer> => {
  const { reference } = carriedBy(carried, press);
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed: 'read' });
  if (seen.result === 'seen') return agendaAnswer(seen.discussion, null, edges);
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
      return conveneMeetingCard(draft, practice, await invitedLines(draft.body, edges), {
        now,
        isMade: edges.makesMeetings,
      });
    default:
      return unreachable('step', draft.body.step);
  }
};

const invitedLines = async (body: ConveningDraft, edges: Edges) => {
  const { chair, invitees } = await chosenParticipants(body, edges);
  const everyone = chair === null ? invitees : [chair, ...invitees.filter((p) => p.personId !== chair.personId)];
  return Promise.all(
    everyone.map(async (p) => ({
      name: p.name,
      as: p === chair ? 'chair' : roleWords(p.role),
      reached: await reachedBy(p, edges),
    })),
  );
};

/** How they would be told, as far as the directory knows today: seen before convening, while it can still be mended. */
const reachedBy = async ({ personId, email, agency }: Participant, { directory }: Edges): Promise<Reached> => {
  const person = await directory.byId(personId);
  if (person?.teams != null) return 'teams';
  if ((person?.email ?? email) !== null) return 'email';
  return (await directory.inboxOf(agency)) === null ? 'neither' : 'inbox';
};

const save = async (press: Press, draft: Convening, body: ConveningDraft, edges: Edges): Promise<Answer> => {
  const next = { ...draft, revision: draft.revision + 1, body: { ...body, answered: commandKey(press) } };
  if ((await saveDraft(edges.drafts, next, edges.clock())) === 'saved') return { card: await pageCard(next, edges) };
  // Another submission of this very form was first: show where it has got to.
  const latest = await loadDraft(edges.drafts, draft.id, 'convening');
  return { card: await pageCard(latest ?? next, edges) };
};

/** A submission counts only from the page the form is at, in its newest copy. */
const onPage = (
  at: Step | null,
  press: Press,
  edges: Edges,
  use: (draft: Convening) => Promise<Answer>,
): Promise<Answer> =>
  withDraft(press, edges, async (draft, revision) => {
    const isCurrent = revision === draft.revision && (at === null || at === draft.body.step);
    return isCurrent ? use(draft) : outOfDate(press, draft.body.answered, () => pageCard(draft, edges));
  });

const page =
  (at: Step | null, read: Page): Handler =>
  (press, edges) =>
    onPage(at, press, edges, async (draft) => {
      const result = await read(press, draft, edges);
      return 'next' in result ? save(press, draft, result.next, edges) : formAgain(result.again, result.problems);
    });

/** The last page convenes; refused, it comes back with what was typed. */
const convene: Handler = (press, edges) =>
  onPage('meeting', press, edges, async (draft) => {
    const body = typedMeeting(press, draft.body);
    const again = (problems: readonly string[]) => formAgain(() => pageCard({ ...draft, body }, edges), problems);
    const read = readForm(conveneMeetingForm(edges.makesMeetings), press.data);
    if (!read.ok) return again(read.problems);
    const startsAt = wallTime(read.value.date, read.value.time, 'The meeting');
    if (!startsAt.ok) return again(startsAt.problems);
    const place = meetingPlace(read.value, edges.makesMeetings);
    if (!place.ok) return again(place.problems);
    const { chair, invitees, referrer } = await chosenParticipants(body, edges);
    if (chair === null) return again(['Choose who chairs: go back one page.']);
    if (body.referral === null || referrer === null || startsAt.value === null)
      return again(['Go back and complete the referral.']);
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
          referrer,
          concernsIdentifiedAt: body.referral.concernsIdentifiedAt ?? body.referral.receivedAt,
        },
        concern: body.concern,
        facts: body.facts,
        chair,
        invitees,
        meeting: { startsAt: startsAt.value, ...place.value },
        place: body.place,
      },
    });
    if (acted.result === 'refused') return again(refusalWords(acted.refusal));
    await edges.drafts.remove(draft.id);
    return agendaAnswer(acted.discussion, `Convened as ${draft.id}. Invitations are on their way.`, edges);
  });

const discard: Handler = (press, edges) =>
  withDraft(press, edges, async (draft) => {
    await edges.drafts.remove(draft.id);
    return {
      card: messageCard({ title: 'Discarded', lines: ['Nothing was kept. Type /strategy to start a new form.'] }),
    };
  });

const show: Handler = (press, edges) =>
  withDraft(press, edges, async (draft) => ({ card: await pageCard(draft, edges) }));

export const conveningHandlers: Readonly<Record<string, Handler>> = {
  'convene.show': show,
  'convene.child': page('child', childPage),
  'convene.removeChild': page('child', removeChild),
  'convene.referral': page('referral', referralPage),
  'convene.concern': page('concern', concernPage),
  'convene.people': page('people', peoplePage),
  'convene.meeting': convene,
  'convene.back': page(null, back),
  'convene.discard': discard,
};
