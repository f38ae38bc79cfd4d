/** What is kept of streams that were read, and when it is not believed. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Commit } from '../../src/discussion/state/commit.ts';
import { createStreams, type Streams } from '../../src/store/streams.ts';
import { storedCommit } from '../../src/store/stored.ts';
import { StoredFault } from '../../src/store/storedFault.ts';
import { aCommit } from './contract/commits.ts';

const first = aCommit(null);
const second = aCommit(first);
const third = aCommit(second);
const texts = [first, second, third].map(storedCommit);

let streams: Streams;
beforeEach(() => {
  streams = createStreams();
});

/** Reads a stream of which these texts are stored; `looked` says how many of them were asked for. */
const read = (stored: readonly string[]): { commits: readonly Commit[] | null; looked: number } => {
  const reading = streams.begin('SD-1');
  const asked = stored.slice(reading.from - 1);
  return { commits: streams.complete('SD-1', reading, asked), looked: asked.length };
};

describe('a stream that was read before', () => {
  it('is read from its newest commit on, which is looked at again, and is the whole stream', () => {
    expect(read(texts.slice(0, 2))).toEqual({ commits: [first, second], looked: 2 });
    expect(read(texts.slice(0, 2))).toEqual({ commits: [first, second], looked: 1 });
    expect(read(texts)).toEqual({ commits: [first, second, third], looked: 2 });
  });

  it('is the very same commits, so that what follows from them need not be worked out again', () => {
    const before = read(texts).commits;
    expect(read(texts).commits?.[1]).toBe(before?.[1]);
  });

  it('is read from the start where its newest commit is another than it was, or gone', () => {
    read(texts);
    expect(
      read([texts[0] ?? '', texts[1] ?? '', storedCommit(aCommit(second, { commandKey: 'other' }))]).commits,
    ).toBeNull();
    expect(read(texts)).toEqual({ commits: [first, second, third], looked: 3 });
    expect(read([]).commits).toBeNull();
    expect(read([])).toEqual({ commits: [], looked: 0 });
  });

  it('takes no new commit that does not follow the one it knows, and names its version', () => {
    read(texts.slice(0, 2));
    const stray = storedCommit(aCommit(aCommit(first, { commandKey: 'other' })));
    expect(() => read([...texts.slice(0, 2), stray])).toThrow(
      new StoredFault('Discussion SD-1, version 3: the commit does not follow the one before it'),
    );
  });

  it('takes none that has been altered', () => {
    read(texts.slice(0, 2));
    const altered = (texts[2] ?? '').replace('Seen at home', 'Not seen at home');
    expect(() => read([...texts.slice(0, 2), altered])).toThrow('version 3: the commit has been altered');
  });
});

it('what was used longest ago makes room, and what is too long is not kept', () => {
  const length = texts[0]?.length ?? 0;
  streams = createStreams(length * 2);
  const of = (reference: string): string => storedCommit(aCommit(null, { reference }));
  for (const reference of ['SD-1', 'SD-2', 'SD-1', 'SD-3']) {
    streams.complete(reference, streams.begin(reference), [of(reference)]);
  }
  expect(['SD-1', 'SD-2', 'SD-3'].map((each) => streams.begin(each).kept !== null)).toEqual([true, false, true]);
  streams = createStreams(length - 1);
  read(texts.slice(0, 1));
  expect(streams.begin('SD-1').kept).toBeNull();
});
