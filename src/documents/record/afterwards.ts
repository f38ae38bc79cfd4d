/** What came of it after the decision: each enquiry through its gate (GT-7), the conferences, the next discussion, the end. */
import type { Child } from '../../discussion/state/childShape.ts';
import { conferenceOf } from '../../discussion/state/conference.ts';
import type { NextDiscussion } from '../../discussion/state/closing.ts';
import { endRecorded } from '../../discussion/state/enquiryEnd.ts';
import { endWords } from '../../words/enquiryEndWords.ts';
import { reportedOn } from '../../words/gateReportWords.ts';
import { identityTitle } from '../../words/childWords.ts';
import { closedLines } from '../../words/closingWords.ts';
import { conferenceWords } from '../../words/conferenceWords.ts';
import { sentenceCase } from '../../words/sentenceCase.ts';
import { facts, list, section, type Block, type Fact } from '../paper/paper.ts';
import type { Source } from './source.ts';

export const enquiries = (source: Source, children: readonly Child[] = source.d.children): readonly Block[] =>
  section(
    'What came of the enquiry',
    children.flatMap((child) => section(identityTitle(child), facts(ofEnquiry(source, child)), 3)),
  );

const ofEnquiry = ({ d, practice }: Source, { childId }: Child): readonly Fact[] => {
  const reported = reportedOn(d, childId, practice);
  const conference = conferenceOf(d, childId);
  const end = endRecorded(d, childId);
  return [
    ...(reported === null
      ? []
      : [
          { term: 'Reported by', words: reported.by },
          ...[...reported.answers, ...reported.since].map(({ question, answer }) => ({
            term: question,
            words: answer,
          })),
        ]),
    { term: 'How it ended', words: end === null ? '' : sentenceCase(endWords(end)) },
    { term: 'Conference', words: conference === null ? '' : sentenceCase(conferenceWords(conference)) },
  ];
};

const standing: Readonly<Record<NextDiscussion['stands'], string>> = {
  convened: 'convened',
  decided: 'decided',
  stoodDown: 'stood down',
};

export const next = ({ d }: Source): readonly Block[] =>
  section('Further discussions', [
    ...list(d.next.map(({ reference, stands }) => `${reference}, ${standing[stands]}`)),
    ...facts([{ term: 'No further discussion is held', words: d.nextCalledOff ?? '' }]),
  ]);

export const closing = ({ d }: Source): readonly Block[] => section('Closing', list(closedLines(d)));
