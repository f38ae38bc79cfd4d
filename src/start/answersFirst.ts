/** Whoever waits for an answer has it before what follows from it is sent: rendering letters would hold the answer up. */
import { second } from '../practice/time/instant.ts';

/** Notices wait no longer than this, however many people are being answered. Milliseconds. */
const atMostMs = second / 4;

export interface AnswersFirst {
  /** One answer, from the request to its end. */
  readonly answering: <T>(answer: () => Promise<T>) => Promise<T>;
  /** Something is owed: `send` is called once nobody waits for an answer. */
  readonly owed: () => void;
}

export const answersFirst = (send: () => void): AnswersFirst => {
  let waiting = 0;
  let latest: NodeJS.Timeout | null = null;
  const sendNow = (): void => {
    if (latest !== null) clearTimeout(latest);
    latest = null;
    send();
  };
  return {
    answering: async (answer) => {
      waiting += 1;
      try {
        return await answer();
      } finally {
        waiting -= 1;
        if (waiting === 0 && latest !== null) sendNow();
      }
    },
    owed: () => {
      if (waiting === 0) sendNow();
      else latest ??= setTimeout(sendNow, atMostMs).unref();
    },
  };
};
