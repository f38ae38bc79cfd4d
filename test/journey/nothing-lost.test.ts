/** Whatever somebody types on a form, and whichever of its buttons they press: it is kept, or shown to them again. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterRoles } from '../stories/directory.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type CardJson, type Council, type Message, type Shown } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { buttonsOn, filledIn, inputsOn, keptBy, verbsOn } from './everyText.ts';
import { child, concern, pastParticulars, toPeople, referral } from './formFilling.ts';
import { arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

/** These say that nothing is kept, or ask before: leaving a form of one page, and what is behind a question. */
const leaving = [
  'Cancel',
  'Keep it',
  'Leave it as it is',
  'Keep them',
  'Go back',
  'Discard the form',
  'Take child A out',
  'Take them out',
  'Clear every answer',
  'Back to your buttons',
  'Back to the message',
];

const noFurtherAction = { s47: 'no', outcomes: 'noFurtherAction' };
const sibling = { name: 'Kim Sample', initials: 'K.S.', birthKind: 'born', birthDate: '2021-05-04' };

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

/** What every template with room for text sends, and what has been sent here. */
const folder = new URL('../../cards/', import.meta.url);
const forms = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.sample.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as CardJson)
  .filter((card) => inputsOn(card).some(({ type }) => type === 'Input.Text'))
  .flatMap(verbsOn);
const tried = new Set<string>();

/** Opens the form as often as it takes, fills in every field, presses each button, and looks for every text. */
const losesNothing = async (
  person: string,
  open: () => Promise<Shown>,
  { runs = usualRuns, where = council }: { runs?: number; where?: Council } = {},
): Promise<void> => {
  const who = where.as(person);
  const form = await open();
  expect(inputsOn(form.card).length).toBeGreaterThan(0);
  for (const verb of verbsOn(form.card)) tried.add(verb);
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
      const there = `${textOf(after.card)}\n${JSON.stringify(after.card)}\n${after.text}\n${keptBy(where)}`;
      expect(
        texts.filter((text) => !there.includes(text)),
        `${button}: ${JSON.stringify(answers)}\n${after.text}`,
      ).toEqual([]);
    }),
    { numRuns: runs * count },
  );
};

