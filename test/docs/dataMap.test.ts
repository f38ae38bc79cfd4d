/** Nothing is stored, sent or made that is not in the data map. What is compared are the schemas and lists of the program. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyConvening, emptyDeciding } from '../../src/conduct/drafts.ts';
import { inboxSchema, personSchema } from '../../src/directory/entry.ts';
import { dutySchema, swapSchema } from '../../src/directory/rota.ts';
import { childSchema } from '../../src/discussion/state/childShape.ts';
import { detailsRecordedEvent } from '../../src/discussion/state/details.ts';
import { discussionEvent, referrerSchema } from '../../src/discussion/state/event.ts';
import { messageKinds, noticeKinds, type Attempt } from '../../src/discussion/state/notice.ts';
import type { Actor } from '../../src/discussion/state/people.ts';
import { participantSchema } from '../../src/discussion/state/personShape.ts';
import { catalogue } from '../../src/messages/catalogue.ts';
import { samplesOf } from '../../src/messages/preview/samples.ts';
import type { LegalHold, Tombstone } from '../../src/store/archive.ts';
import { directoryRowKinds, type RecordedRead, type StoredDraft } from '../../src/store/rows.ts';
import { migrations } from '../../src/store/sqlite/schema.ts';
import { practiceFor, standardKeys } from '../builders/standards.ts';
import { fieldsOf } from './fieldsOf.ts';
import { namesIn, rowsBelow, textOf } from './pack.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const table = (heading: string): readonly (readonly string[])[] => rowsBelow('data-map.md', heading);
const missing = (wanted: readonly string[], named: readonly string[]): readonly string[] =>
  wanted.filter((name) => !named.includes(name));

const types = table('## Record types').map((cells) => ({ type: namesIn(cells[0] ?? '')[0] ?? '', cells }));
const people = table('## People');
const recorded = table('## What is recorded of a discussion').map(([what = '', events = '', fields = '']) => ({
  what,
  events: namesIn(events),
  fields: namesIn(fields),
}));

describe('a field of somebody', () => {
  /** The compiler says when one is missing here. */
  const actor = {
    ...{ personId: true, name: true, role: true, agency: true, rank: true, offices: true, via: true },
  } satisfies Record<keyof Actor, true>;

  it.each<[string, readonly string[]]>([
    ['src/discussion/state/childShape.ts', fieldsOf(childSchema).filter((name) => name !== 'kind')],
    ['src/discussion/state/details.ts', fieldsOf(detailsRecordedEvent.shape.details)],
    ['src/discussion/state/event.ts', fieldsOf(referrerSchema)],
    ['src/discussion/state/personShape.ts', fieldsOf(participantSchema)],
    ['src/discussion/state/people.ts', Object.keys(actor)],
    ['src/directory/entry.ts', [...fieldsOf(personSchema), ...fieldsOf(inboxSchema)]],
    ['src/directory/rota.ts', [...fieldsOf(dutySchema), ...fieldsOf(swapSchema)]],
  ])('of %s is in the map', (source, fields) => {
    const rows = people.filter(([who = '']) => namesIn(who).includes(source));
    expect(fields.length).toBeGreaterThan(2);
    expect(
      missing(
        fields,
        rows.flatMap(([, named = '']) => namesIn(named)),
      ),
    ).toEqual([]);
  });
});

describe('an event', () => {
  const shapes = ['childShape', 'event', 'personShape'].map((name) => `src/discussion/state/${name}.ts`);
  const fieldsFrom = (sources: readonly string[]): readonly string[] =>
    people.flatMap(([who = '', named = '']) =>
      namesIn(who).some((name) => sources.includes(name)) ? namesIn(named) : [],
    );
  const [aboutNobody = ''] =
    /\nFields that say nothing of anybody by themselves: ([^]*?)\. /.exec(textOf('data-map.md')) ?? [];
  const events = discussionEvent.options.map((option) => [option.shape.type.value, option] as const);

  it.each(events)('%s is in one row of the map, with its fields', (type, option) => {
    const rows = recorded.filter((row) => row.events.includes(type));
    expect(rows).toHaveLength(1);
    const own = rows.flatMap(({ fields }) => fields);
    const details = type === 'detailsRecorded' ? fieldsFrom(['src/discussion/state/details.ts']) : [];
    const named = [...own, ...details, ...fieldsFrom(shapes), ...namesIn(aboutNobody), 'type'];
    expect(missing(fieldsOf(option), named)).toEqual([]);
  });

  it('of the map is one that there is', () => {
    const known: readonly string[] = events.map(([type]) => type);
    expect(
      missing(
        recorded.flatMap((row) => row.events),
        known,
      ),
    ).toEqual([]);
  });
});

