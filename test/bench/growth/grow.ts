/** A file with as many discussions as one likes, as the product would have stored them. */
import { connect } from '../../../src/store/sqlite/connect.ts';
import { textsUnder, type Template } from './template.ts';

export interface Templates {
  /** What most of them are. */
  readonly decided: Template;
  readonly open: Template;
}

/** As many are open at a time, and have something still to be done, however many there ever were. */
const open = 60;
const owing = 120;

const inOneTransaction = 500;
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The nth reference, as the product writes them. */
export const referenceAt = (n: number): string => {
  const digits = Array.from(
    { length: 6 },
    (_, i) => letters[Math.floor(n / letters.length ** (5 - i)) % letters.length],
  );
  return `SD-${digits.join('')}`;
};

/** Fast, and not durable until it is closed: nobody else has it open. */
export const growFile = (path: string, templates: Templates, count: number): void => {
  const db = connect(path, 'shared');
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
  const sql = {
    commit: db.prepare('INSERT INTO commits (discussion_id, version, json) VALUES (?, ?, ?)'),
    notice: db.prepare(
      `INSERT INTO notices (id, discussion_id, version, seq, kind, owed_at, deadline, status, due_at, ready, holder, delivery)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    summary: db.prepare('INSERT INTO summaries (discussion_id, open, next_at, last_at, json) VALUES (?, ?, ?, ?, ?)'),
    read: db.prepare('INSERT INTO reads (discussion_id, person_id, at, deed) VALUES (?, ?, ?, ?)'),
  };
  const add = (template: Template, reference: string, isOver: boolean): void => {
    const renamed = (value: unknown): string => String(value).replaceAll(template.reference, reference);
    textsUnder(template, reference).forEach((text, i) => sql.commit.run(reference, i + 1, text));
    for (const row of template.notices) {
      const { version, seq, kind, owed_at, deadline, status, due_at, ready, holder } = row;
      const own = [kind, owed_at, deadline, status, due_at, ready, holder].map((value) => value ?? null);
      sql.notice.run(renamed(row['id']), reference, version ?? null, seq ?? null, ...own, renamed(row['delivery']));
    }
    const { open: isOpen, next_at, last_at, json } = template.summary;
    const line = isOver ? JSON.stringify({ ...(JSON.parse(String(json)) as object), owed: null }) : String(json);
    sql.summary.run(reference, isOpen ?? null, next_at ?? null, last_at ?? null, renamed(line));
    for (const { person_id, at, deed } of template.reads) {
      sql.read.run(reference, person_id ?? null, at ?? null, deed ?? null);
    }
  };
  for (let n = 0; n < count; n += inOneTransaction) {
    db.exec('BEGIN');
    for (let i = n; i < Math.min(count, n + inOneTransaction); i += 1) {
      add(i < open ? templates.open : templates.decided, referenceAt(i), i >= open + owing);
    }
    db.exec('COMMIT');
  }
  db.close();
};
