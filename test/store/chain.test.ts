import { describe, expect, it } from 'vitest';
import { fold } from '../../src/conduct/fold.ts';
import type { Commit } from '../../src/discussion/state/commit.ts';
import type { DiscussionEvent } from '../../src/discussion/state/event.ts';
import { canonicalJson, linkOf, seal, verifyChain as verifyLinks } from '../../src/store/chain.ts';
import { readDelivery } from '../../src/store/delivery.ts';
import { readStream, storedCommit } from '../../src/store/stored.ts';
import { aCommit, aNotice, information, minutes } from './contract/commits.ts';
import { textsBefore } from './before/before.ts';

const first = aCommit(null, { events: [information('first')] });
const second = aCommit(first, { events: [information('second')], notices: [aNotice('a')] });
const third = aCommit(second, { events: [information('third')] });
const stream = [first, second, third];

const verifyChain = (commits: readonly Commit[]) => verifyLinks(commits.map((c) => linkOf(c.reference, c)));

describe('the hash chain of a discussion', () => {
  it('is intact as written', () => {
    expect(verifyChain(stream)).toBeNull();
    expect(verifyChain([])).toBeNull();
  });

  it('starts from the hash of nothing and links each commit to the one before', () => {
    expect(first.previousHash).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect([second.previousHash, third.previousHash]).toEqual([first.hash, second.hash]);
  });

  it('does not depend on the order in which a value was put together', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
    expect(canonicalJson({ kept: 1, left: undefined })).toBe('{"kept":1}');
  });

  it.each<[string, readonly Commit[], ReturnType<typeof verifyChain>]>([
    ['altered text', [first, { ...second, events: [information('changed')] }, third], { version: 2, fault: 'altered' }],
    ['another author', [{ ...first, actor: { ...first.actor, name: 'X' } }], { version: 1, fault: 'altered' }],
    ['a commit taken out', [first, third], { version: 2, fault: 'missing' }],
    ['the first taken out', [second, third], { version: 1, fault: 'missing' }],
    ['two in the wrong order', [first, third, second], { version: 2, fault: 'missing' }],
    ['one sealed anew after a change', [first, resealed(second), third], { version: 3, fault: 'unlinked' }],
    ['a commit of another discussion', [first, { ...second, reference: 'SD-2' }], { version: 2, fault: 'misplaced' }],
  ])('is broken by %s', (_case, commits, fault) => {
    expect(verifyChain(commits)).toEqual(fault);
  });
});

describe('a stream that an earlier version of the program began', () => {
  it('is read in today’s words, and has the hashes it had', () => {
    const commits = readStream('SD-TEST22', textsBefore);
    expect(commits.map((c) => c.reference)).toEqual(['SD-TEST22', 'SD-TEST22']);
    expect(commits.map((c) => c.hash)).toEqual([
      'cdb94a7b082afe249f2b65a087d628ccf962a9b3b598f31965dda9583ea6e149',
      '161d10843d14fc9b96d2b7d4fdb0d87277e39f47bff87a00b9431ae7b4ad203b',
    ]);
    expect(commits[1]?.events).toEqual([{ type: 'disagreementRecorded', reason: 'The child was not seen' }]);
    expect(fold(commits)).toMatchObject({ reference: 'SD-TEST22', version: 2 });
  });

  it('goes on in today’s format, as one chain', () => {
    const before = readStream('SD-TEST22', textsBefore);
    const next = aCommit(before[1] ?? null, { events: [information('later')] });
    const texts = [...textsBefore, storedCommit(next)];
    expect(texts.map((text) => (JSON.parse(text) as { format: number }).format)).toEqual([1, 1, 2]);
    expect(readStream('SD-TEST22', texts)).toEqual([...before, next]);
    const withoutSecond = [texts[0] ?? '', texts[2] ?? ''];
    expect(() => readStream('SD-TEST22', withoutSecond)).toThrow('the commit with this version is missing');
  });

  it('is verified as it was written, whatever it is called today', () => {
    const altered = textsBefore.map((text) => text.replace('not seen', 'was seen'));
    expect(() => readStream('SD-TEST22', altered)).toThrow(
      'Discussion SD-TEST22, version 2: the commit has been altered since it was written',
    );
  });

  it('cannot be sealed anew in today’s format: that is another text, with another hash', () => {
    const [first] = readStream('SD-TEST22', textsBefore);
    if (first === undefined) throw new Error('nothing was read');
    expect(() => storedCommit(first)).toThrow('does not have the hash of its content');
  });
});

