import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/cards/bind.ts';
import type { Notice, NoticeKind } from '../../src/discussion/state/notice.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { newsAsItStands } from '../../src/messages/render.ts';
import type { Edges, Press } from '../../src/teams/edges.ts';
import { handlerOf } from '../../src/teams/verbs.ts';
import { present } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { recordDecision } from '../builders/decision.ts';
import { actor, health, manager, police, socialWorker } from '../builders/people.ts';
import { readable } from '../cards/soundness.ts';
import { openOffice, reference, type Office } from '../conduct/office.ts';

const hour = 3_600_000;
let office: Office;
let edges: Edges;
let passed = 0;
const pass = (ms: number): void => {
  passed += ms;
  office.pass(ms);
};

const nobodyListed = {
  all: () => Promise.resolve([]),
  onDuty: () => Promise.resolve([]),
  byId: () => Promise.resolve(null),
};

beforeEach(async () => {
  office = await openOffice();
  passed = 0;
  edges = {
    conduct: office.conduct,
    store: office.stores.store,
    drafts: office.stores.drafts,
    directory: nobodyListed as unknown as Edges['directory'],
    clock: () => new Date(Date.parse(tuesday) + passed).toISOString() as ReturnType<Edges['clock']>,
    newId: () => 'n',
    authority: 'Exampleshire County Council',
    makesMeetings: false,
    leafletLink: () => '',
    recordLink: () => '',
    isSecureAddress: () => false,
    audienceOf: () => Promise.resolve([]),
    tenants: [],
  };
});
afterEach(() => office.close());

const decided = async (): Promise<void> => {
  await office.act(manager, convene());
  for (const person of [manager, socialWorker, police, health]) await office.act(person, present(person));
  await office.act(manager, recordDecision());
};

const owed = async (kind: NoticeKind, to: Participant): Promise<Notice> => {
  const found = (await office.stores.store.notices(reference)).find(
    ({ notice: n }) => n.kind === kind && n.recipient.to === 'person' && n.recipient.personId === to.personId,
  );
  if (found === undefined) throw new Error(`${to.name} is owed no ${kind}`);
  return found.notice;
};

const press = async (who: Participant, verb: string, data: Readonly<Record<string, string>>): Promise<Card> => {
  const handler = handlerOf(verb)?.handler;
  const pressed = {
    verb,
    data: { reference, nonce: 'n', ...data },
    who: { actor: actor(who), person: { id: who.personId, roles: [who.role], agency: who.agency }, teamsId: '29:x' },
  } as unknown as Press;
  const answer = await handler?.(pressed, edges);
  if (answer === undefined || !('card' in answer)) throw new Error(`${verb} was not answered with a card`);
  return answer.card;
};

const buttons = (card: Card): readonly string[] =>
  (card.actions ?? []).map((action) => ('title' in action ? String(action.title) : ''));

it('the record stays readable once it has been read, and can still be disagreed with', async () => {
  await decided();
  const { id } = await owed('record', police);
  const card = await press(police, 'notice.seen', { notice: id });
  expect(readable(card)).toMatch(/It is recorded that you have read this[^]*Two unexplained injuries/);
  expect(buttons(card)).toEqual(['I disagree']);
});

it('a digest keeps its other duties when one is reported as done, and what is recorded of each child until it is', async () => {
  await decided();
  await office.act(socialWorker, {
    kind: 'recordEnquiry',
    childId: 'A',
    seen: { at: tuesday, answers: { seenAlone: 'yes' } },
    answers: { parentalPermission: { permissionGiven: 'yes' } },
  });
  const all = (await office.stores.store.notices(reference)).map(({ notice }) => notice);
  const digests = all.filter(({ kind }) => kind === 'overdueDigest').toSorted((a, b) => (a.owedAt < b.owedAt ? -1 : 1));
  // The last has all of them, the assessment too, of which somebody just says that it is done.
  const first = digests.at(-1);
  if (first === undefined) throw new Error('there is no digest');
  const d = await office.conduct.current(reference);
  if (d === null) throw new Error('nothing was convened');
  const around = { practice: office.conduct.practiceOf(d), now: first.owedAt, notices: [] };
  const before = newsAsItStands(first, d, around, []);
  if (before === null) throw new Error('a digest is a message');
  const isDuty = (title: string): boolean => title.startsWith('Done:');
  const offered = (before.actions ?? []).filter((a) => 'title' in a && isDuty(String(a.title)));
  const duties = offered.filter((a) => 'verb' in a && a.verb === 'duty.done');
  // The result of an enquiry and the conference have forms of their own: they are recorded of each child, not ticked.
  const ofEachChild = offered.length - duties.length;
  expect(duties.length).toBeGreaterThan(0);
  expect(ofEachChild).toBeGreaterThan(0);

  let left = offered.length;
  for (const duty of duties) {
    const { choice } = (duty as { data: { choice: string } }).data;
    const card = await press(manager, 'duty.done', { notice: first.id, choice });
    left -= 1;
    expect(readable(card)).toContain('It is recorded that');
    expect(buttons(card).filter(isDuty)).toHaveLength(left);
    expect(readable(card)).toContain('Not yet reported as done');
  }
  expect(left).toBe(ofEachChild);
});

