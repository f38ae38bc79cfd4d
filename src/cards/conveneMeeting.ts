import { z } from 'zod';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Assessment } from '../practice/assess.ts';
import type { Practice } from '../practice/practice.ts';
import { draftAssessed } from '../conduct/draftAssessed.ts';
import type { Participant } from '../discussion/state/people.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import type { Reached } from '../directory/reach.ts';
import { choice, longestThatFits, plain, said, template, type Card } from './bind.ts';
import { childrenLine } from '../words/childWords.ts';
import { doubts } from '../words/doubtWords.ts';
import { reachedWords } from '../words/reachedWords.ts';
import { citedRule } from '../words/ruleWords.ts';
import { workingWords } from './conveneWorking.ts';
import { deadlineWarnings, deadlineWhy, deadlineWords, draftDeadline } from './draftDeadline.ts';
import { enteredParts } from './enteredParts.ts';
import { peopleFacts, type Invited } from './invitedFacts.ts';
import { optional, required } from './form.ts';
import { asksWhyPhone, formatChoices, formatInput, isReasonOfCall, reasonOfNoCall } from './meetingFormat.ts';
import { firstOf, mostPeople } from './peopleListed.ts';
import { whereInput, whereLabel } from './meetingPlace.ts';

const facts = z.array(z.object({ title: said, value: said }));

const bind = template(
  'convene-meeting',
  z.object({
    reference: plain,
    revision: z.number(),
    deadline: said,
    /** The rule behind it, and what is to be known about it. */
    deadlineWhy: z.array(said),
    /** Who is invited, how they are told, and the working behind it. */
    people: facts,
    suggestions: z.array(said),
    date: plain,
    time: plain,
    format: plain,
    formats: z.array(choice),
    where: plain,
    whereLabel: plain,
    phoneOnlyReason: plain,
    /** Who else reads the place; blank where nobody does, and then it is not asked where the cards go. */
    audience: z.array(said),
    cards: plain,
    /** Whether nobody but those who take part may know of it. */
    restricted: plain,
    /** M-3: a telephone call alone wants a reason here. */
    asksWhyPhone: z.boolean(),
    /** What bars nothing, and deserves a second thought (X-3, CH-2, CH-6). */
    weigh: z.array(said),
    summary: facts,
    /** Dates that may be right and seldom are. */
    doubts: z.array(said),
    isOpen: z.boolean(),
    /** Folded, unless something is asked about: all that was entered, each part with the page that changes it. */
    parts: z.array(z.object({ step: plain, title: said, change: plain, facts })),
  }),
);

/** How much of each text that was entered is shown; the record keeps all of it. */
const textLengths = [4000, 1200, 400, 150];

/** Who will be told how, and last those whom somebody has to telephone. */
const toldFacts = (invited: readonly { readonly name: string; readonly reached: Reached }[], most: number) => {
  const told = invited.flatMap(({ name, reached }) =>
    reached === 'neither' ? [] : [`${name} ${reachedWords[reached]}`],
  );
  const others = invited.filter(({ reached }) => reached === 'neither').map(({ name }) => name);
  return [
    { title: 'They are told', value: firstOf(told, most) || 'nobody yet' },
    ...(others.length === 0
      ? []
      : [
          {
            title: 'Not told',
            value: `${firstOf(others, most)}: We cannot reach them. Telephone them, or go back and add an e-mail address.`,
          },
        ]),
  ];
};

/**
 * The last step: when, where and who, and a last look: in short, and folded below it all that was entered, with the names, as it is
 * the view of whoever typed them. `isMade`: this service enters meetings in a calendar, so a video call needs no joining
 * details.
 */
export const conveneMeetingCard = (
  draft: Draft<ConveningDraft>,
  practice: Practice,
  invited: readonly (Invited & { readonly reached: Reached })[],
  {
    now,
    isMade,
    chair,
    audience,
  }: {
    readonly now: Instant;
    readonly isMade: boolean;
    readonly chair: Participant | null;
    readonly audience: readonly string[];
  },
): Card => {
  const { body } = draft;
  const found = draftAssessed(body, practice, now);
  const deadline = draftDeadline(body, found);
  const asked = body.referral === null ? [] : doubts({ ...body, referral: body.referral }, now);
  const shown = {
    reference: draft.id,
    revision: draft.revision,
    deadline: deadlineWords(deadline, now),
    deadlineWhy: [deadlineWhy(deadline, found), ...deadlineWarnings(deadline, found)],
    suggestions: workingWords(found, practice),
    ...body.meeting,
    ...formatChoices(found, body.meeting.format),
    whereLabel: whereLabel(isMade),
    asksWhyPhone: asksWhyPhone(byPhone(body, practice, now), 'convene'),
    audience,
    doubts: asked,
    isOpen: asked.length > 0,
    weigh: chair === null ? [] : found.conveningCautions(chair).map(citedRule),
  };
  const summary = [
    { title: 'Children', value: childrenLine(body.children, londonDate(now)) },
    { title: 'Referrer', value: body.referral?.referrer.name ?? '' },
    { title: 'Procedure', value: practice.standard.title },
  ];
  return longestThatFits(textLengths, (length) =>
    bind({
      ...shown,
      summary,
      people: [...peopleFacts(invited, mostPeople(length)), ...toldFacts(invited, mostPeople(length))],
      parts: enteredParts(body, practice, now, length),
    }),
  );
};

const byPhone = (body: ConveningDraft, practice: Practice, now: Instant): Assessment =>
  draftAssessed({ ...body, meeting: { ...body.meeting, format: 'phone' } }, practice, now);

export const conveneMeetingForm = (isMade: boolean) =>
  z
    .object({
      date: required('The date', 40, 'Enter the date of the meeting.'),
      time: required('The time', 40, 'Enter the time of the meeting.'),
      format: formatInput,
      where: whereInput(isMade),
      phoneOnlyReason: optional('The reason', 1000),
    })
    .refine(isReasonOfCall, reasonOfNoCall);

/** What the page keeps while another one is put right: no more than it can show again. */
export const keptMeeting = z.object({
  where: optional('The place', 500),
  phoneOnlyReason: optional('The reason', 1000),
});
