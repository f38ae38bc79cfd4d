/**
 * What the compiler asks of somebody who adds a kind of message or a duty. Each `@ts-expect-error` is a part they forgot:
 * should the compiler no longer ask for it, the type check fails here.
 */
import { describe, expect, it } from 'vitest';
import {
  isMessage,
  messageKinds,
  noticeKinds,
  type DutyKind,
  type MessageKind,
} from '../../src/discussion/state/notice.ts';
import { catalogue, isWatched } from '../../src/messages/catalogue.ts';
import type { Message } from '../../src/messages/kind.ts';
import { duties, type DutyWords } from '../../src/words/dutyWords.ts';

const madeUp: Message = { ...catalogue.stoodDown, proof: 'A made-up message' };
const without = <K extends keyof Message>(part: K): Omit<Message, K> => {
  const { [part]: _, ...rest } = madeUp;
  return rest;
};

/** A line for each part there is, and an error for each. */
const forgotten: Readonly<Record<keyof Message, Message>> = {
  // @ts-expect-error whether it is still wanted when it is about to be sent
  wanted: without('wanted'),
  // @ts-expect-error whether it is sent to somebody who was telephoned
  inWriting: without('inWriting'),
  // @ts-expect-error whether it waits for the link to the meeting
  saysHowToJoin: without('saysHowToJoin'),
  // @ts-expect-error what it says
  letter: without('letter'),
  // @ts-expect-error how it looks in Teams
  card: without('card'),
  // @ts-expect-error what its reader can do about it
  buttons: without('buttons'),
  // @ts-expect-error what its link is for
  link: without('link'),
  // @ts-expect-error whether it brings a calendar file
  calendar: without('calendar'),
  // @ts-expect-error what is said by telephone when nothing else is left
  call: without('call'),
  // @ts-expect-error whether the service manager hears when it does not arrive
  watch: without('watch'),
  // @ts-expect-error what it is called where it is proved who has been told
  proof: without('proof'),
};

type WithMadeUp = Readonly<Record<MessageKind | 'madeUp', Message>>;

// @ts-expect-error a kind that is not in the catalogue at all
const notListed: WithMadeUp = { ...catalogue };
const listed: WithMadeUp = { ...catalogue, madeUp };

type WithMadeUpDuty = Readonly<Record<DutyKind | 'madeUpDue', DutyWords>>;

// @ts-expect-error a duty without its words
const wordless: WithMadeUpDuty = { ...duties };

describe('a kind of message', () => {
  it('that is new has every part, and is one file and one line', () => {
    expect(Object.keys(forgotten).sort()).toEqual(Object.keys(madeUp).sort());
    expect(Object.keys(notListed).length).toBe(Object.keys(listed).length - 1);
    expect(Object.keys(wordless).sort()).toEqual(Object.keys(duties).sort());
  });

  it('is in the catalogue, each of them, and called something else than the others', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...messageKinds].sort());
    const names = Object.values(catalogue).map(({ proof }) => proof);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is watched where somebody waits for it though no figure is given; a card or a calendar entry is not', () => {
    expect(noticeKinds.filter(isWatched).sort()).toEqual(
      [
        'childrenChanged',
        'outcome',
        'record',
        'signedRecord',
        'howToChase',
        'emergencyToWeigh',
        'actionGiven',
        'actionDue',
        'actionBlocked',
        'substituteProposed',
        'tellOthers',
        'followUp',
        'tellReferrer',
        'telephoneTask',
        'disagreement',
        'nothingHeard',
        'onlineMeetingFailed',
        'placeGone',
        'handedOver',
        'enquiryToCheck',
        'enquiryToDecide',
        'enquirySentBack',
        'enquiryFinished',
        'transferAsked',
        'transferAnswered',
        'recordToSign',
        'recordToAuthorise',
        'recordSentBack',
      ].sort(),
    );
    expect(noticeKinds.filter((kind) => !isMessage(kind) && isWatched(kind))).toEqual([]);
  });

  it('is telephoned about where it goes to people outside the service', () => {
    const called = messageKinds.filter((kind) => catalogue[kind].call !== null);
    expect(called.sort()).toEqual(
      [
        'invitation',
        'meetingMoved',
        'childrenChanged',
        'stoodDown',
        'outcome',
        'record',
        'signedRecord',
        'howToChase',
        'joiningDetails',
        'actionGiven',
        'actionDue',
        'replyChaser',
        'transferAsked',
        'transferChaser',
        'transferRecorded',
      ].sort(),
    );
  });
});
