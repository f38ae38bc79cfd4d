/** Valid commits, summaries and notices for tests of the store and of what is built on it; override what a test is about. */
import type { Commit } from '../../../src/discussion/state/commit.ts';
import type { DiscussionEvent } from '../../../src/discussion/state/event.ts';
import type { Notice, NoticeId } from '../../../src/discussion/state/notice.ts';
import { personId } from '../../../src/discussion/state/people.ts';
import type { Summary } from '../../../src/discussion/state/summary.ts';
import { instant, plusMillis, type Instant } from '../../../src/practice/time/instant.ts';
import { seal } from '../../../src/store/chain.ts';
import type { Store } from '../../../src/store/store.ts';

export const start = instant('2026-05-20T09:00:00.000Z');
export const minutes = (count: number): Instant => plusMillis(start, count * 60_000);

const chair = {
  personId: personId('chair'),
  name: 'Asha Rahman',
  role: 'teamManager',
  agency: 'Exampleshire',
} as const;

export const information = (text: string): DiscussionEvent => ({
  type: 'informationShared',
  personId: chair.personId,
  text,
});

export const aNotice = (id: string, overrides: Partial<Notice> = {}): Notice => ({
  id: id as NoticeId,
  kind: 'invitation',
  recipient: { to: 'person', personId: personId('dr-okafor') },
  rule: null,
  owedAt: start,
  deadline: null,
  ...overrides,
});

type CommitContent = Partial<Omit<Commit, 'previousHash' | 'hash'>>;

/** One commit that follows `before`, or starts a discussion. */
export const aCommit = (before: Commit | null, overrides: CommitContent = {}): Commit => {
  const version = (before?.version ?? 0) + 1;
  const content = {
    reference: before?.reference ?? 'SD-1',
    version,
    at: start,
    actor: { ...chair, rank: 'teamManager', via: 'teams' },
    commandKey: `command-${version}`,
    events: [information('Seen at home on Tuesday')],
    notices: [],
  } as const;
  return seal({ ...content, ...overrides }, before?.hash ?? null);
};

export const aSummary = (commit: Commit, overrides: Partial<Summary> = {}): Summary => ({
  reference: commit.reference,
  version: commit.version,
  stage: 'convened',
  initials: ['AB'],
  convenorId: 'convenor',
  chairId: 'chair',
  actions: [],
  people: ['convenor', 'chair'],
  readers: ['convenor', 'chair'],
  meetingAt: minutes(120),
  dueAt: null,
  open: true,
  owed: null,
  toFileSince: null,
  standard: { key: 'darlington', version: '2024.4' },
  ...overrides,
});

/** Appends a commit with these notices to a discussion, after whatever is there already. */
export const oweNotices = async (store: Store, reference: string, notices: readonly Notice[]): Promise<Commit> => {
  const commit = aCommit((await store.load(reference)).at(-1) ?? null, { reference, notices });
  const result = await store.append(commit, aSummary(commit));
  if (result !== 'appended') throw new Error(`${reference} was written by somebody else meanwhile`);
  return commit;
};
