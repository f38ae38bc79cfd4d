/**
 * The record of a strategy discussion (R-1..R-8): from what happened alone, in editions that hold no more than their
 * readers need. It is succinct, and says what it leaves out.
 */
import type { AgreedAction } from '../../discussion/state/agreedAction.ts';
import { isOf, type PersonId } from '../../discussion/state/people.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { paragraph, section, type Block, type Paper } from '../paper/paper.ts';
import { aboutChild, attendance, children, held, householdOf, purpose, reason } from './beginning.ts';
import { closing, enquiries, next } from './afterwards.ts';
import { actions, corrections, correctionsInBrief, dates, howDecided, inBrief, inFull, readings } from './decision.ts';
import { aboutOne } from './otherChildren.ts';
import { agenda, disagreements, earlier, emergency, information, responsible } from './said.ts';
import { added, draftWords, isDraft, signed } from './signed.ts';
import type { Edition, Source } from './source.ts';

/** The Government Security Classifications, 2023: personal data whose loss would harm. */
const marking = 'OFFICIAL-SENSITIVE';

export const recordOf = (source: Source, edition: Edition): Paper => ({
  title: `Record of strategy discussion ${source.d.reference}`,
  reference: source.d.reference,
  marking: isDraft(source) ? `${marking}. ${draftWords}` : marking,
  authority: source.d.authority,
  language: 'en-GB',
  page: ['Page', 'of'],
  blocks: [...signed(source), ...held(source), ...blocksOf(source, edition)],
});

const blocksOf = (source: Source, edition: Edition): readonly Block[] => {
  switch (edition.for) {
    case 'full':
      return full(source);
    case 'agency':
      return brief(source, ({ owner }) => isOf(edition.agency)(owner), invitedOf(source, edition.agency));
    case 'owner':
      return brief(source, ({ owner }) => owner.personId === edition.personId, []);
    case 'child':
      return ofChild(source, edition.childId);
    default:
      return unreachable('edition', edition);
  }
};

const full = (source: Source): readonly Block[] => [
  ...purpose(source),
  ...reason(source),
  ...children(source),
  ...householdOf(source),
  ...attendance(source),
  ...earlier(source),
  ...emergency(source),
  ...information(source),
  ...agenda(source),
  ...inFull(source),
  ...corrections(source),
  ...howDecided(source),
  ...added(source),
  ...actions(source),
  ...responsible(source),
  ...disagreements(source),
  ...enquiries(source),
  ...dates(source),
  ...next(source),
  ...readings(source),
  ...closing(source),
];

const invitedOf = ({ d }: Source, agency: string): readonly PersonId[] =>
  d.invitations.flatMap(({ participant }) => (isOf(agency)(participant) ? [participant.personId] : []));

/** For somebody who was not there: what was decided, what they said themselves, and what is theirs to do. */
const brief = (
  source: Source,
  own: (action: AgreedAction) => boolean,
  heard: readonly PersonId[],
): readonly Block[] => [
  ...purpose(source),
  ...inBrief(source),
  ...correctionsInBrief(source),
  ...actions(source, own),
  ...information(source, (who) => heard.includes(who)),
  ...whatIsLeftOut([
    'What others said, the grounds of the decision and the actions of others are in the full record.',
    `If you need to know more, ask ${source.d.chair.name}.`,
  ]),
];

/** A discussion about one child has nothing of another to leave out. */
const ofChild = (source: Source, childId: string): readonly Block[] => {
  const child = source.d.children.find((one) => one.childId === childId);
  if (child === undefined || source.d.children.length === 1) return full(source);
  const blocks = [
    ...purpose(source),
    ...section('The child', aboutChild(source, child)),
    ...attendance(source),
    ...inFull(source, (decision) => decision.childId === childId),
    ...corrections(source, (decision) => decision.childId === childId),
    ...howDecided(source),
    ...responsible(source, childId),
    ...added(source),
    ...actions(source, (action) => action.childIds.length === 1 && action.childIds[0] === childId),
    ...enquiries(source, [child]),
    ...dates(source),
    ...readings(source),
    ...whatIsLeftOut([
      'This discussion was about several children. The concern, the household, what agencies said, the agenda, emergency action, actions about more than one child and how it was closed are in the full record.',
    ]),
  ];
  return aboutOne(blocks, source.d.children, childId);
};

const whatIsLeftOut = (words: readonly string[]): readonly Block[] =>
  section(
    'What is not in this record',
    words.map((sentence) => paragraph(sentence)),
  );