describe('what is stored', () => {
  const rowOf = (type: string): readonly string[] => namesIn(types.find((each) => each.type === type)?.cells[1] ?? '');

  it('has a record type for each table, and for each kind of row in the directory', () => {
    const tables = migrations.flatMap((step) => [...step.matchAll(/CREATE TABLE (\w+)/g)].map(([, name = '']) => name));
    const keptAs: Readonly<Record<string, readonly string[]>> = {
      commits: ['discussion-record'],
      summaries: ['discussion-record'],
      notices: ['notices-and-proof'],
      reads: ['read-audit'],
      conversations: ['teams-conversations'],
      drafts: ['drafts', 'message-digests'],
      directory: ['directory', 'duty-rota'],
      holds: ['legal-hold'],
      tombstones: ['tombstones'],
    };
    expect(Object.keys(keptAs).toSorted()).toEqual(tables.toSorted());
    expect(
      missing(
        Object.values(keptAs).flat(),
        types.map(({ type }) => type),
      ),
    ).toEqual([]);
    expect(directoryRowKinds).toEqual(['person', 'inbox', 'duty', 'swap']);
  });

  it.each<[string, object]>([
    [
      'notices-and-proof',
      { at: true, route: true, result: true, detail: true, receipt: true } satisfies Record<keyof Attempt, true>,
    ],
    [
      'read-audit',
      { reference: true, personId: true, at: true, deed: true } satisfies Record<keyof RecordedRead, true>,
    ],
    ['legal-hold', { by: true, reason: true, at: true } satisfies Record<keyof LegalHold, true>],
    [
      'drafts',
      { id: true, revision: true, owner: true, body: true, savedAt: true } satisfies Record<keyof StoredDraft, true>,
    ],
    ['drafts', emptyConvening({ kind: 'personal', conversation: '' })],
    ['drafts', emptyDeciding],
    [
      'tombstones',
      { reference: true, purgedAt: true, by: true, versions: true, lastHash: true } satisfies Record<
        keyof Tombstone,
        true
      >,
    ],
  ])('as %s has its fields in the map', (type, fields) => {
    expect(missing(Object.keys(fields), rowOf(type))).toEqual([]);
  });
});

describe('a message', () => {
  const rows = table('## Messages that leave').map(([kinds = '', says = '']) => ({ kinds: namesIn(kinds), says }));
  const saying = (words: string): readonly string[] =>
    rows.find(({ says }) => says.startsWith(`**${words}**`))?.kinds ?? [];
  const samples = messageKinds.map((kind) => {
    const letters = standardKeys.flatMap((key) => samplesOf(kind, practiceFor(key)));
    return { kind, says: JSON.stringify(letters.map(({ letter }) => letter)) };
  });
  const those = (pattern: RegExp): readonly string[] =>
    samples.filter(({ says }) => pattern.test(says)).map(({ kind }) => kind);

  it('of every kind is in one row of the map, and no other is', () => {
    expect(rows.flatMap(({ kinds }) => kinds).toSorted()).toEqual(noticeKinds.toSorted());
  });

  it('that may name a child is said to', () => {
    expect(saying('a child’s name').toSorted()).toEqual(those(/Jo Invented/).toSorted());
  });

  it('that may have initials, or a letter for a child, and no name is said to', () => {
    const identifying = those(/J\.I\.|Child A/).filter((kind) => !saying('a child’s name').includes(kind));
    expect(saying('no name').toSorted()).toEqual(identifying.toSorted());
  });

  it('that brings the record or a code is said to', () => {
    expect(saying('the record as a file')).toEqual(
      messageKinds.filter((kind) => catalogue[kind].encloses === 'record'),
    );
    expect(saying('a code')).toEqual(messageKinds.filter((kind) => catalogue[kind].carries === 'code'));
  });
});

describe('a document', () => {
  const named = table('## Documents').flatMap(([document = '']) => namesIn(document));

  it('of every kind is in the map', () => {
    expect(missing(readdirSync('src/documents'), named)).toEqual([]);
  });

  it('that is a statutory return is in the map', () => {
    const returns = [...read('src/operator/returns.ts').matchAll(/^ {2}'?([\w-]+)'?: \{\s*isOf:/gm)].map(
      ([, name = '']) => name,
    );
    expect(returns).toContain('cin');
    expect(missing(returns, named)).toEqual([]);
  });

  it('or list that an operator’s command notes a look for is in the map', () => {
    const [, noted = ''] = /\n## Operators\n\n([^]*?)\. Who asked/.exec(textOf('data-map.md')) ?? [];
    const noting = globSync('src/operator/*.ts')
      .map(read)
      .filter((text) => text.includes('recordRead('))
      .flatMap((text) => [...text.matchAll(/\.command\('([\w-]+)/g)].map(([, name = '']) => name));
    expect(noting.toSorted()).toEqual([...namesIn(noted)].toSorted());
  });
});
