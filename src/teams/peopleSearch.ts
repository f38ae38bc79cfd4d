/**
 * Somebody types into a list of people that was cut to fit its card, and their client asks who there is. It is answered out
 * of the list that the form itself takes a choice from, to those who may send that form and to nobody else.
 */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Choice } from '../cards/bind.ts';
import { seatChoice } from '../cards/convenePeople.ts';
import { otherPeople, peopleFor } from '../cards/conveneSuggestion.ts';
import { typedText } from '../cards/form.ts';
import { markOf, onDutyFirst } from '../cards/onDuty.ts';
import { searchingIn, type Searching } from '../cards/peopleSearch.ts';
import { draftAssessed } from '../conduct/draftAssessed.ts';
import type { Deed } from '../discussion/commands/authority.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { theirForm } from './convening/conveneForm.ts';
import { staffAt } from './directoryPeople.ts';
import type { Edges } from './edges.ts';
import { attendanceChoices } from './forms/attendance.ts';
import { candidates } from './forms/handOver.ts';
import { invitable } from './forms/invite.ts';
import { substitutesFor } from './forms/reply.ts';
import type { Identity, Who } from './who.ts';

/** As Teams sends it: the text so far, and which list it is about. */
const asked = z.object({ queryText: z.unknown(), dataset: z.string().max(200) });

export const isSearch = ({ type, name }: Activity): boolean => type === 'invoke' && name === 'application/search';

interface SearchBody {
  readonly type: 'application/vnd.microsoft.search.searchResponse';
  readonly value: { readonly results: readonly Choice[] };
}

/** No client shows more. */
const mostShown = 15;

/** Whoever may not ask gets what there is where nobody is found. Never rejects: a fault is noted. */
export const answerSearch = async (
  activity: Activity,
  edges: Edges & {
    readonly identify: (activity: Activity) => Promise<Identity>;
    readonly fault: (error: unknown) => string;
  },
): Promise<SearchBody> => {
  try {
    const read = asked.safeParse(activity.value);
    const searching = read.success ? searchingIn(read.data.dataset) : null;
    const identity = await edges.identify(activity);
    if (!read.success || searching === null || !identity.known) return body([]);
    return body(matching(await listFor(searching, identity.who, edges), typedText(read.data.queryText)));
  } catch (error) {
    edges.fault(error);
    return body([]);
  }
};

const body = (results: readonly Choice[]): SearchBody => ({
  type: 'application/vnd.microsoft.search.searchResponse',
  value: { results },
});

const plainly = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of it, in any order, with or without accents. */
const matching = (people: readonly Choice[], text: string): readonly Choice[] => {
  const words = plainly(text).split(/\s+/);
  return people.filter(({ title }) => words.every((word) => plainly(title).includes(word))).slice(0, mostShown);
};

const listFor = ({ list, reference }: Searching, who: Who, edges: Edges): Promise<readonly Choice[]> => {
  const of = (deed: Deed, people: (d: Discussion) => Promise<readonly Choice[]>) =>
    ofDiscussion({ reference, deed }, who, edges, people);
  switch (list) {
    case 'invite':
      return of('invite', (d) => invitable(d, edges));
    case 'attendance':
      return of('recordAttendanceOfOthers', (d) => attendanceChoices(d, edges));
    case 'substitute':
      return of('decline', (d) => substitutesFor(who, d, edges));
    case 'handOver':
      return of('handOver', () => candidates(edges));
    default:
      return ofForm({ list, reference }, who, edges);
  }
};

const ofDiscussion = async (
  { reference, deed }: { readonly reference: string; readonly deed: Deed },
  { actor }: Who,
  { conduct }: Edges,
  people: (d: Discussion) => Promise<readonly Choice[]>,
): Promise<readonly Choice[]> => {
  const seen = await conduct.read({ reference, actor, deed });
  return seen.result === 'seen' ? people(seen.discussion) : [];
};

/** A convene form is its owner's: for a seat those who can take it, besides anybody of the directory. */
const ofForm = async ({ list, reference }: Searching, who: Who, edges: Edges): Promise<readonly Choice[]> => {
  const form = await theirForm(reference, who, edges);
  if (form === null) return [];
  const now = edges.clock();
  const found = draftAssessed(form.body, edges.conduct.practice, now);
  const { people, onDuty } = await staffAt(edges.directory, now);
  const seat = found.seats.find((each) => list === `seat.${each.seat}`);
  const fit = seat === undefined ? [] : peopleFor(seat, found, people);
  const all = list === 'others' ? otherPeople(found, people) : fit;
  return onDutyFirst(all, onDuty).map((p) => seatChoice(p, markOf(p.id, onDuty, now)));
};