it('an older card that says no more than that a child was seen leads to the form that asks when and how (V-3)', async () => {
  await decided();
  const { id } = await owed('childSeenDue', socialWorker);
  const card = await press(socialWorker, 'duty.done', { notice: id, choice: 'childSeenDue' });
  expect(readable(card)).toContain('Record when and how each child was seen. There is a button for it below.');
  expect(buttons(card)).toContain('Record what was done');
});

it('a reminder put off keeps everything but the buttons for putting it off', async () => {
  await office.act(manager, convene());
  const { id } = await owed('quorumWarning', manager);
  const card = await press(manager, 'notice.snooze', { notice: id, choice: 'hour' });
  expect(readable(card)).toMatch(/You will be reminded again[^]*Not all who are needed/);
  expect(buttons(card)).toEqual(['Invite somebody else', 'Open the discussion']);
});

it('a reminder that cannot be put off so long says why and stays as it is', async () => {
  await office.act(manager, convene());
  const { id, deadline } = await owed('quorumWarning', manager);
  pass(Date.parse(deadline ?? '') - Date.parse(tuesday) - hour);
  const card = await press(manager, 'notice.snooze', { notice: id, choice: 'morning' });
  expect(readable(card)).toMatch(/That cannot be done[^]*It cannot be put off beyond[^]*Not all who are needed/);
  expect(buttons(card)).toContain('Remind me in an hour');
});

it('putting it off is offered only where that is not after its deadline', async () => {
  await office.act(manager, convene());
  const { id, deadline } = await owed('quorumWarning', manager);
  expect(deadline).toBe(convene().meeting.startsAt);
  expect(buttons(await press(manager, 'notice.show', { notice: id }))).toContain('Remind me in an hour');
  pass(Date.parse(deadline ?? '') - Date.parse(tuesday) - hour + 1);
  expect(buttons(await press(manager, 'notice.show', { notice: id }))).not.toContain('Remind me in an hour');
});

it.each([
  ['as it is today', 'disagreement'],
  ['on a card that came before the button was renamed', 'dispute'],
])('disagreeing leads back to the record, sent or not, %s', async (_name, verb) => {
  await decided();
  const { id } = await owed('record', police);
  const form = await press(police, `${verb}.open`, { notice: id, choice: 'disagrees' });
  expect(buttons(form)).toEqual(['Send to the chair', 'Back to the message']);
  expect(readable(await press(police, 'notice.show', { notice: id }))).toContain('Two unexplained injuries');
  const sent = await press(police, `${verb}.send`, {
    notice: id,
    choice: 'disagrees',
    text: 'There is a sister.',
  });
  expect(readable(sent)).toMatch(/The chair is being told[^]*Two unexplained injuries/);
});

it.each(['notice.seen', 'notice.show', 'notice.snooze', 'disagreement.send'])(
  'nobody gets somebody else’s message by pressing %s on it',
  async (verb) => {
    await decided();
    const { id } = await owed('record', police);
    const card = await press(health, verb, { notice: id, choice: 'disagrees', text: 'x' });
    expect(readable(card)).not.toMatch(/injuries|Dear police/);
  },
);

it('“Invite somebody else” is about whoever has not answered for the seat that nobody has promised', async () => {
  await office.act(manager, convene());
  await office.act(socialWorker, { kind: 'accept', hasAuthority: true });
  const { id } = await owed('quorumWarning', manager);
  const insteadOf = async (): Promise<unknown> =>
    (await press(manager, 'invite.open', { notice: id })).body.find((part) => 'id' in part && part.id === 'insteadOf');
  expect(await insteadOf()).toMatchObject({ value: police.personId });
  await office.act(police, { kind: 'accept', hasAuthority: true });
  expect(await insteadOf()).toMatchObject({ value: health.personId });
});