describe('reading what was stored', () => {
  const texts = stream.map(storedCommit);
  const withText = (version: number, change: (text: string) => string): readonly string[] =>
    texts.map((text, i) => (i + 1 === version ? change(text) : text));

  it('gives back what was written', () => {
    expect(readStream('SD-1', texts)).toEqual(stream);
  });

  it('reads what was stored before meetings were entered in a calendar', () => {
    const commits = readStream('SD-TEST22', textsBefore.slice(0, 1));
    expect(commits.flatMap((c) => c.events)).toMatchObject([{ type: 'discussionConvened' }]);
    expect(fold(commits)).toMatchObject({
      meeting: { startsAt: '2026-09-16T13:00:00.000Z', format: 'meeting', where: 'Room 4' },
      arrangement: { setAt: '2026-09-15T09:00:00.000Z', onlineMeeting: null, fault: null },
    });
    expect(fold(commits)?.meeting).not.toHaveProperty('calendar');
  });

  it('reads the meeting in a calendar, its link, and what became of its entry', () => {
    const meeting = { startsAt: minutes(60), format: 'video', where: '', calendar: 'onlineMeeting' } as const;
    const events: readonly DiscussionEvent[] = [
      { type: 'discussionReconvened', inquorate: null, meeting, reason: 'Room taken' },
      { type: 'onlineMeetingMade', joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' },
      { type: 'meetingEventFailed', why: 'The calendar said no' },
    ];
    const entry = aNotice('a', { kind: 'meetingEvent', recipient: { to: 'calendar' }, deadline: minutes(60) });
    const commit = aCommit(null, { events: [...events], notices: [entry] });
    expect(readStream('SD-1', [storedCommit(commit)])).toEqual([commit]);
    const attempt = { at: minutes(1), route: 'calendar', result: 'sent', detail: '', receipt: 'AAMk=' } as const;
    const delivery = { status: 'sent', at: minutes(1), route: 'calendar', receipt: 'AAMk=', attempts: [attempt] };
    expect(readDelivery(JSON.stringify(delivery), 'here')).toEqual(delivery);
  });

  it('stops at every single altered byte', () => {
    const text = storedCommit(second);
    const survivors = Array.from(text, (_, i) => i).filter((i) => {
      const flipped = text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ 1) + text.slice(i + 1);
      return !stopsAt(withText(2, () => flipped));
    });
    expect(survivors).toEqual([]);
  });

  it.each([
    ['an unknown event', rewritten({ events: [{ type: 'invented' }] }), 'events.0.type is an unknown event type'],
    [
      'an event with a field too many',
      rewritten({ events: [{ type: 'decisionOpened', by: 'x' }] }),
      'is not as expected',
    ],
    ['no actor', rewritten({ actor: undefined }), 'actor is not as expected'],
    ['a later format', (text: string) => text.replace('"format":2', '"format":3'), 'stored in format 3'],
    [
      'a commit that says it is of an earlier format',
      (text: string) => text.replace('"format":2', '"format":1'),
      'discussionId is not as expected',
    ],
    ['text that is not JSON', (text: string) => text.slice(1), 'is not JSON'],
    ['JSON written by another hand', (text: string) => text.replace('{', '{ '), 'not as it was written'],
  ])('stops at %s, naming discussion and version', (_case, change, fault) => {
    expect(() => readStream('SD-1', withText(3, change))).toThrow(/^Discussion SD-1, version 3: /);
    expect(() => readStream('SD-1', withText(3, change))).toThrow(fault);
  });

  it('stops when the stream of one discussion is kept under the name of another', () => {
    expect(() => readStream('SD-2', texts)).toThrow(
      'Discussion SD-2, version 1: the commit belongs to another discussion',
    );
  });

  it('never repeats stored text in the fault', () => {
    const secret = () =>
      readStream(
        'SD-1',
        withText(2, (text) => `${text.slice(0, -1)}, "Jane Doe"`),
      );
    expect(secret).toThrow('is not JSON');
    expect(secret).not.toThrow('Jane');
  });
});

/** The same commit with other content, sealed as if it had been written so. */
function rewritten(change: object): (text: string) => string {
  return () => canonicalJson({ format: 2, commit: seal({ ...third, ...change }, third.previousHash) });
}

function resealed(commit: Commit): Commit {
  return seal({ ...commit, commandKey: 'changed' }, commit.previousHash);
}

const stopsAt = (stored: readonly string[]): boolean => {
  try {
    readStream('SD-1', stored);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.startsWith('Discussion SD-1, version');
  }
};
