/** Why the discussion was held, about whom, and who took part. */
import { assessed } from '../../discussion/matter/assessed.ts';
import { detailsOf, household } from '../../discussion/state/details.ts';
import type { Invitation } from '../../discussion/state/invitation.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import { roleWordsIn } from '../../practice/language/roles.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { childGroups, detailLines, memberGroups } from '../../words/detailWords.ts';
import { identityTitle } from '../../words/childWords.ts';
import { presenceWords } from '../../words/attendanceWords.ts';
import { notListedInFull } from '../../words/identifiedWords.ts';
import { otherReadings } from '../../words/readingWords.ts';
import { sentenceCase } from '../../words/sentenceCase.ts';
import { purposeWords } from '../../words/signingWords.ts';
import { takenWords } from '../../words/takenWords.ts';
import { viewGroups } from '../../words/viewWords.ts';
import { facts, list, paragraph, section, table, type Block } from '../paper/paper.ts';
import type { Source } from './source.ts';

export const purpose = ({ d }: Source): readonly Block[] => section('Purpose', [paragraph(purposeWords(d))]);

export const held = ({ d, practice }: Source): readonly Block[] =>
  facts([
    { term: 'Ended', words: formatLondon(d.decision.meetingEndedAt) },
    { term: 'Chair', words: `${d.decision.chair.name}, ${d.decision.chair.agency}` },
    { term: 'Convened by', words: `${d.convenor.name}, ${formatLondon(d.convenedAt)}` },
    { term: 'Procedure', words: practice.standard.title },
    {
      term: 'To be held by',
      words: [
        `${d.deadline.dueAt === null ? 'As soon as possible' : formatLondon(d.deadline.dueAt)} (${d.deadline.rule})`,
        ...otherReadings(assessed(d, practice).timescale, d.deadline),
      ].join('. '),
    },
    { term: 'Follows', words: d.follows?.reference ?? '' },
  ]);

export const reason = ({ d, practice }: Source): readonly Block[] => {
  const { referrer, receivedAt } = d.referral;
  const who = referrer.anonymous === true ? 'somebody who gave no name' : referrer.name;
  return section('Why it was held', [
    ...facts([
      {
        term: 'Referral',
        words: `${formatLondon(receivedAt)}, by ${[who, referrer.agency ?? ''].filter(Boolean).join(', ')}`,
      },
      { term: 'The concern', words: d.concern },
    ]),
    ...list(assessed(d, practice).triggers.map(({ words }) => words)),
  ]);
};

const known = (title: string, lines: readonly string[]): readonly Block[] => section(title, list(lines), 3);

export const aboutChild = ({ d }: Source, child: Child): readonly Block[] =>
  known(identityTitle(child), detailLines([...childGroups, ...viewGroups], detailsOf(d.entered, child.childId)));

export const children = (source: Source): readonly Block[] =>
  section('The children', [
    ...list(source.d.children.map(identityTitle)),
    ...source.d.children.flatMap((child) => aboutChild(source, child)),
  ]);

/** A member of the household is nobody’s in particular: only a record of everybody has them. */
export const householdOf = ({ d }: Source): readonly Block[] =>
  section(
    'The household, and others who matter to the children',
    household(d.entered).flatMap((of) => {
      const { name = '' } = detailsOf(d.entered, of);
      return known(name === '' ? 'Somebody not named' : name, detailLines(memberGroups, detailsOf(d.entered, of)));
    }),
  );

export const attendance = ({ d, practice }: Source): readonly Block[] =>
  section('Who took part', [
    ...table(
      'Those who took part',
      ['Name', 'As', 'Agency', 'How, and from when', 'Could decide'],
      d.attendance.map((one) => [
        [one.participant.name, notListedInFull(one) ?? ''].filter(Boolean).join(', '),
        [roleWordsIn(practice, one.participant.role), one.substituteFor === null ? '' : 'as a substitute']
          .filter(Boolean)
          .join(', '),
        one.participant.agency,
        sentenceCase(presenceWords(one)),
        one.hasAuthority === null ? 'Not asked' : one.hasAuthority ? 'Yes' : 'No',
      ]),
    ),
    ...absent({ d, practice }),
  ]);

const answerOf = (d: Source['d'], reply: Invitation['reply']): string => {
  if (reply.answer === 'awaited') return 'No answer';
  const how = reply.taken === undefined ? '' : ` (${takenWords(d, reply.taken)})`;
  return reply.answer === 'accepted' ? `Said they would come${how}` : `Sent apologies${how}: ${reply.reason}`;
};

const absent = ({ d, practice }: Source): readonly Block[] => {
  const here = new Set(d.attendance.map(({ participant }) => participant.personId));
  const missing = d.invitations.filter(({ participant }) => !here.has(participant.personId));
  return table(
    'Invited and not there',
    ['Name', 'As', 'Agency', 'What they answered'],
    missing.map(({ participant, reply, substitute }) => [
      participant.name,
      roleWordsIn(practice, participant.role),
      participant.agency,
      [
        answerOf(d, reply),
        substitute?.standing === 'invited' ? `${substitute.participant.name} instead` : '',
        d.information.some(
          ({ personId, proposedActions }) => personId === participant.personId && proposedActions !== null,
        )
          ? 'gave written information'
          : '',
      ]
        .filter(Boolean)
        .join('; '),
    ]),
  );
};
