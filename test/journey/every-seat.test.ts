/**
 * Everybody of the directory, at every seat, by every way in: a seat is filled by who somebody is, not by what is chosen
 * for them. Each press is made by hand, as a forged client would, so that what a form offers does not help.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../src/practice/assess.ts';
import type { FactName } from '../../src/practice/language/commonFacts.ts';
import { emptyMatter, nothingEnquired } from '../../src/practice/matter.ts';
import { outsider, people } from '../../src/rehearsal/people.ts';
import { practiceFor } from '../builders/standards.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council, type Message, type Person, type Shown } from './council.ts';
import { child, concern, pastParticulars, toPeople, referral } from './formFilling.ts';
import { seatsFilled } from './seatsOnCard.ts';

/** The referrer of the rehearsal and the outsider are in no directory. */
const listed = people.filter(({ id, roles }) => id !== outsider.id && !roles.includes('referrer'));
type Listed = (typeof listed)[number];

/** Who is invited to which seat; whoever convenes is in the chair. */
interface Procedure {
  readonly standard: string;
  readonly manager: string;
  readonly concern: Readonly<Record<string, string>>;
  readonly invited: Readonly<Record<string, string>>;
}
const everyday = { police: 'tom-reyes', socialWorker: 'ellie-vaughan', health: 'grace-mensah' };
const procedures: readonly Procedure[] = [
  {
    standard: 'practice-standards-2025',
    manager: 'priya-shah',
    concern: { concerns: 'physicalInjury' },
    invited: { ...everyday, paediatrician: 'anil-kapoor' },
  },
  { standard: 'sandwell', manager: 'hannah-boyle', concern: {}, invited: { ...everyday, education: 'ruth-ellison' } },
];

const seatsOf = ({ standard, concern }: Procedure) => {
  const said = new Set(Object.values(concern) as FactName[]);
  const child = { id: 'A', birth: null, said, answers: {}, enquired: nothingEnquired, decision: null };
  return assess(practiceFor(standard), { ...emptyMatter, children: [child] }).seats;
};
type Seat = ReturnType<typeof seatsOf>[number];

const gives = (person: Listed, seat: Seat, { manager }: Procedure): boolean =>
  seat.seat === 'chair'
    ? person.id === manager
    : seat.roles.some((role) => person.roles.includes(role)) || seat.ranks.some((rank) => rank === person.rank);

