/** The last page: when and where. It convenes; refused, it comes back with what was typed. */
import { withConfirmation } from '../../cards/confirmation.ts';
import { conveneMeetingForm, keptMeeting } from '../../cards/conveneMeeting.ts';
import { readForm, wallTime, type Read } from '../../cards/form.ts';
import { isFormat } from '../../cards/meetingFormat.ts';
import { meetingPlace } from '../../cards/meetingPlace.ts';
import { draftAssessed } from '../../conduct/draftAssessed.ts';
import type { ConveningDraft } from '../../conduct/drafts.ts';
import type { CommandOf } from '../../discussion/commands/command.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Meeting } from '../../discussion/state/event.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { discussionCard, doneAnswer, formAgain } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped } from '../press.ts';
import { chosenParticipants } from './chosenPeople.ts';
import { onPage, type Convening } from './conveneForm.ts';
import { page, stepIn } from './pages.ts';
import { pageCard } from './pageCard.ts';

export const meetingPage: Handler = (press, edges) =>
  onPage('meeting', press, edges, async (draft) => {
    const form = { ...draft, body: { ...draft.body, meeting: typedMeeting(press) } };
    const again = (problems: readonly string[]) => formAgain(() => pageCard(form, edges), problems);
    const meeting = meetingIn(press, form.body, edges);
    if (!meeting.ok) return again(meeting.problems);
    const command = await commandFrom(form, meeting.value, edges);
    if (!command.ok) return again(command.problems);
    const reference = form.id;
    const acted = await edges.conduct.act({
      reference,
      key: `convene:${reference}`,
      actor: press.who.actor,
      command: command.value,
    });
    if (acted.result === 'refused') return again(refusalWords(acted.refusal));
    await edges.drafts.remove(reference);
    return convenedAnswer(acted.discussion, press, edges);
  });

/** From the last look to the page that is to be put right, with everything kept that was typed here. */
export const changeFromMeeting: Handler = page('meeting', (press, form, edges) => {
  const body = { ...form.body, meeting: typedMeeting(press) };
  const read = readForm(keptMeeting, body.meeting);
  return read.ok
    ? { next: { ...body, step: stepIn(press) } }
    : { problems: read.problems, again: () => pageCard({ ...form, body }, edges) };
});

/**
 * The agenda takes the place of the message that offered the form. The next discussion was convened from the card of the
 * one before, which stays what it was.
 */
const convenedAnswer = async (d: Discussion, press: Press, edges: Edges): Promise<Answer> => {
  const done = `Convened as ${d.reference}. Invitations are on their way.`;
  const before = d.follows === null ? null : await edges.conduct.current(d.follows.reference);
  if (before !== null) return doneAnswer(before, done, press, edges);
  return { card: withConfirmation(discussionCard(d, press.who, edges), done) };
};

/** M-3: why a telephone call has to do; nothing where it is not one. */
const withReason = ({ facts, meeting: { format, phoneOnlyReason } }: ConveningDraft): ConveningDraft['facts'] =>
  format === 'phone' && phoneOnlyReason.trim() !== ''
    ? { ...facts, answers: { ...facts.answers, phoneOnlyReason: phoneOnlyReason.trim() } }
    : facts;

/** As typed, right or wrong, to be shown back. */
const typedMeeting = (press: Press): ConveningDraft['meeting'] => {
  const { date = '', time = '', where = '', phoneOnlyReason = '', format, cards, restricted } = asTyped(press.data);
  const kept = { date, time, where, phoneOnlyReason, format: isFormat(format) ? format : ('meeting' as const) };
  return { ...kept, cards: cards === 'ownChat' ? 'ownChat' : 'here', restricted: restricted === 'yes' ? 'yes' : 'no' };
};

type Placed = Omit<Meeting, 'startsAt'> & { readonly startsAt: Meeting['startsAt'] | null };

const meetingIn = (press: Press, body: ConveningDraft, { makesMeetings, conduct, clock }: Edges): Read<Placed> => {
  const read = readForm(conveneMeetingForm(makesMeetings), press.data);
  if (!read.ok) return read;
  const startsAt = wallTime(read.value.date, read.value.time, 'The meeting');
  if (!startsAt.ok) return startsAt;
  const { venue } = draftAssessed(body, conduct.practice, clock());
  const place = meetingPlace(read.value, makesMeetings, venue);
  return place.ok ? { ok: true, value: { startsAt: startsAt.value, ...place.value } } : place;
};

/** The whole form as the command that convenes, or which page is not complete. */
const commandFrom = async (
  { id: reference, body }: Convening,
  { startsAt, ...place }: Placed,
  edges: Edges,
): Promise<Read<CommandOf<'convene'>>> => {
  const { chair, invitees, referrer } = await chosenParticipants(body, edges);
  if (chair === null) return { ok: false, problems: ['Choose who chairs: go back one page.'] };
  const { referral } = body;
  if (referral === null || referrer === null || startsAt === null)
    return { ok: false, problems: ['Go back and complete the referral.'] };
  return {
    ok: true,
    value: {
      kind: 'convene',
      reference,
      authority: edges.authority,
      children: body.children,
      referral: {
        ...referral,
        referrer,
        concernsIdentifiedAt: referral.concernsIdentifiedAt ?? referral.receivedAt,
      },
      concern: body.concern,
      facts: withReason(body),
      follows: body.follows,
      chair,
      invitees,
      meeting: { startsAt, ...place },
      place: body.meeting.cards === 'ownChat' ? { ...body.place, kind: 'personal' } : body.place,
      ...(body.meeting.restricted === 'yes' ? { restricted: true } : {}),
    },
  };
};
