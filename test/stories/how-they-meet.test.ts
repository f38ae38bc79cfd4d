/** How and where they meet: the ways and the place that the standard has (M-1 to M-5), at first and at another time. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Shown } from './hand.ts';
import { standards, type OwnStandard, type StandardName } from './cast.ts';
import { later, onTheWall } from './clock.ts';
import { questionsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const question = ({ card }: Shown, id: string) => questionsOn(card).find((one) => one.id === id);
const waysOn = (page: Shown): readonly string[] => question(page, 'format')?.choices.map(({ value }) => value) ?? [];
const when = () => onTheWall(later(story.now(), 'PT4H'));
const changeOfTime = () => story.chair.press('Change the time', { saying: [`Strategy discussion ${story.reference}`] });

describe.each(Object.keys(standards) as StandardName[])('%s', (standard) => {
  it('offers a meeting, the telephone or a video call, when it is convened and at another time (M-2)', async () => {
    story = await begin({ standard, at: '2026-11-24T10:00' });
    const lastPage = await story.fillConvening();
    expect(waysOn(lastPage)).toEqual(['meeting', 'phone', 'video']);
    await story.sendConvening(lastPage);
    expect(waysOn(await changeOfTime())).toEqual(['meeting', 'phone', 'video']);
  });
});

/** Sandwell’s own procedure, but for one thing: nobody is heard by telephone alone. */
const folder = mkdtempSync(join(tmpdir(), 'how-they-meet-'));
const own: OwnStandard = { ...standards.sandwell, name: 'fernshire', file: join(folder, 'fernshire.yaml') };
beforeAll(() => {
  const sandwell = readFileSync(new URL('../../src/practice/standards/sandwell.yaml', import.meta.url), 'utf8');
  const changed = sandwell
    .replace('standard: sandwell', 'standard: fernshire')
    .replace(
      'It may be a meeting, a telephone call or a video call, and more than one may be needed.',
      'It is a video call or a meeting.',
    )
    .replace('allowed: [meeting, phone, video]', 'allowed: [video, meeting]');
  writeFileSync(own.file, changed);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a procedure with ways of its own', () => {
  it('offers those, and refuses any other, when it is convened and at another time (M-2)', async () => {
    story = await begin({ standard: own, at: '2026-11-24T10:00' });
    const lastPage = await story.fillConvening();
    expect(waysOn(lastPage)).toEqual(['video', 'meeting']);
    const refused = await lastPage.forged('Convene', { ...when(), where: 'Room 4', format: 'phone' });
    expect(refused.text).toContain('It is a video call or a meeting.');
    await story.sendConvening(lastPage);

    const form = await changeOfTime();
    expect(waysOn(form)).toEqual(['video', 'meeting']);
    const again = await form.forged('Set the new time', { format: 'phone', reason: 'Snow' });
    expect(again.text).toContain('It is a video call or a meeting.');
    await form.done('Set the new time', { format: 'video', where: 'https://meet.example/7', reason: 'Snow' });
    expect((await story.chair.agenda()).text).toContain('Where: https://meet.example/7');
  });
});

describe('the usual venue (M-5)', () => {
  it('is the place unless it is changed: Sandwell meets at the Multi-Agency Safeguarding Hub', async () => {
    story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
    const lastPage = await story.fillConvening();
    expect(question(lastPage, 'where')?.value).toBe('Multi-Agency Safeguarding Hub');
    await story.sendConvening(lastPage, { meeting: { where: 'Multi-Agency Safeguarding Hub' } });
    expect((await story.letter('police', 'asks you to take part')).text).toContain('Multi-Agency Safeguarding Hub');

    await story.convene({ meeting: { where: 'Ward 7, Sandwell General Hospital' } });
    expect((await story.chair.agenda()).text).toContain('Where: Ward 7, Sandwell General Hospital');
  });

  it('says nothing about how to join a call, so it is not left in place for one', async () => {
    story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
    const lastPage = await story.fillConvening();
    await expect(lastPage.done('Convene', { ...when(), format: 'video' })).rejects.toThrow(
      'Say where the meeting is or how to join it.',
    );
    await story.sendConvening(lastPage, { meeting: { format: 'video', where: 'https://meet.example/7' } });
  });

  it('is left to the convenor where the procedure names none', async () => {
    story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
    expect(question(await story.fillConvening(), 'where')?.value).toBe('');
  });
});

it('a meeting that becomes a telephone call needs its reason like any other (M-3), and none is enough for a complex case (M-4)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  const byPhone = { format: 'phone', where: '01632 960000', reason: 'Snow' };
  const why = { ...byPhone, phoneOnlyReason: 'The roads are closed' };
  await story.convene();
  const form = await changeOfTime();
  const refused = await form.press('Set the new time', byPhone);
  expect(refused.text).toContain('Give the reason if it has to be so.');
  await refused.done('Set the new time', why);
  // By telephone already: nobody has to say why again.
  expect(question(await changeOfTime(), 'phoneOnlyReason')).toBeUndefined();

  await story.convene({ concern: { concern: 'An independent view', complexReasons: ['independentViewNeeded'] } });
  const complex = await story
    .as('safeguardingChair')
    .press('Change the time', { saying: [`Strategy discussion ${story.reference}`] });
  expect((await complex.press('Set the new time', why)).text).toContain('M-4');
});
