/** What was said and done before and in the meeting, each under whoever said it. */
import type { PersonId } from '../../discussion/state/people.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { emergencyActionsOf } from '../../words/emergencyWords.ts';
import { handoverLine } from '../../words/handoverWords.ts';
import { promptsAnswered } from '../../words/promptWords.ts';
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
            term: entry.proposedActions === null ? formatLondon(entry.at) : `In writing, ${formatLondon(entry.at)}`,
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

/** D-1, D-2: in the words of whoever disagrees. */
export const disagreements = (source: Source): readonly Block[] =>
  section(
    'Disagreement',
    facts(
      source.d.telling.voices
        .filter(({ kind }) => kind === 'disagrees')
        .map(({ by, at, text }) => ({ term: `${whoDisagrees(source, by)}, ${formatLondon(at)}`, words: text })),
    ),
  );

const whoDisagrees = (source: Source, by: PersonId): string =>
  by === source.d.referral.referrer.personId ? source.d.referral.referrer.name : nameAndAgency(source.d, by);

export const earlier = ({ d }: Source): readonly Block[] => [
  ...section(
    'Meetings before this one, which ended without a decision',
    d.earlierMeetings.flatMap(({ meeting, inquorate }) => [
      paragraph(
        `${formatLondon(meeting.startsAt)}${inquorate === null ? '' : '. Inquorate: urgent safeguarding only.'}`,
      ),
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
