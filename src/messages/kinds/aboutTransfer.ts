/** H-3: to whoever is asked to take responsibility for a child over, and to those here who wait for the answer. */
import { z } from 'zod';
import { transferRule } from '../../discussion/matter/responsibility.ts';
import { isClosed } from '../../discussion/matter/settled.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import {
  answerIn,
  awaitedTransfers,
  childrenStillIn,
  isAwaited,
  standingOf,
  transferIn,
  type Transfer,
} from '../../discussion/state/transfer.ts';
import { formatDate, londonDate } from '../../practice/time/calendar.ts';
import { identityLine } from '../../words/childWords.ts';
import { acceptsWords, answeredBy, responsibleLines } from '../../words/transferWords.ts';
import { asNews, reminder, task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, maybe, oneOf, text, toAll, yesNo } from '../letter.ts';
import { nameOf } from '../outcomeLetters.ts';

const askedShape = {
  heading: text,
  council: text,
  chair: text,
  rule: maybe,
  promised: yesNo,
  /** Left out where others might read it. */
  children: z.array(text),
  note: maybe,
};

const heading = {
  transferAsked: 'You are asked to take on responsibility',
  transferChaser: 'We have no answer from you yet',
} as const;

const isUnderWay = (d: Discussion): boolean => d.stage !== 'stoodDown' && !isClosed(d);

const isAsked = ({ d, notice }: View): boolean => {
  const transfer = transferIn(d, notice);
  return transfer !== null && isUnderWay(d) && isAwaited(d, transfer);
};

const asking = (kind: keyof typeof heading) =>
  letter('transfer-asked', askedShape, (view, { secure }) => {
    const { d, practice, notice } = view;
    const transfer = transferIn(d, notice);
    return {
      heading: heading[kind],
      council: d.authority,
      chair: d.chair.name,
      rule: transferRule(d, practice),
      promised: transfer !== null && standingOf(transfer) === 'promised',
      children: secure && transfer !== null ? identitiesIn(d, transfer) : [],
      note: secure && transfer !== null && transfer.note !== '' ? transfer.note : null,
    };
  });

const identitiesIn = (d: Discussion, { childIds }: Transfer): string[] =>
  d.children.filter(({ childId }) => childIds.includes(childId)).map(identityLine);

/** To people who may have no other part in the discussion, as a rule in another tenant. */
const toHomeAuthority = {
  inWriting: false,
  saysHowToJoin: false,
  card: asNews,
  buttons: ['answerTransfer'],
  link: 'transfer',
  calendar: false,
} satisfies Partial<Message>;

export const transferAsked: Message = {
  ...toHomeAuthority,
  wanted: isAsked,
  letter: toAll(asking('transferAsked')),
  call: () => 'that their authority is asked to take responsibility for a child',
  watch: true,
  proof: 'Request to take on responsibility',
};

export const transferChaser: Message = {
  ...toHomeAuthority,
  wanted: isAsked,
  letter: toAll(asking('transferChaser')),
  call: () => 'that we wait for their answer in writing about responsibility for a child',
  watch: false,
  proof: 'Reminder to answer about responsibility',
};

const recordedShape = { council: text, accepts: yesNo, what: text, words: maybe, how: maybe };

const recorded = (name: 'transfer-recorded' | 'transfer-accepted', link: boolean) =>
  letter(
    name,
    recordedShape,
    (view, { secure }) => {
      const { transfer, answer } = answered(view);
      return {
        council: view.d.authority,
        accepts: answer.accepts,
        what: acceptsWords(answer),
        words: secure ? answer.words : null,
        how: answer.entered === null ? null : answeredBy(view.d, transfer, answer),
      };
    },
    link ? undefined : { buttons: [], link },
  );

const answered = ({ d, notice }: View): NonNullable<ReturnType<typeof answerIn>> => {
  const found = answerIn(d, notice);
  if (found === null) throw new Error(`${notice.id} is about no answer`);
  return found;
};

/** What has been accepted in writing is answered no more. */
export const transferRecorded: Message = {
  ...toHomeAuthority,
  wanted: ({ d, notice }) => answerIn(d, notice) !== null,
  letter: oneOf(
    { accepted: recorded('transfer-accepted', false), other: recorded('transfer-recorded', true) },
    (view) => (standingOf(answered(view).transfer) === 'accepted' ? 'accepted' : 'other'),
  ),
  call: () => 'what is recorded as the answer of their authority about responsibility for a child',
  watch: false,
  proof: 'What was recorded as the answer of their authority',
};

const heardShape = { how: text, what: text, children: z.array(text), words: maybe, standing: z.array(text) };

const heard = letter('transfer-answered', heardShape, (view, { secure }) => {
  const { d, practice } = view;
  const { transfer, answer } = answered(view);
  return {
    how: answeredBy(d, transfer, answer),
    what: acceptsWords(answer),
    children: childrenStillIn(d, transfer).map((childId) => nameOf(d, childId, secure)),
    words: secure ? answer.words : null,
    standing: [...responsibleLines(d, practice)],
  };
});

export const transferAnswered: Message = {
  ...task,
  wanted: ({ d, notice }) => answerIn(d, notice) !== null,
  letter: toAll(heard),
  buttons: ['seen', 'openDiscussion'],
  proof: 'The answer of the home authority',
};

const waiting = z.array(z.object({ who: text, agency: text, asked: text, promised: yesNo }));

const unanswered = letter('transfer-unanswered', { waiting, council: text, rule: maybe }, ({ d, practice }) => ({
  waiting: awaitedTransfers(d).map((each) => ({
    who: each.of.name,
    agency: each.of.agency,
    asked: formatDate(londonDate(each.at)),
    promised: standingOf(each) === 'promised',
  })),
  council: d.authority,
  rule: transferRule(d, practice),
}));

export const transferUnanswered: Message = {
  ...reminder,
  wanted: ({ d }) => isUnderWay(d) && awaitedTransfers(d).length > 0,
  letter: toAll(unanswered),
  buttons: ['enterTransferAnswer', 'askTransfer', 'openDiscussion', 'tomorrow'],
  proof: 'Reminder that the home authority has not answered',
};
