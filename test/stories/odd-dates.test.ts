/** A date or time that may be right and seldom is: it is shown and asked about once, and then taken as it is. */
import { afterEach, expect, it } from 'vitest';
import { buttonsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

it('a birth expected ten months ago, and a referral of last month, before it is convened', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const last = await story.fillConvening({
    children: [{ name: '', initials: 'U.S.', birthKind: 'unborn', birthDate: '2026-01-20' }],
    referral: { receivedDate: '2026-10-20' },
  });
  expect(last.text).toContain('Child A was expected Tuesday 20 January 2026, more than four weeks ago. Is that right?');
  expect(last.text).toContain('The referral was received Tuesday 20 October 2026, 9am, more than two weeks ago.');
  expect(buttonsOn(last.card).map(({ title }) => title)).toContain('Change the children');
  await story.sendConvening(last);
});

it('nothing is asked where nothing is odd', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const last = await story.fillConvening({
    children: [{ name: '', initials: 'U.S.', birthKind: 'unborn', birthDate: '2026-11-10' }],
  });
  expect(last.text).not.toContain('Is that right?');
});

it('being here hours before the meeting: one press becomes a question, answered by one more', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  const police = story.as('police');
  const asked = await police.press('I am here, I can decide for my agency', { saying: ['take part'] });
  expect(asked.text).toContain('The meeting starts Tuesday 24 November 2026, 2pm. Are you taking part now?');
  expect((await story.chair.agenda()).text).not.toContain('Present');
  await asked.done('Record that I am here');

  await story.passUntil('2026-11-24T13:30');
  await story.as('health').done('I am here, I can decide for my agency', { saying: ['take part'] });
});
