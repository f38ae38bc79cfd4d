import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fold } from '../../src/conduct/fold.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import { linkOf, verifyChain } from '../../src/store/chain.ts';
import type { Store } from '../../src/store/store.ts';
import { present } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { actor, health, manager, police, professional, school, socialWorker, stranger } from '../builders/people.ts';
import { openOffice, reference, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const commits = () => office.stores.store.load(reference);
const share = (text: string) => ({ kind: 'shareInformation', text }) as const;

describe('one command', () => {
  it('is one commit: events, notices, who, when and the link to the commit before', async () => {
    await office.act(manager, convene(), 'convene-1');
    office.pass(60_000);
    expect(await office.act(police, { kind: 'accept', hasAuthority: true }, 'accept-1')).toMatchObject({
      result: 'done',
      repeated: false,
      discussion: { version: 2 },
    });
    const [first, second, ...others] = await commits();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      version: 1,
      at: tuesday,
      commandKey: 'convene-1',
      actor: { personId: manager.personId },
    });
    expect(second).toMatchObject({
      version: 2,
      actor: actor(police),
      commandKey: 'accept-1',
      previousHash: first?.hash,
      events: [{ type: 'invitationAccepted' }],
    });
    expect(verifyChain((await commits()).map((c) => linkOf(c.reference, c)))).toBeNull();
    expect((await office.stores.store.notices(reference)).length).toBeGreaterThan(4);
    expect(office.appended()).toBe(2);
  });

  it('refused leaves nothing: no commit, no notice, no nudge', async () => {
    await office.act(manager, convene());
    const notices = await office.stores.store.notices(reference);
    expect(await office.act(police, { kind: 'openDecision' })).toEqual({
      result: 'refused',
      refusal: { code: 'notAllowed', command: 'openDecision', allowed: ['chair'] },
    });
    expect(await commits()).toHaveLength(1);
    expect(await office.stores.store.notices(reference)).toEqual(notices);
    expect(office.appended()).toBe(1);
  });

  it('refused once may be accepted later: only what was done is remembered', async () => {
    await office.act(manager, convene());
    const decision = { kind: 'openDecision' } as const;
    expect(await office.act(manager, decision, 'open')).toMatchObject({ result: 'refused' });
    await office.act(manager, present(manager));
    expect(await office.act(manager, decision, 'open')).toMatchObject({ result: 'done', repeated: false });
  });
});

describe('the same key twice has one effect, and the same answer', () => {
  it('one after the other', async () => {
    await office.act(manager, convene());
    const first = await office.act(school, share('Once'), 'same');
    const again = await office.act(school, share('Once'), 'same');
    expect(first).toMatchObject({ result: 'done', repeated: false });
    expect(again).toMatchObject({ result: 'done', repeated: true });
    expect(again).toHaveProperty('discussion.information.length', 1);
    expect(await commits()).toHaveLength(2);
  });

  it('four at once', async () => {
    await office.act(manager, convene());
    const all = await Promise.all([1, 2, 3, 4].map(() => office.act(school, share('Once'), 'same')));
    expect(all.map((acted) => acted.result)).toEqual(['done', 'done', 'done', 'done']);
    expect(all.filter((acted) => acted.result === 'done' && !acted.repeated)).toHaveLength(1);
    expect((await office.conduct.current(reference))?.information).toHaveLength(1);
  });

  it('convening four times at once', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => office.act(manager, convene(), 'convene')));
    expect(all.map((acted) => acted.result)).toEqual(['done', 'done', 'done', 'done']);
    expect(await commits()).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('20 acts on one discussion all land, each under its own version', async () => {
    await office.act(manager, convene());
    const texts = Array.from({ length: 20 }, (_, i) => `Contribution ${i + 1}`);
    const people = [manager, socialWorker, police, health, school];
    const acted = await Promise.all(texts.map((text, i) => office.act(people[i % 5] ?? manager, share(text))));
    expect(acted.every((a) => a.result === 'done' && !a.repeated)).toBe(true);
    const discussion = await office.conduct.current(reference);
    expect(discussion?.information.map((i) => i.text).toSorted()).toEqual(texts.toSorted());
    expect((await commits()).map((c) => c.version)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    expect(verifyChain((await commits()).map((c) => linkOf(c.reference, c)))).toBeNull();
  });

  it('whoever was second decides again on what the first left', async () => {
    await office.act(manager, convene());
    const standDown = { kind: 'standDown', because: null, reason: 'Convened twice' } as const;
    const [one, two] = await Promise.all([office.act(manager, standDown), office.act(manager, standDown)]);
    expect([one, two].map((a) => a.result).sort()).toEqual(['done', 'refused']);
    expect([one, two]).toContainEqual({
      result: 'refused',
      refusal: { code: 'tooLate', command: 'standDown', stage: 'stoodDown' },
    });
  });

  it('a store that is always contended is reported, not waited for for ever', async () => {
    const contended = await openOffice((store): Store => ({ ...store, append: () => Promise.resolve('conflict') }));
    await expect(contended.act(manager, convene())).rejects.toThrow('stayed contended');
    await contended.close();
  });
});

