/** The order of an answer and of what it owes; how much sooner an answer comes for it, `npm run -s bench` says. */
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { answersFirst, type AnswersFirst } from '../../src/start/answersFirst.ts';

let happened: string[];
let first: AnswersFirst;
beforeEach(() => {
  happened = [];
  first = answersFirst(() => happened.push('sent'));
});

/** Answered when the test says so. */
const asked = (who: string) => {
  const ready = Promise.withResolvers<undefined>();
  const answered = first.answering(async () => {
    await ready.promise;
    happened.push(`${who} is answered`);
  });
  return async (): Promise<void> => {
    ready.resolve(undefined);
    await answered;
  };
};

describe('what is owed', () => {
  it('is sent at once where nobody waits for an answer', () => {
    first.owed();
    expect(happened).toEqual(['sent']);
  });

  it('is sent after the answer that owes it', async () => {
    const answer = asked('the chair');
    first.owed();
    await answer();
    expect(happened).toEqual(['the chair is answered', 'sent']);
  });

  it('waits for others who are being answered, and is sent once', async () => {
    const [chair, police] = [asked('the chair'), asked('the police')];
    first.owed();
    first.owed();
    await chair();
    await police();
    expect(happened).toEqual(['the chair is answered', 'the police is answered', 'sent']);
  });

  it('is sent within a quarter of a second, whoever waits', async () => {
    const answer = asked('the chair');
    first.owed();
    await wait(400);
    expect(happened).toEqual(['sent']);
    await answer();
    expect(happened).toEqual(['sent', 'the chair is answered']);
  });

  it('is sent where the answer fails', async () => {
    const failing = first.answering(() => {
      first.owed();
      return Promise.reject(new Error('no store'));
    });
    await expect(failing).rejects.toThrow('no store');
    expect(happened).toEqual(['sent']);
  });

  it('is nothing where an answer owes nothing', async () => {
    await asked('the chair')();
    expect(happened).toEqual(['the chair is answered']);
  });
});
