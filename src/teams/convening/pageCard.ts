/** The page a convene form is at, as its card. */
import type { Card } from '../../cards/bind.ts';
import { conveneChildCard } from '../../cards/conveneChild.ts';
import { conveneConcernCard } from '../../cards/conveneConcern.ts';
import { conveneMeetingCard, type Reached } from '../../cards/conveneMeeting.ts';
import { convenePeopleCard } from '../../cards/convenePeople.ts';
import { conveneReferralCard } from '../../cards/conveneReferral.ts';
import type { ConveningDraft, Draft } from '../../conduct/drafts.ts';
import type { Participant } from '../../discussion/state/people.ts';
import { roleWords } from '../../practice/language/roles.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import type { Edges } from '../edges.ts';
import { chosenParticipants } from './chosenPeople.ts';

export const pageCard = async (form: Draft<ConveningDraft>, edges: Edges): Promise<Card> => {
  const { practice } = edges.conduct;
  const now = edges.clock();
  switch (form.body.step) {
    case 'child':
      return conveneChildCard(form, now);
    case 'referral':
      return conveneReferralCard(form, null);
    case 'concern':
      return conveneConcernCard(form, practice, null);
    case 'people':
      return convenePeopleCard(form, practice, await edges.directory.all(), now);
    case 'meeting':
      return conveneMeetingCard(form, practice, await invitedLines(form.body, edges), {
        now,
        isMade: edges.makesMeetings,
      });
    default:
      return unreachable('step', form.body.step);
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
