/** The page a convene form is at, as its card. */
import type { Card } from '../../cards/bind.ts';
import { conveneChildCard } from '../../cards/conveneChild.ts';
import { conveneConcernCard } from '../../cards/conveneConcern.ts';
import { conveneMeetingCard } from '../../cards/conveneMeeting.ts';
import { convenePeopleCard } from '../../cards/convenePeople.ts';
import { conveneParticularsCard } from '../../cards/conveneParticulars.ts';
import type { ConveningDraft, Draft } from '../../conduct/drafts.ts';
import type { Participant } from '../../discussion/state/people.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { roleWordsIn } from '../../practice/language/roles.ts';
import { audienceLines } from '../../words/audienceWords.ts';
import { staffAt } from '../directoryPeople.ts';
import type { Edges } from '../edges.ts';
import { reachedBy } from '../../directory/reach.ts';
import { chosenParticipants } from './chosenPeople.ts';

export const pageCard = async (form: Draft<ConveningDraft>, edges: Edges): Promise<Card> => {
  const { practice } = edges.conduct;
  const now = edges.clock();
  switch (form.body.step) {
    case 'child':
      return conveneChildCard(form, now);
    case 'concern':
      return conveneConcernCard(form, practice, now, null);
    case 'particulars':
      return conveneParticularsCard(form, practice, now);
    case 'people':
      return convenePeopleCard(form, practice, await staffAt(edges.directory, now), now);
    case 'meeting':
      return meetingCard(form, edges);
    default:
      return unreachable('step', form.body.step);
  }
};

const meetingCard = async (form: Draft<ConveningDraft>, edges: Edges): Promise<Card> => {
  const { chair, invitees } = await chosenParticipants(form.body, edges);
  const invited = await invitedLines(chair, invitees, edges);
  const { conduct, clock, makesMeetings } = edges;
  const audience = await onlookers(form, [...invitees, ...(chair === null ? [] : [chair])], edges);
  const seen = { now: clock(), isMade: makesMeetings, chair, audience };
  return conveneMeetingCard(form, conduct.practice, invited, seen);
};

/** Those of the place who are not invited: the convenor may choose another place while nothing has been posted. */
const onlookers = async (
  { owner, body: { place } }: Draft<ConveningDraft>,
  invited: readonly Participant[],
  { audienceOf, directory, tenants }: Edges,
): Promise<readonly string[]> => {
  if (place.kind === 'personal') return [];
  const readers = await audienceOf(place.conversation);
  const known = await Promise.all([owner, ...invited.map(({ personId }) => personId)].map((id) => directory.byId(id)));
  const theirs = new Set(known.map((person) => person?.teams?.userId));
  const others = readers
    ?.filter(({ userId }) => userId === null || !theirs.has(userId))
    .map(({ name, tenantId }) => ({ name, isElsewhere: tenantId === null || !tenants.includes(tenantId) }));
  return audienceLines({ place: place.kind, others: others ?? null });
};

const invitedLines = async (chair: Participant | null, invitees: readonly Participant[], edges: Edges) => {
  const everyone = chair === null ? invitees : [chair, ...invitees.filter((p) => p.personId !== chair.personId)];
  return Promise.all(
    everyone.map(async (p) => ({
      name: p.name,
      agency: p.agency,
      as: p === chair ? 'chair' : roleWordsIn(edges.conduct.practice, p.role),
      reached: await reachedBy(p, edges.directory),
    })),
  );
};
