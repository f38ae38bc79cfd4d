import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from './cast.ts';
import { inWords } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const neglect = { concern: 'No food in the house, and nobody there at night', concerns: ['seriousNeglect'] };
const untilFriday = { meetsAt: '2026-11-26T14:00' };

it('serious neglect is urgent without a further tick, and put off only with a reason (T-2)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await expect(story.convene({ concern: neglect, ...untilFriday })).rejects.toThrow(
    'The meeting must start by Tuesday 24 November 2026, 11:59pm.',
  );

  const reason = 'With an aunt since Monday, and seen by the GP';
  await story.convene({ concern: neglect, particulars: { 'setAside.seriousRisk': reason }, ...untilFriday });
  expect((await story.chair.agenda()).text).toContain('Friday 27 November 2026, 11:59pm');
});

describe('what followed from what', () => {
  const inTheChannel = () => story.as('police').agenda();
  const own = (role: Role) => story.as(role).press('Show what I can do', { saying: [`${story.reference}: take part`] });

  it('is for those who take part; everybody in the channel sees that there is something (T-2)', async () => {
    story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
    await story.convene({ concern: neglect });
    const shared = (await inTheChannel()).text;
    expect(shared).toContain('One thing follows from what was reported.');
    expect(shared).not.toMatch(/neglect/i);
    expect((await own('police')).text).toContain('this follows from “Serious neglect”.');
    expect((await own('stranger')).text).not.toMatch(/neglect/i);
  });

  it.each([
    ['practice-standards-2025', 'seriousRisk', 'T-2'],
    ['sandwell', 'immediateRisk', 'T-7'],
  ] as const)('has the reason why an urgency was set aside under %s, for them alone', async (standard, fact, rule) => {
    story = await begin({ standard, at: '2026-11-24T10:00' });
    const reason = 'With her aunt Rose since Monday';
    await story.convene({ concern: neglect, particulars: { [`setAside.${fact}`]: reason } });
    const shared = (await inTheChannel()).text;
    expect(shared).toContain(`${rule}: An urgency was set aside, with a reason.`);
    expect(shared).not.toContain('Rose');
    expect((await own('police')).text).toMatch(new RegExp(`${rule}: .*\\. Set aside with a reason\\. ${reason}`));
  });

  it('is not spoken of where nothing follows', async () => {
    story = await begin({ standard: 'darlington', at: '2026-11-24T10:00' });
    await story.convene();
    expect(inWords((await inTheChannel()).card)).not.toMatch(/follows?\b/);
  });
});

it('a telephone call alone needs a reason, unless the risk is immediate (M-1)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const byPhone = { format: 'phone', where: '01632 960000' };
  await expect(story.convene({ meeting: byPhone })).rejects.toThrow('Give the reason if it has to be so.');
  await story.convene({ meeting: { ...byPhone, phoneOnlyReason: 'The roads are closed by snow' } });
  const circumstances = { concern: 'Threats this morning', circumstances: ['immediateRisk'] };
  await story.convene({ concern: circumstances, meeting: byPhone });
});

it('under Sandwell no reason makes a call enough for a complex case (M-4)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  const complex = { concern: 'Several men are named', complexReasons: ['multiplePerpetrators'] };
  const meeting = { format: 'phone', where: '01632 960000', phoneOnlyReason: 'The roads are closed by snow' };
  await expect(story.convene({ concern: complex, meeting })).rejects.toThrow('M-4');
});

it('that the child was assessed lately is no reason to stand down where there is reasonable cause (C-7)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ concern: { concern: 'Marks on both arms', concerns: ['reasonableCause'] } });
  const because = 'The child was assessed recently';
  await expect(story.chair.standsDown('Assessed in September', because)).rejects.toThrow('C-7');
  await story.chair.standsDown('Entered by mistake');
  expect((await story.chair.agenda()).text).toContain('Entered by mistake');
});
