/** What must not come of any input, whoever sends it and whatever it is. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { personalChats } from '../../src/rehearsal/places.ts';
import { outsiders, type Input } from './inputs.ts';
import { send, type Answer } from './sending.ts';
import { secrets, type World } from './world.ts';

export type Finding = 'crash' | 'stateChange' | 'leak' | 'slow';

/** Somebody waits no longer. Milliseconds. */
const longestMs = 2_000;

/** Who sends it takes part in nothing. A link works for whoever holds it, and a token is nobody's. */
const isOutside = (input: Input): boolean => 'who' in input && outsiders.includes(input.who);

export const createJudge = (world: World) => {
  const store = new DatabaseSync(join(world.dataDir, 'strategy.sqlite'), { readOnly: true });
  const tenant = new DatabaseSync(join(world.dataDir, 'rehearsal.sqlite'), { readOnly: true });
  const own = personalChats.filter(({ id }) => !id.includes('nadia')).map(({ id }) => id);
  /** This program itself goes on meanwhile: its own commits are nobody's doing. */
  const lastCommit = store.prepare('SELECT coalesce(max(rowid), 0) AS n FROM commits');
  const byHand = store.prepare(
    `SELECT count(*) AS n FROM commits WHERE rowid > ? AND instr(json, '"via":"system"') = 0`,
  );
  const forms = store.prepare(`SELECT coalesce(sum(revision), 0) AS n FROM drafts WHERE id NOT LIKE 'typed:%'`);
  const newest = tenant.prepare('SELECT coalesce(max(rowid), 0) AS n FROM message');
  const since = tenant.prepare('SELECT placeId, text, attachments, summary FROM message WHERE rowid > ?');
  const numberOf = (statement: typeof newest, ...from: readonly number[]): number =>
    Number(statement.get(...from)?.['n']);

  const hasSecret = (text: string): boolean => secrets.some((secret) => text.includes(secret));
  const posted = (from: number): string =>
    since
      .all(from)
      .filter(({ placeId }) => !own.includes(String(placeId)))
      .map(({ text, attachments, summary }) => `${String(text)} ${String(attachments)} ${String(summary)}`)
      .join();

  const crashed = ({ status, text }: Answer): boolean => {
    const faults = world.log.splice(0).filter((line) => line.includes('"level":"error"') && !line.includes('NotSent'));
    return faults.length > 0 || status >= 500 || text.includes('"statusCode":500');
  };

  return {
    judge: async (input: Input, outside = isOutside(input)): Promise<readonly Finding[]> => {
      world.moveOn();
      const [commit, form, from] = [numberOf(lastCommit), numberOf(forms), numberOf(newest)];
      const answer = await send(input, world);
      const findings: Finding[] = crashed(answer) ? ['crash'] : [];
      if (outside && (numberOf(byHand, commit) > 0 || numberOf(forms) !== form)) findings.push('stateChange');
      // What somebody taking part reads in an answer is theirs to read; what stands where others read is not.
      const isTheirs = 'who' in input && !outside;
      if ((!isTheirs && hasSecret(answer.text)) || hasSecret(posted(from))) findings.push('leak');
      // Whoever is let in without a key of Teams' is somebody they say they are.
      if (input.on === 'token' && input.signer !== 'channel' && answer.status < 400) findings.push('leak');
      if (answer.ms > longestMs && (await send(input, world)).ms > longestMs) findings.push('slow');
      return findings;
    },
    close: () => {
      store.close();
      tenant.close();
    },
  };
};