let council: Council;
beforeAll(async () => {
  council = await startCouncil({ env: { LOG_LEVEL: 'error' } });
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const presence = { mode: 'phone', authority: 'yes' };
const identified = { identified: 'knownPersonally' };
let presses = 0;

/** One discussion, about which everybody presses; `send` is any button, with anything in it. */
const discussionOf = async (procedure: Procedure) => {
  await council.api('PUT', 'procedure', { value: procedure.standard });
  const seats = Object.entries(procedure.invited).map(([seat, id]) => [`seat.${seat}`, id] as const);
  const seated: Readonly<Record<string, string>> = Object.fromEntries(seats);
  const { manager, concern } = procedure;
  const { reference } = await conveneInChannel(council, { manager, concern, people: seated });
  const agenda: Message = await council.as('nadia-hussain').card('channel', `Strategy discussion ${reference}`);
  const send = (by: string, verb: string, data: object): Promise<Shown> => {
    const nonce = `by-hand-${(presses += 1)}`;
    return council.as(by).forge(agenda, { type: 'Action.Execute', verb, data: { ...data, reference, nonce } });
  };
  const filled = async () => seatsFilled((await send(manager, 'agenda.show', {})).card);
  return { ...procedure, send, filled };
};
type Open = Awaited<ReturnType<typeof discussionOf>>;

/** What is tried for somebody at a seat; `there` is whoever was invited to it. */
type Way = (open: Open, who: Listed, role: string, there: string) => Promise<Shown>;
const byTheChair: Record<string, Way> = {
  'chosen from the list as that': ({ send, manager }, { id: person }, role) =>
    send(manager, 'attendance.send', { ...presence, person, role }),
  'chosen in the place of whoever was invited': ({ send, manager }, { id: person }, _role, insteadOf) =>
    send(manager, 'attendance.send', { ...presence, person, insteadOf }),
  'typed by hand, with other capitals and stops': ({ send, manager }, { name, agency }, role) => {
    const loud = { name: name.toUpperCase(), agency: ` ${agency.toLowerCase()}. ` };
    return send(manager, 'attendance.send', { ...presence, ...identified, ...loud, role });
  },
  'invited besides, as that': ({ send, manager }, { id: person }, role) =>
    send(manager, 'invite.send', { person, role }),
  'invited by address, under another name': ({ send, manager }, { agency, email }, role) =>
    send(manager, 'invite.send', { name: 'A. N. Other', agency, email: email.toUpperCase(), role }),
  'named as a substitute': ({ send }, { name, email }, _role, there) =>
    send(there, 'reply.send', {
      answer: 'decline',
      substituteName: name,
      substituteRole: 'Deputy',
      substituteEmail: email,
    }),
};
const byThemselves: Record<string, Way> = {
  '“I am here”': ({ send }, { id }, role) => send(id, 'attend.send', { ...presence, role }),
  '“I am here, I can decide”': ({ send }, { id }, role) => send(id, 'attend.decide', { role }),
};

const peoplePage = async (manager: Person, procedure: Procedure): Promise<Shown> => {
  await manager.say('channel', '/strategy', { mention: true });
  let page = await manager.press(await manager.card('channel', 'New strategy discussion'), 'Open the form');
  for (const inputs of [
    { ...child, ...referral },
    { ...concern, ...procedure.concern },
  ]) {
    page = await manager.press(page, 'Continue', inputs);
  }
  return toPeople(manager, await pastParticulars(manager, page));
};

const isDone = ({ text }: Shown): boolean => /^(✔ |Thank you)/.test(text);
const because =
  /the directory has them as|belongs to|cannot stand in|been invited already|substitute from the list|Name who will come|that you can open|Only (the|somebody)|Choose what they take part as from the list|Choose the role from the list|Choose from the list whom/;

describe.each(procedures)('under $standard', (procedure) => {
  const seats = seatsOf(procedure);

  it.each(listed)('$name, $title, fills what the directory gives and no other seat', async (who) => {
    const open = await discussionOf(procedure);
    const given = seats.filter((seat) => gives(who, seat, procedure)).map(({ words }) => words);
    const ways = { ...byTheChair, ...(who.teams === null ? {} : byThemselves) };
    for (const { seat, roles } of seats) {
      for (const [way, attempt] of Object.entries(ways)) {
        const there = procedure.invited[seat] ?? procedure.manager;
        const shown = await attempt(open, who, roles[0] ?? 'chair', there);
        if (!isDone(shown)) expect(shown.text, `${seat}, ${way}: says why not`).toMatch(because);
        else expect(given, `${seat}, ${way}`).toEqual(expect.arrayContaining([...(await open.filled())]));
      }
    }
    await open.send(procedure.manager, 'attendance.send', { ...presence, person: who.id });
    const filled = await open.filled();
    expect(given).toEqual(expect.arrayContaining([...filled]));
    expect(filled.length > 0).toBe(given.length > 0);
  });

  it('the page of the people seats nobody where the directory does not', async () => {
    const manager = council.as(procedure.manager);
    await council.api('PUT', 'procedure', { value: procedure.standard });
    const page = await peoplePage(manager, procedure);
    for (const seat of seats) {
      for (const who of listed.filter((one) => seat.seat !== 'chair' && !gives(one, seat, procedure))) {
        const shown = await manager.press(page, 'Continue', { [`seat.${seat.seat}`]: who.id });
        expect(shown.text, `${who.name} as ${seat.seat}`).toContain(`${who.name} cannot take the seat “${seat.words}”`);
      }
    }
  });
});
