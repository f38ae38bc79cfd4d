import { afterEach, describe, expect, it } from 'vitest';
import type { StandardName } from './cast.ts';
import { inWords, questionsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const factors = [
  'seriousness',
  'repetitionOrDuration',
  'childVulnerability',
  'source',
  'accumulationPattern',
  'livingContext',
  'familyPredisposing',
].map((name) => `asked.factors.${name}`);

const asked = async (): Promise<readonly string[]> =>
  questionsOn((await story.chair.opensStandingDown()).card)
    .map(({ id }) => id)
    .filter((id) => id.startsWith('asked.'));

describe('what was weighed (X-1)', () => {
  it.each<StandardName>(['practice-standards-2025', 'sandwell'])(
    'may be written down when standing down under %s, with what each may be about (X-2)',
    async (standard) => {
      story = await begin({ standard, at: '2026-11-24T10:00' });
      await story.convene();
      const form = await story.chair.opensStandingDown();
      expect(questionsOn(form.card).map(({ id }) => id)).toEqual(['because', 'reason', ...factors]);
      expect(inWords(form.card)).toContain('Age, development, disability');
      expect(inWords(form.card)).toContain('Mental health, substance misuse, domestic violence');
      await form.done('Stand it down', { because: 'Another reason', reason: 'Entered by mistake' });
      expect((await story.letter('police', 'not going ahead')).text).not.toContain('Weighed');
    },
  );

  it('is read by the chair and not by those invited, nor on the card', async () => {
    story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
    await story.convene({
      particulars: { 'asked.factors.source': 'An anonymous call' },
      seats: { chair: 'serviceManager' },
      meetsAt: '2026-11-24T15:00',
    });
    const form = await story.as('teamManager').opensStandingDown();
    expect(questionsOn(form.card).find(({ id }) => id === 'asked.factors.source')?.value).toBe('An anonymous call');
    const weighed = { 'asked.factors.seriousness': 'One graze, which the school saw happen' };
    await form.done('Stand it down', { because: 'Another reason', reason: 'An accident at school', ...weighed });

    const toChair = await story.letter('serviceManager', 'not going ahead');
    expect(toChair.text).toContain('Weighed. How serious the concern is: One graze, which the school saw happen');
    expect(toChair.text).toContain('Weighed. Where the concern comes from: An anonymous call');
    for (const role of ['police', 'socialWorker', 'health'] as const) {
      expect((await story.letter(role, 'not going ahead')).text).not.toMatch(/graze|anonymous/);
    }
    expect((await story.as('police').agenda()).text).not.toMatch(/graze|anonymous/);
  });

  it('is read by whoever convened it, where the chair stands it down', async () => {
    story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
    await story.convene({ seats: { chair: 'serviceManager' }, meetsAt: '2026-11-24T15:00' });
    const weighed = { 'asked.factors.seriousness': 'One graze, which the school saw happen' };
    await story.as('serviceManager').standsDown('An accident at school', 'Another reason', weighed);
    expect((await story.letter('teamManager', 'not going ahead')).text).toContain('One graze, which the school saw');
  });

  it.each<StandardName>(['working-together-2023', 'darlington', 'liverpool'])(
    'is not asked under %s, which names no factors',
    async (standard) => {
      story = await begin({ standard, at: '2026-11-24T10:00' });
      await story.convene();
      expect(await asked()).toEqual([]);
      await story.chair.standsDown('Entered by mistake');
    },
  );
});

describe('a disabled child or a young carer (X-4)', () => {
  const priority = 'Disabled children and young carers have specific priority in the assessment.';

  it.each([['disabledChild'], ['youngCarer']])('is pointed out when standing down: %s', async (fact) => {
    story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
    await story.convene({ concern: { concern: 'Marks', circumstances: [fact] } });
    expect((await story.chair.opensStandingDown()).text).toContain(priority);
    expect((await story.chair.agenda()).text).not.toContain('X-4');
  });

  it('is nothing to point out where no such child is concerned', async () => {
    story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
    await story.convene();
    expect((await story.chair.opensStandingDown()).text).not.toContain('X-4');
  });

  it('comes first in the assessment, as whoever carries on an enquiry reads', async () => {
    story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
    await story.convene({ concern: { concern: 'Marks', circumstances: ['disabledChild'] } });
    await story.arrive();
    await story.chair.decides({ outcomes: ['s47Joint'] });
    expect((await story.letter('socialWorker', 'What follows')).text).toContain(priority);
  });
});
