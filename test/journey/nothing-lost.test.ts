/** Whatever somebody types on a form, and whichever of its buttons they press: it is kept, or shown to them again. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type Council, type Message, type Shown } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { buttonsOn, filledIn, inputsOn, keptBy } from './everyText.ts';
import { child, concern, pastParticulars, referral } from './formFilling.ts';
import { arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

/** These say that nothing is kept, or ask before: leaving a form of one page, and what is behind a question. */
const leaving = [
  'Cancel',
  'Keep it',
  'Keep them',
  'Go back',
  'Discard the form',
  'Clear every answer',
  'Back to your buttons',
];

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

let number = 0;
/** Pressed with each button of a form, with other choices each time. */
const usualRuns = 4;

/** Opens the form as often as it takes, fills in every field, presses each button, and looks for every text. */
const losesNothing = async (person: string, open: () => Promise<Shown>, runs = usualRuns): Promise<void> => {
  const who = council.as(person);
  const form = await open();
  expect(inputsOn(form.card).length).toBeGreaterThan(0);
  const count = buttonsOn(form.card, leaving).length;
  await fc.assert(
    fc.asyncProperty(fc.nat(count - 1), fc.infiniteStream(fc.nat(1_000)), async (which, picks) => {
      const fresh = await open();
      const button = buttonsOn(fresh.card, leaving)[which] ?? '';
      const { answers, texts } = filledIn(
        fresh.card,
        (number += 1),
        (of) => (picks.next().value ?? 0) % Math.max(of, 1),
      );
      const after = await who.press(fresh, button, answers);
      const there = `${textOf(after.card)}\n${JSON.stringify(after.card)}\n${after.text}\n${keptBy(council)}`;
      expect(
        texts.filter((text) => !there.includes(text)),
        `${button}: ${JSON.stringify(answers)}\n${after.text}`,
      ).toEqual([]);
    }),
    { numRuns: runs * count },
  );
};

describe('convening', () => {
  const start = async (): Promise<Shown> => {
    const manager = council.as('priya-shah');
    await manager.say('chat', '/strategy');
    return manager.press(await manager.card('chat', 'New strategy discussion'), 'Open the form');
  };
  const pages: readonly (readonly [string, (form: Shown) => Promise<Shown>])[] = [
    ['the child', (form) => Promise.resolve(form)],
    ['the referral', (form) => council.as('priya-shah').press(form, 'Continue', child)],
    ['the concern', (form) => council.as('priya-shah').press(form, 'Continue', referral)],
    [
      'what follows',
      (form) => council.as('priya-shah').press(form, 'Continue', { ...concern, circumstances: 'seriousRisk' }),
    ],
    ['the people', (form) => pastParticulars(council.as('priya-shah'), form)],
    ['the meeting', (form) => council.as('priya-shah').press(form, 'Continue', { 'seat.policeDdm': 'tom-reyes' })],
  ];
  it.each(pages.map(([name], i) => [name, i] as const))('%s', async (_name, last) => {
    await losesNothing('priya-shah', async () => {
      let form = await start();
      for (const [, turn] of pages.slice(0, last + 1)) form = await turn(form);
      return form;
    });
  });
});

describe('taking part', () => {
  let part: Message;
  let reference: string;
  beforeAll(async () => {
    ({ reference } = await conveneInChannel(council, { people: { others: 'hannah-boyle' } }));
    part = await council.as('victor-lane').card('channel', `${reference}: take part`);
  });
  const opened = (person: string, title: string) => async () => {
    const own = await council.as(person).press(part, 'Show what I can do');
    return council.as(person).press(own, title);
  };

  it('a reply', () => losesNothing('tom-reyes', opened('tom-reyes', 'Reply to the invitation')));
  it('information', () => losesNothing('ellie-vaughan', opened('ellie-vaughan', 'Add information')));
  it('emergency action', () => losesNothing('ellie-vaughan', opened('ellie-vaughan', 'Emergency action')));
  it('inviting somebody else', () => losesNothing('priya-shah', opened('priya-shah', 'Invite somebody else')));
  it('another time', () => losesNothing('priya-shah', opened('priya-shah', 'Change the time')));
  it('a telephone call', () => losesNothing('priya-shah', opened('priya-shah', 'Record a telephone call')));
  it('attendance', () => losesNothing('priya-shah', opened('priya-shah', 'Record attendance')));
  it('the child and family', () => losesNothing('ellie-vaughan', opened('ellie-vaughan', 'Child and family')));
  it('standing down', async () => {
    const manager = council.as('priya-shah');
    await losesNothing('priya-shah', async () => {
      const { reference: newest } = await conveneInChannel(council);
      await manager.say('chat', `/strategy cancel ${newest}`);
      const form = await manager.card('chat', `Stand down ${newest}`);
      return { message: form, outcome: { kind: 'nothing' }, card: form.cards[0] ?? {}, text: '' };
    });
  });
});

describe('deciding', () => {
  const first = async (): Promise<Shown> => {
    await conveneInChannel(council);
    await arrive(council, everybodyNeeded);
    return openDecision(council);
  };
  const chair = () => council.as('priya-shah');
  it('the first page of a child', () => losesNothing('priya-shah', first, 2));
  it('the second page of a child', () =>
    losesNothing('priya-shah', async () => chair().press(await first(), 'Continue', firstPageOfDecision), 2));
  it('the last look', () =>
    losesNothing(
      'priya-shah',
      async () => {
        const second = await chair().press(await first(), 'Continue', firstPageOfDecision);
        return chair().press(second, 'Continue', planOfJointEnquiry);
      },
      2,
    ));
});