describe('convening', () => {
  let begun = 0;
  const start = async (): Promise<Shown> => {
    const manager = council.as('priya-shah');
    // Nobody asks for so many forms so fast: Teams takes sixty messages in half a minute in one chat.
    begun += 1;
    await council.setClock(new Date(Date.parse('2026-09-15T10:00:00+01:00') + begun * 5_000));
    await manager.say('chat', '/strategy');
    return manager.press(await manager.card('chat', 'New strategy discussion'), 'Open the form');
  };
  const pages: readonly (readonly [string, (form: Shown) => Promise<Shown>])[] = [
    ['the child and the referral', (form) => Promise.resolve(form)],
    ['another child', (form) => council.as('priya-shah').press(form, 'Add another child', child)],
    ['the concern', (form) => council.as('priya-shah').press(form, 'Continue', { ...sibling, ...referral })],
    [
      'what follows',
      (form) => council.as('priya-shah').press(form, 'Continue', { ...concern, circumstances: 'seriousRisk' }),
    ],
    [
      'the people',
      async (form) => toPeople(council.as('priya-shah'), await pastParticulars(council.as('priya-shah'), form)),
    ],
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

  it('an arrival', async () => {
    const nurse = 'grace-mensah';
    const here = await opened(nurse, 'I am here')();
    await council.as(nurse).press(here, 'Record that I am here', { mode: 'teams', authority: 'yes' });
    await losesNothing(nurse, opened(nurse, 'Change how I am taking part'));
  });
  it('a reply', () => losesNothing('tom-reyes', opened('tom-reyes', 'Reply to the invitation')));
  it('an answer by telephone', () => losesNothing('priya-shah', opened('priya-shah', 'Record an answer by telephone')));
  it('information', () => losesNothing('ellie-vaughan', opened('ellie-vaughan', 'Add information')));
  it('emergency action', () => losesNothing('ellie-vaughan', opened('ellie-vaughan', 'Emergency action')));
  it('inviting somebody else', () => losesNothing('priya-shah', opened('priya-shah', 'Invite somebody else')));
  it('another time', () => losesNothing('priya-shah', opened('priya-shah', 'Change the time')));
  it('a telephone call', () => losesNothing('priya-shah', opened('priya-shah', 'Record a telephone call')));
  it('attendance', () => losesNothing('priya-shah', opened('priya-shah', 'Record attendance')));
  it('the child and family', () => losesNothing('ellie-vaughan', opened('ellie-vaughan', 'Child and family')));
  const chosen = (title: string, of: string) => async () =>
    council.as('ellie-vaughan').press(await opened('ellie-vaughan', title)(), 'Continue', { of });
  it('another child', () => losesNothing('ellie-vaughan', chosen('Add or correct a child', 'another')));
  it('a child that is corrected', async () => {
    const added = await chosen('Add or correct a child', 'another')();
    await council.as('ellie-vaughan').press(added, 'Add the child', { ...sibling, reason: 'Lives with Jo' });
    await losesNothing('ellie-vaughan', chosen('Add or correct a child', 'A'));
  });
  it('what is known of a child', () => losesNothing('ellie-vaughan', chosen('Details of child and household', 'A')));
  it('what was heard of a child', () =>
    losesNothing('ellie-vaughan', chosen('Details of child and household', 'A.views')));
  it('somebody in the household', () => losesNothing('ellie-vaughan', chosen('Details of child and household', 'new')));
  /** The form that a line brings, of a new discussion each time: what is done here stays done. */
  const typed = (person: string, line: string, words: (of: string) => string) => async () => {
    const { reference } = await conveneInChannel(council);
    await council.as(person).say('chat', `/strategy ${line} ${reference}`);
    const form = await council.as(person).card('chat', words(reference));
    return { message: form, outcome: { kind: 'nothing' as const }, card: form.cards[0] ?? {}, text: '' };
  };
  it('standing down', () =>
    losesNothing(
      'priya-shah',
      typed('priya-shah', 'cancel', (of) => `Stand down ${of}`),
    ));
  it('handing over', () =>
    losesNothing(
      'priya-shah',
      typed('priya-shah', 'handover', (of) => `${of}. Both are told`),
    ));
  it('taking the chair', () =>
    losesNothing(
      'martin-okafor',
      typed('martin-okafor', 'handover', (of) => `${of}. Priya Shah is the chair`),
    ));
});

describe('the actions of the plan', () => {
  let part: Message;
  let reference: string;
  beforeAll(async () => {
    ({ reference } = await conveneInChannel(council));
    part = await council.as('victor-lane').card('channel', `${reference}: take part`);
    // On this one, and no other: after so many, the newest agenda in the channel may be of one before.
    const here = await council.as('priya-shah').press(part, 'I am here');
    await council.as('priya-shah').press(here, 'Record that I am here', { mode: 'teams', authority: 'yes' });
  });
  const pressed = (verb: string, data: object): Promise<Shown> =>
    council.as('priya-shah').forge(part, { type: 'Action.Execute', verb, data: { reference, ...data } });
  /** A new one each time, for what is done stays done. */
  const opened = (verb: string) => async () => {
    const action = { step: 'Ring the school', person: 'priya-shah', due: '2026-09-16', nonce: `n${(number += 1)}` };
    const { text } = await pressed('agree.send', action);
    return pressed(verb, { choice: /Action (\d+) is agreed/.exec(text)?.[1] ?? '' });
  };

  it('an entry under the agenda', () => losesNothing('priya-shah', () => pressed('item.open', { of: 'A-PS-4' })));
  it('one that is agreed', () => losesNothing('priya-shah', () => pressed('agree.open', {})));
  it('what came of one', () => losesNothing('priya-shah', opened('action.open')));
  it('handing one on', () => losesNothing('priya-shah', opened('handOn.open')));
  it('another date', () => losesNothing('priya-shah', opened('newDate.open')));
});

describe('deciding', () => {
  const first = async (): Promise<Shown> => {
    await conveneInChannel(council);
    await arrive(council, everybodyNeeded);
    return openDecision(council);
  };
  const chair = () => council.as('priya-shah');
  it('the first page of a child', () => losesNothing('priya-shah', first, { runs: 2 }));
  it('the second page of a child', () =>
    losesNothing('priya-shah', async () => chair().press(await first(), 'Continue', firstPageOfDecision), {
      runs: 2,
    }));
  it('the last look', () =>
    losesNothing(
      'priya-shah',
      async () => {
        const second = await chair().press(await first(), 'Continue', firstPageOfDecision);
        return chair().press(second, 'Continue', planOfJointEnquiry);
      },
      { runs: 2 },
    ));
});

const decideOn = async (where: Council): Promise<void> => {
  const chair = where.as('priya-shah');
  let form = await openDecision(where);
  form = await chair.press(form, 'Continue', firstPageOfDecision);
  form = await chair.press(form, 'Continue', planOfJointEnquiry);
  await chair.press(form, 'Record the decision');
};

describe('after a decision', () => {
  let part: Message;
  beforeAll(async () => {
    const { reference } = await conveneInChannel(council);
    // Posted beneath its agenda, which is the newest there from then on.
    part = await council.as('victor-lane').card('channel', `${reference}: take part`);
    await arrive(council, everybodyNeeded);
    await decideOn(council);
  });

  it('that a child has not been reached', () =>
    losesNothing('ellie-vaughan', async () => {
      const own = await council.as('ellie-vaughan').press(part, 'Show what I can do');
      return council.as('ellie-vaughan').press(own, 'The child has not been reached');
    }));
  const opened = (person: string, title: string) => async () => {
    const own = await council.as(person).press(part, 'Show what I can do');
    return council.as(person).press(own, title);
  };
  it('how the record is filed', () => losesNothing('priya-shah', opened('priya-shah', 'File the record')));
  it('a conference', () => losesNothing('ellie-vaughan', opened('ellie-vaughan', 'Conference')));
  it('a further discussion that is called off', () =>
    losesNothing('priya-shah', async () => {
      const data = { reference: /SD-[A-Z0-9]{6}/.exec(textOf(part.cards))?.[0] };
      return council.as('priya-shah').forge(part, { type: 'Action.Execute', verb: 'callOff.open', data });
    }));
  it('what is wrong in a signed record', () =>
    losesNothing('priya-shah', async () => {
      const own = await council.as('priya-shah').press(part, 'Show what I can do');
      if (own.text.includes('Read and sign the record')) {
        const record = await council.as('priya-shah').press(own, 'Read and sign the record');
        await council.as('priya-shah').press(record, 'Sign the record');
      }
      return opened('priya-shah', 'Put the record right')();
    }));
  it('the report on an enquiry', () =>
    losesNothing('ellie-vaughan', opened('ellie-vaughan', 'Report on the enquiry'), { runs: 1 }));
  it('why it is closed over what remains', () =>
    losesNothing(
      'martin-okafor',
      async () => {
        // On a discussion of its own each time: one that is closed is only read.
        const { reference } = await conveneInChannel(council, { manager: 'martin-okafor' });
        const on = await council.as('victor-lane').card('channel', `${reference}: take part`);
        const forge = (person: string, verb: string, data: object = {}): Promise<Shown> =>
          council.as(person).forge(on, { type: 'Action.Execute', verb, data: { reference, nonce: 'n', ...data } });
        for (const person of ['martin-okafor', 'ellie-vaughan', 'tom-reyes', 'grace-mensah'])
          await forge(person, 'attend.send', { mode: 'teams', authority: 'yes' });
        await forge('martin-okafor', 'decision.start');
        const manager = council.as('martin-okafor');
        let form = await forge('martin-okafor', 'decision.show');
        form = await manager.press(form, 'Continue', { ...firstPageOfDecision, ...noFurtherAction });
        form = await manager.press(form, 'Continue', {
          'outcome.noFurtherAction.reason': 'All is well',
          'answer.safeguardingConcerns': 'no',
        });
        await manager.press(form, 'Record the decision');
        // Once everybody has been told the outcome.
        return until('a reason to be asked for', async () => {
          const shown = await forge('martin-okafor', 'close.open');
          return inputsOn(shown.card).length > 0 ? shown : undefined;
        });
      },
      { runs: 1 },
    ));
  it('what is corrected in the decision, and why', () =>
    losesNothing(
      'priya-shah',
      async () => {
        const chair = council.as('priya-shah');
        const which = await chair.press(await chair.press(part, 'Show what I can do'), 'Correct the decision');
        const second = await chair.press(await chair.press(which, 'Correct child A'), 'Continue');
        return chair.press(second, 'Continue');
      },
      { runs: 2 },
    ));
  it('a disagreement', async () => {
    const told = await council.as('ellie-vaughan').card('chat', 'What was decided');
    await losesNothing('ellie-vaughan', () => council.as('ellie-vaughan').press(told, 'I disagree'));
  });
});

it('how safe a child is', async () => {
  const liverpool = await startCouncil({ env: { STANDARD: 'liverpool' } });
  const { reference } = await conveneInChannel(liverpool, { manager: 'leon-baptiste' });
  await arrive(liverpool, ['leon-baptiste', 'grace-mensah']);
  const part = await liverpool.as('victor-lane').card('channel', `${reference}: take part`);
  const open = async (): Promise<Shown> => {
    const own = await liverpool.as('grace-mensah').press(part, 'Show what I can do');
    return liverpool.as('grace-mensah').press(own, 'Scale safety');
  };
  await losesNothing('grace-mensah', open, { where: liverpool });
  expect(liverpool.faults).toEqual([]);
  await liverpool.stop();
});

describe('what the home authority is asked, and answers (H-3)', () => {
  const ruth = { name: 'Ruth Ellison', agency: 'Seaport City Council' };
  beforeAll(() => enterRoles(council.dataDir, 'school', ['homeAuthority'], ruth.agency));
  /** A new one each time: what has been accepted is asked no more. */
  const foundHere = async () => {
    const { reference } = await conveneInChannel(council, { concern: { circumstances: 'hostNotHome' } });
    const part = await council.as('victor-lane').card('channel', `${reference}: take part`);
    return (verb: string, data: object): Promise<Shown> =>
      council.as('priya-shah').forge(part, { type: 'Action.Execute', verb, data: { reference, ...data } });
  };

  it('the request', () => losesNothing('priya-shah', async () => (await foundHere())('transfer.open', {})));
  it('an answer that came by letter', () =>
    losesNothing('priya-shah', async () => {
      const pressed = await foundHere();
      await pressed('transfer.send', { ...ruth, nonce: 'n1' });
      return pressed('transferAnswer.open', { choice: '1' });
    }));
  it('an answer on a card', () =>
    losesNothing('ruth-ellison', async () => {
      const { text } = await (await foundHere())('transfer.send', { ...ruth, nonce: 'n1' });
      const reference = /SD-[A-Z0-9]{6}/.exec(text)?.[0] ?? '';
      const asked = await council.as('ruth-ellison').card('chat', `The reference is ${reference}`);
      return council.as('ruth-ellison').press(asked, 'Answer in writing');
    }));
});

it('how an enquiry ended', async () => {
  const baseline = await startCouncil({ env: { STANDARD: 'working-together-2023' } });
  const { reference } = await conveneInChannel(baseline, { people: { others: 'tom-reyes' } });
  const part = await baseline.as('victor-lane').card('channel', `${reference}: take part`);
  await arrive(baseline, everybodyNeeded);
  await decideOn(baseline);
  const worker = baseline.as('ellie-vaughan');
  const open = async (): Promise<Shown> =>
    worker.press(await worker.press(part, 'Show what I can do'), 'How the enquiry ended');
  await losesNothing('ellie-vaughan', open, { where: baseline });
  expect(baseline.faults).toEqual([]);
  await baseline.stop();
});

it('no form with room for text is left out', () => {
  expect(forms.filter((verb) => !tried.has(verb))).toEqual([]);
});
