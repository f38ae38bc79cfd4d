/** A database that the release before wrote: every discussion in it is whole, and the open ones go on. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createConduct, type Acted, type Conduct } from '../../src/conduct/conduct.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import type { Command } from '../../src/discussion/commands/command.ts';
import { participants, type Discussion } from '../../src/discussion/state/discussion.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { instant, plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { sealWith } from '../builders/signing.ts';
import { practiceUnder } from '../builders/standards.ts';
import { isWatched } from '../../src/messages/catalogue.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../builders/decision.ts';
import { actor, professional } from '../builders/people.ts';
import { formKnown, knownOf } from './releaseBefore/known.ts';

const beside = (file: string): string => join(import.meta.dirname, 'releaseBefore', file);

/** What the release before knew, in its own words. */
const known = z
  .object({
    at: z.string(),
    forms: z.array(z.looseObject({ id: z.string(), kind: z.enum(['convening', 'deciding']) })),
    discussions: z.array(z.looseObject({ what: z.string(), reference: z.string(), stage: z.string() })),
  })
  .parse(JSON.parse(readFileSync(beside('known.json'), 'utf8')));

const referenceOf = (what: string): string =>
  known.discussions.find((d) => d.what === what)?.reference ?? `no discussion that is ${what}`;

let folder: string;
let stores: Stores;
let conduct: Conduct;
let now: Instant;
let keys = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-before-'));
  copyFileSync(beside('strategy.sqlite'), join(folder, 'strategy.sqlite'));
  stores = openSqlite(join(folder, 'strategy.sqlite'));
  now = instant(new Date(known.at));
  conduct = createConduct({
    store: stores.store,
    directory: createDirectory(stores.directory),
    clock: () => now,
    standard: () => 'practice-standards-2025',
    practiceFor: practiceUnder,
    watch: isWatched,
    sealWith,
    appended: () => undefined,
  });
});
afterAll(async () => {
  await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

const act = (reference: string, who: Participant, command: Command): Promise<Acted> =>
  conduct.act({ reference, command, actor: actor(who), key: `after-${(keys += 1)}` });

const current = async (reference: string): Promise<Discussion> => {
  const discussion = await conduct.current(reference);
  if (discussion === null) throw new Error(`there is no discussion ${reference}`);
  return discussion;
};

const memberOf = (discussion: Discussion, id: string): Participant => {
  const found = participants(discussion).find(({ personId }) => personId === id);
  if (found === undefined) throw new Error(`${id} takes no part in ${discussion.reference}`);
  return found;
};

/** What somebody of the discussion asks for, which must be done. */
const done = async (reference: string, id: string, command: Command): Promise<Discussion> => {
  const acted = await act(reference, memberOf(await current(reference), id), command);
  if (acted.result === 'refused') throw new Error(`${command.kind} was refused: ${JSON.stringify(acted.refusal)}`);
  return acted.discussion;
};

/** They say that they are here, with authority to decide. */
const here = async (reference: string, ...ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    const participant = memberOf(await current(reference), id);
    await done(reference, id, {
      kind: 'recordAttendance',
      participant,
      mode: 'teams',
      hasAuthority: true,
      substituteFor: null,
      identified: null,
    });
  }
};

const newNotices = async (reference: string, kind: string): Promise<number> => {
  const { version } = await current(reference);
  const notices = await stores.store.notices(reference);
  return notices.filter((tracked) => tracked.version === version && tracked.notice.kind === kind).length;
};

describe('what the release before wrote', () => {
  it.each(known.discussions)('a discussion, $what, is known as it was', async ({ what: _what, ...before }) => {
    expect(await knownOf(stores.store, before.reference)).toEqual(before);
  });

  it('a decision counts from when it was recorded, for nobody was asked when the meeting ended', async () => {
    const { decision } = (await current(referenceOf('decided'))) as Extract<Discussion, { stage: 'decided' }>;
    expect(decision.meetingEndedAt).toBe(decision.at);
  });

  it('what was said of a discussion with several children is said of each of them', async () => {
    const all = await Promise.all(known.discussions.map(({ reference }) => current(reference)));
    for (const { children, facts } of all) {
      const ids = children.map(({ childId }) => childId);
      for (const { of } of facts.said) expect(['discussion', ...ids.map(() => ids)]).toContainEqual(of);
    }
    expect(all.some(({ children, facts }) => children.length > 1 && facts.said.length > 0)).toBe(true);
  });

  it.each(known.forms)('a half-filled form, $kind, is kept', async (before) => {
    expect(await formKnown(stores.drafts, before)).toEqual(before);
  });

  it('the open discussions are listed, and no others', async () => {
    const open = known.discussions.filter(({ stage }) => stage === 'convened' || stage === 'inSession');
    const listed = await stores.store.listOpen(100);
    expect(listed.map((summary) => summary.reference).sort()).toEqual(open.map((d) => d.reference).sort());
  });

  it('what is still owed falls due', async () => {
    expect(await stores.store.nextDue()).not.toBeNull();
  });
});

describe('what the release before left open goes on', () => {
  it('replies still come in, and people say that they are here', async () => {
    const reference = referenceOf('replies awaited');
    await done(reference, 'ellie-vaughan', { kind: 'accept', hasAuthority: true });
    await here(reference, 'hannah-boyle', 'ellie-vaughan', 'tom-reyes');
    expect(await current(reference)).toMatchObject({ stage: 'inSession', attendance: [{}, {}, {}] });
  });

  it('a meeting that lacked the police is decided when they come', async () => {
    const reference = referenceOf('in session');
    const refused = await act(
      reference,
      memberOf(await current(reference), 'priya-shah'),
      recordDecision([jointEnquiry()], [], now),
    );
    expect(refused).toMatchObject({ result: 'refused' });
    await here(reference, 'tom-reyes');
    const decided = await done(reference, 'priya-shah', recordDecision([jointEnquiry()], [], now));
    expect(decided).toMatchObject({ stage: 'decided', emergencyActions: [{ action: 'Stays with an aunt tonight' }] });
    expect(await newNotices(reference, 'outcome')).toBeGreaterThan(0);
  });

  it('the decision of a form left half filled is recorded', async () => {
    const reference = referenceOf('decision half filled');
    // P-4: whose decision the enquiry is.
    const enquiry = jointEnquiry({ answers: { s47DecisionBy: 'Leon Baptiste' } }, 'liverpool');
    const decided = await done(reference, 'leon-baptiste', recordDecision([enquiry], [], now));
    expect(decided.stage).toBe('decided');
  });

  it('those who were short of their minimum meet again and decide', async () => {
    const reference = referenceOf('inquorate and meeting again');
    now = plusMillis(now, 24 * 3_600_000);
    await here(reference, 'priya-shah', 'tom-reyes', 'ellie-vaughan', 'grace-mensah');
    const decided = await done(reference, 'priya-shah', recordDecision([childInNeed()], [], now));
    expect(decided).toMatchObject({ stage: 'decided', earlierMeetings: [{ attendance: [{}, {}] }] });
  });

  it('one who took part in a decision disagrees with it, and its chair is told', async () => {
    const reference = referenceOf('decided');
    const after = await done(reference, 'tom-reyes', { kind: 'disagree', reason: 'Too little' });
    expect(after.telling.voices).toMatchObject([{ by: 'tom-reyes', text: 'Too little' }]);
    expect(await newNotices(reference, 'disagreement')).toBeGreaterThan(0);
  });

  it('a disagreement of then stands beside one of now', async () => {
    const reference = referenceOf('disagreement');
    const after = await done(reference, 'ellie-vaughan', { kind: 'disagree', reason: 'So do I' });
    expect(after.telling.voices.map(({ text }) => text)).toEqual([
      'His sister lives there too.',
      'The injuries were not looked at by a doctor.',
      'So do I',
    ]);
  });

  it('a meeting is stood down', async () => {
    const reference = referenceOf('replies awaited');
    const after = await done(reference, 'hannah-boyle', {
      kind: 'standDown',
      because: null,
      reason: 'The family has moved',
    });
    expect(after.stage).toBe('stoodDown');
    expect(await newNotices(reference, 'stoodDown')).toBeGreaterThan(0);
  });

  it('what is over stays over', async () => {
    for (const what of ['told by telephone', 'stood down']) {
      const refused = await act(referenceOf(what), professional('priya-shah', 'teamManager', { rank: 'teamManager' }), {
        kind: 'standDown',
        because: null,
        reason: 'Again',
      });
      expect(refused).toMatchObject({ result: 'refused' });
    }
  });

  it('the stored streams are whole afterwards', async () => {
    for (const { reference } of known.discussions) {
      const commits = await stores.store.load(reference);
      expect(commits.map(({ version }) => version)).toEqual(commits.map((_, i) => i + 1));
    }
  });
});
