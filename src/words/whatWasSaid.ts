/** What those taking part wrote down, for each other to read: in the order in which a discussion takes it. */
import type { Discussion } from '../discussion/state/discussion.ts';
import { convenedBy } from '../discussion/state/handover.ts';
import type { Practice } from '../practice/practice.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { entryWords, itemLines } from './agendaWords.ts';
import type { Child } from '../discussion/state/childShape.ts';
import { conferenceOf } from '../discussion/state/conference.ts';
import { childLine } from './childWords.ts';
import { endRecorded } from '../discussion/state/enquiryEnd.ts';
import { endWords } from './enquiryEndWords.ts';
import { conferenceWords } from './conferenceWords.ts';
import { answerLine, reportedOn } from './gateReportWords.ts';
import { sentenceCase } from './sentenceCase.ts';
import { correctionsOf } from '../discussion/state/correction.ts';
import { detailsOf, household } from '../discussion/state/details.ts';
import { childGroups, detailLines, memberGroups } from './detailWords.ts';
import { correctionTitle, correctionWords } from './correctionWords.ts';
import { dissentsOf } from './dissentWords.ts';
import { emergencyActionsOf } from './emergencyWords.ts';
import { handoverLine } from './handoverWords.ts';
import { promptsAnswered } from './promptWords.ts';
import { acceptsWords, answeredBy, askedWords } from './transferWords.ts';
import { takenWords } from './takenWords.ts';
import { viewGroups } from './viewWords.ts';
import { scoresOf } from './scoreWords.ts';
import { nameAndAgency } from './whoTheyAre.ts';

export interface Said {
  readonly heading: string;
  /** By whom, and when; empty where the heading says it. */
  readonly by: string;
  readonly text: string;
}

/** `today` is a date in London. */
export const whatWasSaid = (d: Discussion, practice: Practice, today: string): readonly Said[] => [
  {
    heading: 'The concern',
    by: `Typed by ${nameAndAgency(d, convenedBy(d).personId)} when convening`,
    text: d.concern,
  },
  ...whatIsKnown(d, today),
  ...emergencyActionsOf(d, practice).map(({ what, by, at, answers, toWeigh }) => ({
    heading: 'Emergency action',
    by: `Taken by ${by}, ${at}`,
    text: [what, ...answers.map(({ question, answer }) => `${question}: ${answer}`), ...toWeigh].join('\n\n'),
  })),
  ...d.information.flatMap((shared) => {
    const { personId, at, text, proposedActions, taken } = shared;
    const how = taken === undefined ? formatLondon(at) : takenWords(d, taken);
    const by = `${nameAndAgency(d, personId)}, ${how}`;
    const answered = promptsAnswered(d, practice, shared).map(({ question, answer }) => `${question}: ${answer}`);
    const information = { heading: 'Information', by, text: [text, ...answered].filter(Boolean).join('\n\n') };
    // S-3
    return proposedActions === null
      ? [information]
      : [information, { heading: 'Proposed actions', by, text: proposedActions }];
  }),
  ...itemLines(d, practice).flatMap(({ item, entry }) =>
    entry === null ? [] : [{ heading: `Agenda: ${item.words}`, by: '', text: entryWords(d, entry) }],
  ),
  ...d.handovers.map((handover) => ({
    heading: 'Handed over',
    by: handoverLine(handover),
    text: handover.hasLeft === true ? `${handover.from.name} is no longer in the directory.` : handover.reason,
  })),
  ...d.transfers.flatMap((transfer) => [
    {
      heading: 'Asked to take on responsibility',
      by: askedWords(d, transfer),
      text: transfer.note === '' ? 'Nothing was written with it.' : transfer.note,
    },
    ...transfer.answers.map((answer) => ({
      heading: acceptsWords(answer),
      by: answeredBy(d, transfer, answer),
      text: answer.words,
    })),
  ]),
  ...dissentsOf(d).map(({ who, at, words }) => ({
    heading: 'Disagrees with the decision',
    by: `${who}, ${at}`,
    text: words ?? 'What they wrote went to the chair.',
  })),
  ...correctionsOf(d).map((each) => ({
    heading: 'The decision was corrected',
    by: correctionTitle(each),
    text: correctionWords(d, practice, each),
  })),
  ...d.children.flatMap((child) => whatCameOf(d, practice, child, today)),
  ...d.children.flatMap((child) =>
    scoresOf(d, practice, child.childId).map(({ question, answer }) => ({
      heading: `${question}: ${childLine(child, today)}`,
      by: '',
      text: answer,
    })),
  ),
];

/** GT-7: all that was reported of the enquiry, which the card of a step at the gate may only begin; and the conference. */
const whatCameOf = (d: Discussion, practice: Practice, child: Child, today: string): readonly Said[] => {
  const reported = reportedOn(d, child.childId, practice);
  const conference = conferenceOf(d, child.childId);
  const end = endRecorded(d, child.childId);
  const line = childLine(child, today);
  return [
    ...(reported === null
      ? []
      : [
          {
            heading: `Report on the enquiry: ${line}`,
            by: reported.by,
            text: [...reported.answers, ...reported.since].map(answerLine).join('\n\n'),
          },
        ]),
    ...(end === null ? [] : [{ heading: `How the enquiry ended: ${line}`, by: '', text: sentenceCase(endWords(end)) }]),
    ...(conference === null
      ? []
      : [{ heading: `Conference: ${line}`, by: '', text: sentenceCase(conferenceWords(conference)) }]),
  ];
};

/** Of each child, then of each person of the household. */
const whatIsKnown = ({ children, entered }: Discussion, today: string): readonly Said[] => {
  const known = [
    ...children.map((child) => ({
      heading: childLine(child, today),
      lines: detailLines([...childGroups, ...viewGroups], detailsOf(entered, child.childId)),
    })),
    ...household(entered).map((of) => ({
      heading: 'In the household, or matters to the child',
      lines: detailLines(memberGroups, detailsOf(entered, of)),
    })),
  ];
  return known.flatMap(({ heading, lines }) =>
    lines.length === 0 ? [] : [{ heading, by: '', text: lines.join('\n\n') }],
  );
};