describe('reading', () => {
  const read = (who = manager, of = reference, deed: 'read' | 'seeDeliveries' = 'read') =>
    office.conduct.read({ reference: of, actor: actor(who), deed });

  beforeEach(() => office.act(manager, convene()));

  it('is recorded: who, what, when', async () => {
    await read(police);
    office.pass(1000);
    await read(manager, reference, 'seeDeliveries');
    expect(await office.stores.store.reads(reference)).toMatchObject([
      { personId: police.personId, deed: 'read', at: tuesday },
      { personId: manager.personId, deed: 'seeDeliveries' },
    ]);
  });

  it('is refused to those who may not, and then nobody has looked', async () => {
    expect(await read(police, reference, 'seeDeliveries')).toMatchObject({ result: 'refused' });
    expect(await office.stores.store.reads(reference)).toEqual([]);
  });
});

describe('a stranger gets the same answer as for a reference that does not exist', () => {
  const otherManager = professional('other-manager', 'teamManager', { rank: 'teamManager' });
  const unknown = (of: string) => ({ result: 'refused', refusal: { code: 'unknownDiscussion', reference: of } });

  beforeEach(() => office.act(manager, convene()));

  it.each([
    ['somebody never invited', stranger],
    ['a manager of another team', otherManager],
  ])('%s, when they look', async (_name, who) => {
    for (const of of [reference, 'SD-NOSUCH']) {
      expect(await office.conduct.read({ reference: of, actor: actor(who), deed: 'read' })).toEqual(unknown(of));
    }
    expect(await office.stores.store.reads(reference)).toEqual([]);
  });

  it.each([
    { kind: 'accept', hasAuthority: true } as const,
    share('x'),
    { kind: 'openDecision' } as const,
    { kind: 'standDown', because: null, reason: 'x' } as const,
    present(stranger),
  ])('when they try to $kind', async (command) => {
    for (const of of [reference, 'SD-NOSUCH']) {
      expect(await office.conduct.act({ reference: of, command, actor: actor(stranger), key: `${of}/x` })).toEqual(
        unknown(of),
      );
    }
    expect(await commits()).toHaveLength(1);
  });

  it('whoever has a part in it is told who may', async () => {
    expect(await office.act(school, { kind: 'openDecision' })).toMatchObject({ refusal: { code: 'notAllowed' } });
  });
});

describe('the state is the fold of the stream', () => {
  it('nothing for an empty one', () => {
    expect(fold([])).toBeNull();
  });

  it('the same however often it is read, and under the standard it was convened with', async () => {
    await office.act(manager, convene());
    const [one, two] = [await office.conduct.current(reference), await office.conduct.current(reference)];
    expect(one).toEqual(two);
    expect(office.conduct.practiceOf(one as Discussion).standard.key).toBe('practice-standards-2025');
    expect(await office.conduct.current('SD-NOSUCH')).toBeNull();
  });
});
