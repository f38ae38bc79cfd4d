/** What is typed is answered once, however often Teams delivers it and whatever becomes of the answer on its way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliver, personNamed, said } from '../teams/activities.ts';
import { conveneInChannel } from './convening.ts';
import { isWelcome } from './answers.ts';
import { startCouncil, textOf, type Council } from './council.ts';
import { agendaOf } from './takingPart.ts';

let council: Council;
let reference: string;
/** Each command in a council of its own: a client shows the newest messages of a place, and these are many. */
const inACouncil = (): void => {
  beforeAll(async () => {
    council = await startCouncil();
    ({ reference } = await conveneInChannel(council));
    await council.as('ellie-vaughan').card('channel', 'Who has been told');
  });
  afterEach(async () => {
    await council.api('DELETE', 'faults');
  });
  afterAll(async () => {
    await council.stop();
  });
};

const priya = personNamed('priya-shah');
let count = 0;
const typed = (line: string) => {
  count += 1;
  return said(council, priya, line, { mention: true, id: String(1789459300000 + count) });
};
/** Everything the bot has said to her, in the channel and in her own chat, but for what it says by itself. */
const answers = async (): Promise<readonly string[]> =>
  (await Promise.all(['channel', 'chat'].map((place) => council.as('priya-shah').posted(place))))
    .flat()
    .filter((message) => !isWelcome(message))
    .map(({ text, cards }) => `${text} ${textOf(cards)}`);
const countOf = (all: readonly string[], about: RegExp): number => all.filter((text) => about.test(text)).length;

const commands: readonly (readonly [string, RegExp])[] = [
  ['/strategy', /New strategy discussion/],
  ['/strategy help', /What you can type/],
  ['/strategy list', /Open strategy discussions/],
  ['/strategy show REF', /Bring up to date|Who they are|Convened by/],
  ['/strategy cancel REF', /Keep it/],
  ['/strategy actions', /Your actions/],
  ['/strategy handover REF', /Both are told/],
  ['/strategy rota', /Who is on duty/],
  ['/strategy reconvene REF', /Change the time of/],
  ['/strategy close REF', /That cannot be done/],
  ['something else', /is not something I know/],
];

describe.each(commands)('“%s”', (line, about) => {
  inACouncil();
  const message = () => typed(line.replace('REF', reference));

  it.each([1, 2, 3, 4])('delivered %i times at once, and once more later', async (times) => {
    const before = countOf(await answers(), about);
    const activity = message();
    await Promise.all(Array.from({ length: times }, () => deliver(council, activity)));
    await deliver(council, activity);
    expect(countOf(await answers(), about) - before).toBe(1);
  });

  it('is answered when it comes again after an answer that Teams refused', async () => {
    const before = countOf(await answers(), about);
    const activity = message();
    await council.api('POST', 'faults', [{ kind: 'connectorStatus', operation: 'send', status: 400, times: 2 }]);
    await deliver(council, activity);
    await council.api('DELETE', 'faults');
    council.faults.splice(0);
    expect(countOf(await answers(), about) - before).toBe(0);
    await deliver(council, activity);
    await deliver(council, activity);
    expect(countOf(await answers(), about) - before).toBe(1);
  });

  it('is answered although Teams is busy at first', async () => {
    const before = countOf(await answers(), about);
    const activity = message();
    await council.api('POST', 'faults', [{ kind: 'connectorStatus', operation: 'send', status: 503, times: 1 }]);
    await deliver(council, activity);
    await deliver(council, activity);
    expect(countOf(await answers(), about) - before).toBe(1);
  });

  it('is not said twice where the answer arrived and its receipt was lost', async () => {
    const before = countOf(await answers(), about);
    const activity = message();
    await council.api('POST', 'faults', [{ kind: 'connectorReset', operation: 'send', afterDelivery: true, times: 1 }]);
    await deliver(council, activity);
    await deliver(council, activity);
    council.faults.splice(0);
    expect(countOf(await answers(), about) - before).toBe(1);
  });
});

describe('a form that was offered', () => {
  inACouncil();
  it('a convene command that comes again after the discussion was convened offers no second form', async () => {
    const activity = typed('/strategy');
    await deliver(council, activity);
    const announced = await council.as('priya-shah').card('channel', 'New strategy discussion');
    await conveneInChannel(council, { announced });
    const convened = countOf(await answers(), /New strategy discussion/);
    await deliver(council, activity);
    expect(countOf(await answers(), /New strategy discussion/)).toBe(convened);
  });

  it('a form whose offer could not be posted opens when the message comes again', async () => {
    const activity = typed('/strategy');
    await council.api('POST', 'faults', [{ kind: 'connectorStatus', operation: 'send', status: 400, times: 1 }]);
    await deliver(council, activity);
    council.faults.splice(0);
    await deliver(council, activity);
    const manager = council.as('priya-shah');
    const announced = await manager.card('channel', 'New strategy discussion');
    const form = await manager.press(announced, 'Open the form');
    expect(form.text).toContain('Initials');
  });

  it('a new time sent again after another change is answered as it was the first time', async () => {
    const manager = council.as('priya-shah');
    const agenda = await agendaOf(council);
    const first = await manager.press(agenda, 'Change the time');
    const moved = { date: '2026-09-15', time: '15:00', reason: 'The room was taken' };
    expect((await manager.press(first, 'Set the new time', moved)).text).toContain('The new time is set');
    const second = await manager.press(agenda, 'Change the time');
    const place = { date: '2026-09-15', time: '15:00', where: 'Room 5', reason: 'A larger room' };
    expect((await manager.press(second, 'Set the new time', place)).text).toContain('The new place is set');
    expect((await manager.press(first, 'Set the new time', moved)).text).toContain('The new time is set');
  });
});

describe('a message changed afterwards', () => {
  inACouncil();
  const wrong = () => typed('/strategie liste');
  const edited = (activity: ReturnType<typeof typed>, text: string) => ({
    ...activity,
    type: 'messageUpdate',
    text,
    channelData: { ...(activity['channelData'] as object), eventType: 'editMessage' },
  });

  it('is answered as a new one where it was not understood, once, and then no more', async () => {
    const activity = wrong();
    await deliver(council, activity);
    const before = countOf(await answers(), /Open strategy discussions/);
    const right = edited(activity, '/strategy list');
    await Promise.all([deliver(council, right), deliver(council, right)]);
    await deliver(council, right);
    await deliver(council, edited(activity, '/strategy list.'));
    expect(countOf(await answers(), /Open strategy discussions/) - before).toBe(1);
  });

  it('is not answered again where it still says the same', async () => {
    const activity = wrong();
    await deliver(council, activity);
    const before = countOf(await answers(), /is not something I know/);
    await deliver(council, edited(activity, '/strategie liste'));
    expect(countOf(await answers(), /is not something I know/)).toBe(before);
  });

  it('is not done twice where it was understood', async () => {
    const activity = typed('/strategy');
    await deliver(council, activity);
    const before = (await answers()).length;
    await deliver(council, edited(activity, '/strategy list'));
    await deliver(council, edited(typed('/strategy list'), '/strategy list'));
    expect(await answers()).toHaveLength(before);
  });
});
