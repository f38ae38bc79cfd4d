/** Where the form goes once the concern is known: past each page on which nothing has to be entered. */
import { draftDeadline } from '../../cards/draftDeadline.ts';
import { suggestion } from '../../cards/conveneSuggestion.ts';
import { mustAsk, particularsOf } from '../../cards/particulars.ts';
import { draftAssessed } from '../../conduct/draftAssessed.ts';
import type { ConveningDraft } from '../../conduct/drafts.ts';
import type { Edges } from '../edges.ts';
import type { Convening } from './conveneForm.ts';
import { staffAt } from '../directoryPeople.ts';
import { proposedTime } from './proposedTime.ts';

type Needs = Pick<Edges, 'conduct' | 'clock' | 'directory'>;

export const afterConcern = async (form: Convening, edges: Needs): Promise<ConveningDraft> => {
  const { body } = form;
  return mustAsk(particularsOf(body, edges.conduct.practice, edges.clock()))
    ? { ...body, step: 'particulars' }
    : afterParticulars(form, edges);
};

/** To the last page where the directory has somebody for every seat: it names them, and leads back to the people. */
export const afterParticulars = async (form: Convening, edges: Needs): Promise<ConveningDraft> => {
  const { owner, body } = form;
  const found = draftAssessed(body, edges.conduct.practice, edges.clock());
  const proposed = suggestion(found, await staffAt(edges.directory, edges.clock()), owner, body);
  const isComplete = found.seats.every(({ seat }) => proposed.seats[seat] !== undefined);
  return isComplete ? toMeeting({ ...body, ...proposed, peopleChosen: true }, edges) : { ...body, step: 'people' };
};

/** M-5: with the usual venue as the place, and the next time when people can come, until they are changed. */
export const toMeeting = (
  body: ConveningDraft,
  { conduct, clock }: Pick<Edges, 'conduct' | 'clock'>,
): ConveningDraft => {
  const { practice } = conduct;
  const now = clock();
  const found = draftAssessed(body, practice, now);
  const { meeting } = body;
  const time =
    meeting.date === '' && meeting.time === ''
      ? proposedTime(now, draftDeadline(body, found).dueAt, practice.calendar)
      : {};
  const where = meeting.where === '' ? (found.venue ?? '') : meeting.where;
  return { ...body, meeting: { ...meeting, ...time, where }, step: 'meeting' };
};
