import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const neglect = { concern: 'No food in the house, and nobody there at night', concerns: ['seriousNeglect'] };
const untilFriday = { meetsAt: '2026-11-26T14:00' };

it('serious neglect is urgent without a further tick, and put off only with a reason (T-2)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await expect(story.convene({ concern: neglect, ...untilFriday })).rejects.toThrow(
    'The meeting must start by Tuesday 24 November 2026, 11:59pm (T-2).',
  );

  const reason = 'With an aunt since Monday, and seen by the GP';
  await story.convene({ concern: neglect, particulars: { 'setAside.seriousRisk': reason }, ...untilFriday });
  expect((await story.chair.agenda()).text).toContain('Friday 27 November 2026, 11:59pm (T-1)');
});

it('a telephone call alone needs a reason, unless the risk is immediate (M-1)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const byPhone = { format: 'phone', where: '01632 960000' };
  await expect(story.convene({ meeting: byPhone })).rejects.toThrow('Give the reason if it has to be so (M-1).');
  await story.convene({ meeting: { ...byPhone, phoneOnlyReason: 'The roads are closed by snow' } });
  const circumstances = { concern: 'Threats this morning', circumstances: ['immediateRisk'] };
  await story.convene({ concern: circumstances, meeting: byPhone });
});

it('under Sandwell no reason makes a call enough for a complex case (M-4)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  const complex = { concern: 'Several men are named', complexReasons: ['multiplePerpetrators'] };
  const meeting = { format: 'phone', where: '01632 960000', phoneOnlyReason: 'The roads are closed by snow' };
  await expect(story.convene({ concern: complex, meeting })).rejects.toThrow('(M-4)');
});

it('that the child was assessed lately is no reason to stand down where there is reasonable cause (C-7)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ concern: { concern: 'Marks on both arms', concerns: ['reasonableCause'] } });
  const because = 'The child was assessed recently';
  await expect(story.chair.standsDown('Assessed in September', because)).rejects.toThrow('(C-7)');
  await story.chair.standsDown('Entered by mistake');
  expect((await story.chair.agenda()).text).toContain('Entered by mistake');
});
