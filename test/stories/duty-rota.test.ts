/** Whoever is on duty now is offered first wherever somebody is to be chosen, by the council’s own rota and its swaps. */
import { afterEach, expect, it } from 'vitest';
import type { Shown } from './hand.ts';
import { questionsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const offered = (form: Shown, id: string): readonly string[] =>
  questionsOn(form.card)
    .find((question) => question.id === id)
    ?.choices.map(({ title }) => title) ?? [];
const chosen = (form: Shown, id: string): string =>
  questionsOn(form.card).find((question) => question.id === id)?.value ?? '';

const constable = 'Police decision maker,sam-whitlock,2026-11-24 08:00,2026-11-25 08:00';

it('the police decision maker on duty is offered first for the seat, and suggested', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T22:00' });
  await story.onRota(constable);
  const people = await story.fillToPeople();
  expect(offered(people, 'seat.police').slice(0, 2)).toEqual([
    expect.stringMatching(/^PC Sam Whitlock, on duty until 08:00 on Wednesday 25 November, Police constable, /),
    'DI Tom Reyes, Detective Inspector, dedicated decision maker, Exampleshire Police',
  ]);
  expect(chosen(people, 'seat.police')).toBe('sam-whitlock');
});

it('nobody is on duty before the shift begins, nor from the moment it ends', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-25T08:00' });
  await story.onRota(constable);
  expect(offered(await story.fillToPeople(), 'seat.police')[0]).toBe(
    'DI Tom Reyes, Detective Inspector, dedicated decision maker, Exampleshire Police',
  );
});

it('a swap puts another in their place until it ends', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T22:00' });
  await story.onRota(constable);
  await story.swapsDuty({
    duty: 'police decision maker',
    off: 'constable',
    on: 'police',
    until: '2026-11-24T23:30',
  });
  expect(offered(await story.fillToPeople(), 'seat.police')[0]).toMatch(/^DI Tom Reyes, on duty until 23:30, /);
  await story.pass('PT2H');
  expect(offered(await story.fillToPeople(), 'seat.police')[0]).toMatch(/^PC Sam Whitlock, on duty until 08:00, /);
});

it('somebody on the rota who has left the directory is never offered', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T22:00' });
  await story.onRota(constable);
  await story.leaves('constable');
  const people = await story.fillToPeople();
  expect(offered(people, 'seat.police').join()).not.toContain('Whitlock');
  await story.chair.say('chat', '/strategy rota');
  const [card] = await story.chair.sees({ place: 'chat', saying: ['Who is on duty'] });
  expect(card?.text).toContain('The rota names nobody for now.');
});

it('the clocks go back in the night of a shift, and it ends at eight by the clock on the wall', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-10-25T07:30' });
  await story.onRota('Police decision maker,sam-whitlock,2026-10-24 20:00,2026-10-25 08:00');
  expect(offered(await story.fillToPeople(), 'seat.police')[0]).toMatch(/, on duty until 08:00,/);
  await story.pass('PT30M');
  expect(offered(await story.fillToPeople(), 'seat.police')[0]).toMatch(/^DI Tom Reyes/);
});

it('whoever is on duty comes first as a substitute, and where one more is invited', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T16:00' });
  await story.onRota(constable, 'Duty paediatrician,anil-kapoor,2026-11-24 08:00,2026-11-25 08:00');
  const reply = await (await story.as('police').news('asks you to take part')).press('Reply to the invitation');
  expect(offered(reply, 'substitute')[0]).toMatch(/^PC Sam Whitlock, on duty until 08:00 on Wednesday 25 November, /);

  const invite = await story.chair.press('Invite somebody else', {
    saying: [`Strategy discussion ${story.reference}`],
  });
  expect(offered(invite, 'person').slice(0, 2)).toEqual([
    expect.stringMatching(/^Dr Anil Kapoor, on duty until 08:00 .*, in Teams, /),
    expect.stringMatching(/^PC Sam Whitlock, on duty until 08:00 .*, by e-mail, /),
  ]);
  const invited = await invite.done('Invite them', { person: 'sam-whitlock' });
  expect(invited.text).toContain('PC Sam Whitlock is invited. They are told by e-mail.');
});

it('a manager reads in Teams who is on duty and how to ring them; nobody else does', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T22:00' });
  await story.onRota(constable);
  await story.swapsDuty({ duty: 'Police decision maker', off: 'constable', on: 'police', until: '2026-11-24T23:30' });
  const rota = async (role: 'teamManager' | 'police') => {
    await story.as(role).say('chat', '/strategy rota');
    return (await story.as(role).sees({ place: 'chat', saying: ['Who is on duty'] })).at(-1)?.text;
  };
  expect(await rota('teamManager')).toContain(
    'Police decision maker: DI Tom Reyes, Exampleshire Police, on duty until 23:30, instead of PC Sam Whitlock, as Martin Okafor entered on Tuesday 24 November 2026, 10pm. Telephone 01632 960 104',
  );
  expect(await rota('police')).toContain('Only children’s social care managers and administrators can see the rota.');
});
