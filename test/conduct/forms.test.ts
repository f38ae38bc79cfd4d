import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyConvening, emptyDeciding, loadDraft, saveDraft } from '../../src/conduct/drafts.ts';
import { personId } from '../../src/discussion/state/people.ts';
import { child, tuesday } from '../builders/convene.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const place = { kind: 'channel', conversation: '19:thread' } as const;
const draft = { id: 'SD-TEST22', revision: 1, owner: personId('manager'), body: emptyConvening(place) };
const drafts = () => office.stores.drafts;

describe('a half-filled form', () => {
  it('is kept on the server, with whose it is', async () => {
    expect(await saveDraft(drafts(), draft, tuesday)).toBe('saved');
    const next = { ...draft, revision: 2, body: { ...draft.body, children: [child()] } };
    expect(await saveDraft(drafts(), next, tuesday)).toBe('saved');
    expect(await loadDraft(drafts(), 'SD-TEST22', 'convening')).toEqual(next);
  });

  it('is not there before anybody began, nor after it was removed', async () => {
    expect(await loadDraft(drafts(), 'SD-TEST22', 'convening')).toBeNull();
    await saveDraft(drafts(), draft, tuesday);
    await drafts().remove('SD-TEST22');
    expect(await loadDraft(drafts(), 'SD-TEST22', 'convening')).toBeNull();
  });

  it('changed from two places at once keeps the first change', async () => {
    await saveDraft(drafts(), draft, tuesday);
    const change = (concern: string) => ({ ...draft, revision: 2, body: { ...draft.body, concern } });
    const saved = await Promise.all(['first', 'second'].map((c) => saveDraft(drafts(), change(c), tuesday)));
    expect(saved).toEqual(['saved', 'conflict']);
    expect((await loadDraft(drafts(), 'SD-TEST22', 'convening'))?.body.concern).toBe('first');
  });

  it('of one kind is not taken for another', async () => {
    await saveDraft(drafts(), { ...draft, body: emptyDeciding }, tuesday);
    await expect(loadDraft(drafts(), 'SD-TEST22', 'convening')).rejects.toThrow('of another kind');
  });

  it('from before facts could be said of one child says them of every child, or of the discussion', async () => {
    const children = [child(), child({ childId: 'B', name: 'Kim Sample' })];
    const answers = { forensicEvidenceNeeded: false };
    const facts = { circumstances: ['domesticAbuse'], concerns: ['physicalInjury'], complexReasons: [], answers };
    const body = JSON.stringify({ ...draft.body, children, facts });
    await drafts().put({ id: 'SD-TEST22', revision: 1, owner: 'manager', body, savedAt: tuesday });
    expect((await loadDraft(drafts(), 'SD-TEST22', 'convening'))?.body.facts).toEqual({
      said: [
        { fact: 'domesticAbuse', of: 'discussion' },
        { fact: 'physicalInjury', of: ['A', 'B'] },
      ],
      answers,
      ofChild: {},
      setAside: [],
    });
  });

  it('of a decision from before anybody was asked when the meeting ended is still to be asked', async () => {
    const { ended: _, ...before } = emptyDeciding;
    const id = 'SD-TEST22/decision';
    await drafts().put({ id, revision: 1, owner: 'manager', body: JSON.stringify(before), savedAt: tuesday });
    expect((await loadDraft(drafts(), id, 'deciding'))?.body.ended).toEqual({ date: '', time: '' });
  });

  it('that cannot be read is a fault, never an empty form', async () => {
    await drafts().put({
      id: 'SD-TEST22',
      revision: 1,
      owner: 'manager',
      body: '{"kind":"convening"}',
      savedAt: tuesday,
    });
    await expect(loadDraft(drafts(), 'SD-TEST22', 'convening')).rejects.toThrow();
  });
});
