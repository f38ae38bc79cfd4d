/** the warning before a meeting says who else could be asked, and one press asks them. */
import { afterEach, expect, it } from 'vitest';
import { buttonsOn } from './screen.ts';
import type { Shown } from './hand.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const warned = 'Not all who are needed have said they are coming';
const invitesOn = ({ card }: Shown): readonly string[] =>
  buttonsOn(card)
    .map(({ title }) => title)
    .filter((title) => title.startsWith('Invite: '));

it('names for each seat nobody has promised who is on duty and can be reached, and one press invites them', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.onRota('Police decision maker,sam-whitlock,2026-11-24 08:00,2026-11-24 20:00');
  for (const role of ['health', 'socialWorker'] as const) await story.as(role).accepts();
  await story.passUntil('2026-11-24T12:00');

  const warning = await story.chair.news(warned);
  expect(warning.text).toContain(
    'You could ask: PC Sam Whitlock (on duty until 20:00, by e-mail), Exampleshire Police',
  );
  expect(invitesOn(warning)).toEqual(['Invite: PC Sam Whitlock']);
  const after = await warning.done('Invite: PC Sam Whitlock');
  expect(after.text).toContain('PC Sam Whitlock is invited. They are told by e-mail.');
  expect(invitesOn(after)).toEqual([]);
  expect((await story.letter('constable', 'Invitation')).text).toContain(story.reference);
  expect((await story.chair.agenda()).text).toContain(
    'PC Sam Whitlock, Police officer, Exampleshire Police: no answer',
  );
});

it('somebody who cannot be reached, or has left, is not named', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.onRota('Police decision maker,sam-whitlock,2026-11-24 08:00,2026-11-24 20:00');
  await story.leaves('constable');
  await story.passUntil('2026-11-24T12:00');
  const warning = await story.chair.news(warned);
  expect(warning.text).not.toContain('Whitlock');
  // Who fills no seat of the police is no answer to it; for health there are others.
  expect(invitesOn(warning)).toEqual(['Invite: Dr Anil Kapoor', 'Invite: Bea Cartwright']);
});

it('a button pressed when somebody has been invited meanwhile says so, and invites nobody twice', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T12:00');
  const warning = await story.chair.news(warned);
  const form = await story.chair.press('Invite somebody else', { saying: [`Strategy discussion ${story.reference}`] });
  await form.done('Invite them', { person: 'sam-whitlock' });
  const again = await warning.press('Invite: PC Sam Whitlock');
  expect(again.text).toMatch(/That cannot be done[^]*PC Sam Whitlock has been invited already/);
});
