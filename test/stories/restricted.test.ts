/** The child of a colleague, or an allegation against one: only those who take part know that there is a discussion. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from './cast.ts';
import { begin, type Story } from './story.ts';

let story: Story;
beforeEach(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
}, 120_000);
afterEach(() => story.end());

/** What somebody is answered who types this to the bot. */
const answered = async (role: Role, text: string): Promise<string> => (await story.as(role).asks(text)).text;

const convene = (restricted: 'yes' | 'no') => story.convene({ meetsAt: '2026-11-24T14:00', meeting: { restricted } });

describe('a restricted discussion', () => {
  beforeEach(() => convene('yes'));

  it('is in nobody’s channel, and its invitations say that nobody else may know', async () => {
    const channel = await story.as('serviceManager').sees({ place: 'channel' });
    expect(channel.map(({ text }) => text).join('\n')).toContain('This form is closed.');
    expect(JSON.stringify(channel)).not.toContain(story.reference);
    const only = 'Only those who take part may know of this discussion.';
    expect((await story.as('police').news('asks you to take part')).text).toContain(only);
    expect((await story.letter('teamManager', `Strategy discussion ${story.reference}`)).text).toContain(only);
  });

  it('is for every other manager as if it were not there: shown, listed, or taken over', async () => {
    for (const command of ['show', 'handover', 'reconvene', 'cancel', 'close', 'actions']) {
      const there = await answered('serviceManager', `/strategy ${command} ${story.reference}`);
      const nothing = await answered('serviceManager', `/strategy ${command} SD-222222`);
      expect(there.replaceAll(story.reference, 'SD-222222')).toBe(nothing);
      expect(nothing).toContain('SD-222222');
    }
    expect(await answered('serviceManager', '/strategy list')).not.toContain(story.reference);
  });

  it('is warned about to whoever chairs it, and not to the service manager', async () => {
    await story.pass('P7D');
    expect(await story.letters('serviceManager')).toEqual([]);
    expect((await story.letter('teamManager', 'is not decided in time')).text).toContain(story.reference);
  });
});

it('when whoever chairs a restricted one leaves, somebody who takes part in it has the chair, and nobody else hears', async () => {
  await story.convene({ meetsAt: '2026-11-24T14:00', meeting: { restricted: 'yes' }, others: ['serviceManager'] });
  await story.leaves('teamManager');
  await story.pass('PT5M');
  expect(await answered('serviceManager', `/strategy show ${story.reference}`)).toContain('Chair: Martin Okafor');
  for (const role of ['unitManager', 'headOfService'] as const) expect(await story.letters(role)).toEqual([]);
});

it('any other discussion goes to the service manager, as before', async () => {
  await convene('no');
  await story.pass('P7D');
  expect((await story.letter('serviceManager', 'is not decided in time')).text).toContain(story.reference);
  expect(await answered('serviceManager', `/strategy handover ${story.reference}`)).toContain('Take the chair');
});
