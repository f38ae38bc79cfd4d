/**
 * The tables, as the steps that made them. A step that has shipped is never edited: a change is one more step, and
 * `user_version` says how many a file has had. A discussion's reference is in the columns called `discussion_id`.
 *
 * A notice's content stays in its commit; its row says only where it stands. `due_at` is when `claim` may next take it
 * (null once settled). `ready` marks those whose time has come, so that the most urgent of them is found without
 * looking at the many whose time has not.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE commits (
    discussion_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (discussion_id, version)
  ) STRICT;

  CREATE TABLE notices (
    id TEXT NOT NULL PRIMARY KEY,
    discussion_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    owed_at TEXT NOT NULL,
    deadline TEXT,
    urgency TEXT NOT NULL GENERATED ALWAYS AS (coalesce(deadline, '9999')) VIRTUAL,
    status TEXT NOT NULL,
    due_at TEXT,
    ready INTEGER NOT NULL DEFAULT 0,
    holder TEXT,
    delivery TEXT NOT NULL,
    UNIQUE (discussion_id, version, seq),
    FOREIGN KEY (discussion_id, version) REFERENCES commits (discussion_id, version)
  ) STRICT;
  CREATE INDEX notices_waiting ON notices (due_at) WHERE due_at IS NOT NULL AND ready = 0;
  CREATE INDEX notices_ready ON notices (urgency, owed_at) WHERE due_at IS NOT NULL AND ready = 1;
  CREATE INDEX notices_due ON notices (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX notices_unsettled ON notices (owed_at, deadline) WHERE due_at IS NOT NULL;

  CREATE TABLE summaries (
    discussion_id TEXT NOT NULL PRIMARY KEY,
    open INTEGER NOT NULL,
    next_at TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX summaries_open ON summaries (next_at) WHERE open = 1;

  CREATE TABLE reads (
    seq INTEGER PRIMARY KEY,
    discussion_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    at TEXT NOT NULL,
    deed TEXT NOT NULL
  ) STRICT;
  CREATE INDEX reads_of_discussion ON reads (discussion_id, seq);

  CREATE TABLE conversations (key TEXT NOT NULL PRIMARY KEY, reference TEXT NOT NULL) STRICT;

  CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    owner TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE directory (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    teams_key TEXT UNIQUE,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
  `,
  `
  CREATE TABLE holds (discussion_id TEXT NOT NULL PRIMARY KEY, json TEXT NOT NULL) STRICT;

  CREATE TABLE tombstones (discussion_id TEXT NOT NULL PRIMARY KEY, json TEXT NOT NULL) STRICT;
  `,
  // Commits in format 2, which a program that knows two steps cannot read: it refuses the file when it opens it.
  '',
  // Those decided after which something is still to be done: few, however many were ever decided.
  `CREATE INDEX summaries_owing ON summaries (next_at) WHERE open = 0 AND json ->> '$.owed.dueAt' IS NOT NULL`,
  // When each was last written, so that those which ended long ago are found without looking at the others.
  `
  ALTER TABLE summaries ADD COLUMN last_at TEXT;
  UPDATE summaries SET last_at = (SELECT c.json ->> '$.commit.at' FROM commits c
    WHERE c.discussion_id = summaries.discussion_id AND c.version = summaries.json ->> '$.version');
  CREATE INDEX summaries_ended ON summaries (last_at) WHERE open = 0;
  `,
];
