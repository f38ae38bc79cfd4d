/**
 * The outbox of the product that is measured, seen from beside it in its database file: whether anything is to be sent
 * soon, and how often a notice was claimed, which a trigger counts.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

interface Claims {
  readonly claims: number;
  /** Claims after which the notice stood as before: nothing was sent, and nothing was settled. */
  readonly putBack: number;
}

export interface Ledger {
  /** Resolves when nothing is being sent, and nothing is due within the next few seconds. */
  quiet(): Promise<void>;
  /** Since they were last counted. */
  claims(): Claims;
  close(): void;
}

/** What was changed within a second is shown in one go, by design: soon is longer than that. */
const soonMs = 5_000;
const longestMs = 300_000;
const askEveryMs = 50;

const counting = `
  CREATE TABLE IF NOT EXISTS bench_claims (claims INTEGER NOT NULL, put_back INTEGER NOT NULL) STRICT;
  DELETE FROM bench_claims;
  INSERT INTO bench_claims VALUES (0, 0);
  CREATE TRIGGER IF NOT EXISTS bench_claimed AFTER UPDATE ON notices WHEN NEW.status = 'sending' BEGIN
    UPDATE bench_claims SET claims = claims + 1;
  END;
  CREATE TRIGGER IF NOT EXISTS bench_put_back AFTER UPDATE ON notices
    WHEN OLD.status = 'sending' AND NEW.status IN ('owed', 'maybe')
      AND json_array_length(OLD.delivery, '$.attempts') = json_array_length(NEW.delivery, '$.attempts') BEGIN
    UPDATE bench_claims SET put_back = put_back + 1;
  END;
`;

export const openLedger = (dataDir: string, now: () => Date): Ledger => {
  const db = new DatabaseSync(join(dataDir, 'strategy.sqlite'), { timeout: 5_000 });
  db.exec(counting);
  const due = db.prepare(
    "SELECT count(*) AS n FROM notices WHERE due_at IS NOT NULL AND (due_at <= ? OR status = 'sending')",
  );
  const counted = db.prepare('SELECT claims, put_back AS putBack FROM bench_claims');
  return {
    quiet: async () => {
      const end = performance.now() + longestMs;
      while (Number(due.get(new Date(now().getTime() + soonMs).toISOString())?.['n']) > 0) {
        if (performance.now() > end) throw new Error('the outbox never came to rest');
        await wait(askEveryMs);
      }
    },
    claims: () => {
      const row = counted.get();
      db.exec('UPDATE bench_claims SET claims = 0, put_back = 0');
      return { claims: Number(row?.['claims']), putBack: Number(row?.['putBack']) };
    },
    close: () => {
      db.exec('DROP TRIGGER bench_claimed; DROP TRIGGER bench_put_back; DROP TABLE bench_claims');
      db.close();
    },
  };
};
