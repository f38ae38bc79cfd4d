/** Time moves on before one's eyes: what falls due meanwhile happens, each at its own hour. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conveneInChannel } from '../journey/convening.ts';
import { startCouncil, textOf, type Council } from '../journey/council.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
  await conveneInChannel(council);
}, 60_000);
afterAll(() => council.stop());

const clock = async (method: string, body?: unknown) => {
  const response = await fetch(`${council.origin}/rehearsal/api/clock`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as { now?: string; error?: string }) };
};

describe('the clock of a rehearsal', () => {
  it('shows the time it is there', async () => {
    expect(await clock('GET')).toMatchObject({ status: 200, now: expect.stringMatching(/^2026-09-15T09:/) as string });
  });

  it.each([
    [{ advance: '2 hours' }],
    [{ advance: 'P2M' }],
    [{ advance: 'P1MT2H' }],
    [{ advance: 'P1YT1M' }],
    [{ advance: 'P' }],
    [{ advance: 'PT' }],
    [{ at: 'tomorrow' }],
    [{ at: '2026-09-15T12:00:00' }],
    [{ at: '2036-01-01T00:00:00Z' }],
    [{}],
  ])('is not moved by %j', async (body) => {
    expect(await clock('PUT', body)).toMatchObject({ status: 400, error: expect.any(String) as string });
  });

  it.each([
    ['PT15M', 15 * 60],
    ['PT1H', 3_600],
    ['PT1M30.5S', 90.5],
    ['P0DT1S', 1],
  ])('moves on by %s', async (advance, seconds) => {
    const before = Date.parse((await clock('GET')).now ?? '');
    const moved = await clock('PUT', { advance });
    expect(moved).toMatchObject({ status: 200 });
    const by = Date.parse(moved.now ?? '') - before;
    expect(by).toBeGreaterThanOrEqual(seconds * 1_000);
    // Time passes by itself as well.
    expect(by).toBeLessThan((seconds + 30) * 1_000);
  });

  it('moves on, and what falls due meanwhile happens at its own hour', async () => {
    expect(await clock('PUT', { at: '2026-09-15T13:30:00+01:00' })).toMatchObject({ status: 200 });
    const chat = await council.as('tom-reyes').messages('chat');
    const chaser = chat.find(({ cards }) => cards.some((card) => textOf(card).includes('Please reply')));
    expect(chaser).toMatchObject({ createdAt: expect.stringMatching(/^2026-09-15T11:/) as string });
    await clock('PUT', { advance: 'PT3H' });
    await council.as('priya-shah').card('chat', 'No decision has been recorded');
  });

  it('never moves back', async () => {
    expect(await clock('PUT', { at: '2026-09-15T12:00:00Z' })).toMatchObject({
      status: 409,
      error: 'Time only moves on: what has happened has happened.',
    });
  });
});
