/** What a collector is told of a real discussion, and what it never is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outsider, people } from '../../src/rehearsal/people.ts';
import { conveneInChannel } from '../journey/convening.ts';
import { startCouncil, until, type Council } from '../journey/council.ts';
import { startCollector, type Collector } from './collector.ts';

/** All that anybody types in the story. */
const typed = {
  name: 'Zebedee Quillfeather',
  initials: 'Z.Q.',
  birthDate: '2017-11-23',
  referrerName: 'Carol Tench',
  referrerAgency: 'Little Acorns Nursery',
  referrerEmail: 'carol@littleacorns.example',
  concern: 'A lollipop attendant saw bruises',
  where: 'Room 4, Civic Centre',
} as const;

/** The bot is being added to every chat, and says so there: turns of their own, which are to be over. */
const everywhereAdded = async (of: Council): Promise<void> => {
  for (const { teams, id } of people) {
    if (teams !== null && id !== outsider.id) await of.as(id).card('chat', 'nobody else reads it');
  }
};

let collector: Collector;
let council: Council;
let reference: string;

beforeAll(async () => {
  collector = await startCollector();
  council = await startCouncil({
    env: {
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=of%20the%20collector',
    },
  });
  await everywhereAdded(council);
  await council.api('POST', 'faults', [{ kind: 'smtpRefusal', at: 'rcpt', code: 451 }]);
  const { name, initials, birthDate, referrerName, referrerAgency, referrerEmail, concern, where } = typed;
  const convened = await conveneInChannel(council, {
    child: { name, initials, birthDate },
    referral: { referrerName, referrerAgency, referrerEmail },
    concern: { concern },
    meeting: { where },
  });
  ({ reference } = convened);
  const agenda = await council.as('ellie-vaughan').card('channel', 'Who must be there');
  await council.as('ellie-vaughan').forge(agenda, { type: 'Action.Execute', verb: 'Zebedee.Quillfeather', data: {} });
  await until('an e-mail that is not taken', () =>
    Promise.resolve(council.faults.find((line) => line.includes('"status":"owed"'))),
  );
  await council.setClock(new Date('2026-09-16T10:00:00+01:00'));
  await council.stop();
}, 60_000);
afterAll(() => collector.stop());

const totalOf = (name: string): number =>
  (collector.metrics()[name]?.points ?? []).reduce((sum, each) => sum + (each.count ?? 0), 0);
const valueOf = (name: string): number | undefined => {
  const [only] = collector.metrics()[name]?.points ?? [];
  return only?.asInt ?? only?.asDouble;
};
const logged = (what: string): number => council.faults.filter((line) => line.includes(`"what":"${what}"`)).length;

describe('the metrics of a discussion that was convened', () => {
  it('have every turn, by the button and how it went, in milliseconds', () => {
    const turns = collector.metrics()['strategy.turn.duration'];
    expect(turns?.unit).toBe('ms');
    expect(totalOf('strategy.turn.duration')).toBe(logged('activity'));
    const convening = turns?.points.find((each) => each.attributes['activity.verb'] === 'convene.meeting');
    expect(convening).toMatchObject({
      attributes: { 'activity.kind': 'invoke', 'activity.verb': 'convene.meeting', outcome: 'answered' },
      count: 1,
    });
    expect(convening?.sum).toBeGreaterThan(0);
    expect(convening?.sum).toBeLessThan(30_000);
    expect(turns?.points.map((each) => each.attributes['activity.kind'])).toContain('message');
  });

  it('have every operation of the store', () => {
    const operations = collector.metrics()['strategy.store.duration'];
    expect(operations?.unit).toBe('ms');
    const append = operations?.points.find((each) => each.attributes['store.operation'] === 'store.append');
    expect(append?.count).toBeGreaterThan(0);
    expect(append?.sum).toBeGreaterThan(0);
    expect(operations?.points.map((each) => each.attributes['store.operation'])).toContain('drafts.put');
  });

  it('have what is owed, what is overdue, and for how long', () => {
    expect(valueOf('notices.owed')).toBeGreaterThan(0);
    expect(valueOf('notices.overdue')).toBeGreaterThan(0);
    expect(valueOf('notices.overdue')).toBeLessThanOrEqual(valueOf('notices.owed') ?? 0);
    expect(collector.metrics()['notices.owed.oldest']?.unit).toBe('s');
    const aDay = 86_400;
    expect(valueOf('notices.owed.oldest')).toBeGreaterThan(aDay - 60);
    expect(valueOf('notices.owed.oldest')).toBeLessThan(aDay + 60);
  });
});

describe('the traces', () => {
  it('have a span for each turn, and under it what the store did', () => {
    const turns = collector.spans().filter(({ name }) => name === 'turn');
    expect(turns).toHaveLength(logged('activity'));
    const convening = turns.find(({ attributes }) => attributes['activity.verb'] === 'convene.meeting');
    expect(convening?.attributes).toEqual({
      'activity.kind': 'invoke',
      'activity.verb': 'convene.meeting',
      outcome: 'answered',
    });
    const under = collector.spans().filter(({ parentSpanId }) => parentSpanId === convening?.spanId);
    expect(under.map(({ name }) => name)).toContain('store.append');
    expect(new Set(under.map(({ traceId }) => traceId))).toEqual(new Set([convening?.traceId]));
  });

  it('name no button that is not ours', () => {
    const verbs = collector.spans().map(({ attributes }) => attributes['activity.verb']);
    expect(verbs).toContain('other');
  });
});

describe('the log', () => {
  it('is sent line by line, each of a turn with its trace', () => {
    expect(collector.logs()).toHaveLength(council.faults.length);
    const command = collector.logs().find(({ body }) => body.stringValue === 'command');
    expect(command).toMatchObject({
      severityText: 'info',
      attributes: { 'command.kind': 'convene', 'command.repeated': false },
    });
    expect(collector.spans().map(({ traceId }) => traceId)).toContain(command?.traceId);
  });
});

describe('the collector', () => {
  it('is sent everything at its own paths, with the headers it wants', () => {
    const paths = new Set(collector.requests().map(({ path }) => path));
    expect(paths).toEqual(new Set(['/v1/metrics', '/v1/traces', '/v1/logs']));
    for (const { headers } of collector.requests()) expect(headers['api-key']).toBe('of the collector');
  });

  it('is told nothing that anybody typed, nobody’s name, address or id, and not which discussion it was', () => {
    const told = collector.bytes().toLowerCase();
    const those = people.flatMap(({ name, email, id }) => [name, email, id]);
    const parts = [...typed.name.split(' '), ...typed.referrerName.split(' '), '23 november', '23/11/2017'];
    expect(told).toContain('convene.meeting');
    const words = [...Object.values(typed), ...parts, ...those, reference];
    expect(words.filter((word) => told.includes(word.toLowerCase()))).toEqual([]);
  });
});
