/** What was said and done before and in the meeting, each under whoever said it. */
import type { PersonId } from '../../discussion/state/people.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { entryWords, itemLines } from '../../words/agendaWords.ts';
import { presenceWords } from '../../words/attendanceWords.ts';
import { emergencyActionsOf } from '../../words/emergencyWords.ts';
import { handoverLine } from '../../words/handoverWords.ts';
import { promptsAnswered } from '../../words/promptWords.ts';
import { acceptsWords, answeredBy, askedWords, responsibleLines } from '../../words/transferWords.ts';
import { dissentsOf } from '../../words/dissentWords.ts';
import { sentenceCase } from '../../words/sentenceCase.ts';
import { takenWords } from '../../words/takenWords.ts';
import { uncited } from '../../words/citation.ts';
import { nameAndAgency } from '../../words/whoTheyAre.ts';
import { facts, heading, list, paragraph, section, type Block } from '../paper/paper.ts';
import type { Source } from './source.ts';

/** By agency, in the order they were first heard; `from` leaves out all others. */
export const information = (source: Source, from: (who: PersonId) => boolean = () => true): readonly Block[] => {
  const heard = source.d.information.filter(({ personId }) => from(personId));
  return section(
    'Information shared',
    [...Map.groupBy(heard, ({ personId }) => nameAndAgency(source.d, personId))].flatMap(([who, entries]) => [
      heading(who, 3),
      ...facts(
        entries.flatMap((entry) => [
          {
            term:
              entry.taken === undefined
                ? whenGiven(entry.at, entry.proposedActions)
                : sentenceCase(takenWords(source.d, entry.taken)),
            words: entry.text,
          },
          ...promptsAnswered(source.d, source.practice, entry).map(({ question, answer }) => ({
            term: question,
            words: answer,
          })),
          { term: 'Actions they propose', words: entry.proposedActions ?? '' },
        ]),
      ),
    ]),
  );
};

const whenGiven = (at: Instant, proposedActions: string | null): string =>
  proposedActions === null ? formatLondon(at) : `In writing, ${formatLondon(at)}`;

export const emergency = ({ d, practice }: Source): readonly Block[] =>
  section(
    'Emergency action',
    emergencyActionsOf(d, practice).flatMap(({ what, by, at, answers, toWeigh }) => [
      ...facts([
        { term: `${by}, ${at}`, words: what },
        ...answers.map(({ question, answer }) => ({ term: question, words: answer })),
      ]),
      ...list(toWeigh.map((point) => uncited(point).text)),
    ]),
  );

/** D-1, D-2: in the words of whoever disagrees; the referrer’s went to the chair alone (N-6). */
export const disagreements = ({ d }: Source): readonly Block[] =>
  section(
    'Disagreement',
    facts(
      dissentsOf(d).map(({ who, at, words }) => ({
        term: `${who}, ${at}`,
        words: words ?? 'What they wrote went to the chair.',
      })),
    ),
  );

/** What was entered under the items of the agenda, or why one does not apply (A-*). */
export const agenda = ({ d, practice }: Source): readonly Block[] =>
  section(
    'The agenda',
    facts(
      itemLines(d, practice).flatMap(({ item, entry }) =>
        entry === null ? [] : [{ term: item.words, words: entryWords(d, entry) }],
      ),
    ),
  );

/** H-3: which council a child who lives elsewhere is with, and what the other has said to that. */
export const responsible = ({ d, practice }: Source, childId: string | null = null): readonly Block[] =>
  section('Who is responsible', [
    ...list(responsibleLines(d, practice, childId).map((line) => uncited(line).text)),
    ...facts(
      d.transfers
        .filter(({ childIds }) => childId === null || childIds.includes(childId))
        .flatMap((transfer) => [
          { term: `Asked: ${askedWords(d, transfer)}`, words: transfer.note === '' ? 'In writing' : transfer.note },
          ...transfer.answers.map((answer) => ({
            term: answeredBy(d, transfer, answer),
            words: `${acceptsWords(answer)}: ${answer.words}`,
          })),
        ]),
    ),
  ]);

export const earlier = ({ d }: Source): readonly Block[] => [
  ...section(
    'Meetings before this one, which ended without a decision',
    d.earlierMeetings.flatMap(({ meeting, attendance, inquorate }) => [
      paragraph(
        `${formatLondon(meeting.startsAt)}${inquorate === null ? '' : '. Inquorate: urgent safeguarding only.'}`,
      ),
      ...list(attendance.map((one) => `${one.participant.name}, ${one.participant.agency}, ${presenceWords(one)}`)),
      ...facts(
        inquorate === null
          ? []
          : [
              { term: 'Missing', words: inquorate.missing.map(({ words }) => words).join('; ') },
              { term: 'Agreed to keep the child safe', words: inquorate.safetyActions },
            ],
      ),
    ]),
  ),
  ...section('Who answered for it', list(d.handovers.map(handoverLine))),
];
