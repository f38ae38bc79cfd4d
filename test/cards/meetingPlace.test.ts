import { describe, expect, it } from 'vitest';
import { reconveneCard } from '../../src/cards/reconvene.ts';
import { meetingPlace } from '../../src/cards/meetingPlace.ts';
import type { Meeting } from '../../src/discussion/state/event.ts';
import { convene } from '../builders/convene.ts';
import { manager } from '../builders/people.ts';
import { practiceFor } from '../builders/standards.ts';
import { convenedStory } from '../builders/story.ts';

const missing = { ok: false, problems: ['Say where the meeting is or how to join it.'] };
const given = (value: object) => ({ ok: true, value });

describe('where the meeting is, as typed', () => {
  it.each<[string, Meeting['format'], string, boolean, object]>([
    ['a room', 'meeting', 'Room 4', false, given({ format: 'meeting', where: 'Room 4' })],
    [
      'a call the convenor set up',
      'video',
      'https://x.example',
      false,
      given({ format: 'video', where: 'https://x.example' }),
    ],
    ['nothing', 'video', '', false, missing],
    [
      'a room, where meetings are made',
      'meeting',
      'Room 4',
      true,
      given({ format: 'meeting', where: 'Room 4', calendar: 'entry' }),
    ],
    [
      'a call the convenor set up, where meetings are made',
      'video',
      'https://x.example',
      true,
      given({ format: 'video', where: 'https://x.example', calendar: 'entry' }),
    ],
    [
      'nothing for a video call, where meetings are made',
      'video',
      '',
      true,
      given({ format: 'video', where: '', calendar: 'onlineMeeting' }),
    ],
    ['nothing for a meeting in person, where meetings are made', 'meeting', '', true, missing],
    ['nothing for the telephone, where meetings are made', 'phone', '', true, missing],
  ])('%s', (_name, format, where, isMade, expected) => {
    expect(meetingPlace({ format, where }, isMade, null)).toEqual(expected);
  });

  it.each<[string, Meeting['format'], boolean, object]>([
    ['is where a meeting is', 'meeting', false, given({ format: 'meeting', where: 'The hub' })],
    ['left in place for a call does not say how to join it', 'phone', false, missing],
    [
      'left in place for a video call that is made is no place',
      'video',
      true,
      given({ format: 'video', where: '', calendar: 'onlineMeeting' }),
    ],
  ])('the usual venue %s (M-5)', (_name, format, isMade, expected) => {
    expect(meetingPlace({ format, where: 'The hub' }, isMade, 'The hub')).toEqual(expected);
  });
});

describe('the form asks for it', () => {
  const whereOf = (format: Meeting['format'], isMade: boolean): object | undefined => {
    const { state } = convenedStory(undefined, manager, { meeting: { ...convene().meeting, format } });
    if (state === null) throw new Error('nothing was convened');
    const inputs = reconveneCard(state, practiceFor('practice-standards-2025'), 'n', isMade).body as readonly {
      readonly id?: string;
    }[];
    return inputs.find(({ id }) => id === 'where');
  };
  it.each<[string, Meeting['format'], boolean, boolean]>([
    ['always where no meetings are made', 'video', false, true],
    ['not where a video call can be made, which it may become', 'meeting', true, false],
    ['not of a video call that can be made', 'video', true, false],
  ])('%s', (_name, format, isMade, isRequired) => {
    expect(whereOf(format, isMade)).toMatchObject({ type: 'Input.Text', isRequired });
  });
});
