/**
 * The rehearsal's page: be a person, open a place, talk, press, read mail. Who and where are in the address, so a reload
 * or a link comes back to the same view. On every change in the tenant the page asks for what is new.
 */
import { api, listen } from './api.js';
import { offerClock } from './clock.js';
import { openConversation } from './conversation.js';
import { createDemonstration } from './demonstration/player.js';
import { scriptFor } from './demonstration/script.js';
import { openMailbox } from './mailbox.js';
import { oneAtATime } from './oneAtATime.js';
import { drawMe, drawPeople, unreadOf } from './people.js';
import { drawApps, drawPlaces, placesWithMail } from './places.js';
import { followedProcedure, offerProcedures } from './procedure.js';
import { followTheme } from './theme.js';

const at = (id) => document.getElementById(id);
const main = at('main');
const state = { people: [], bot: null, me: null, place: null, view: null };

const announce = (words) => {
  at('announcements').textContent = words;
};

const showProblem = (fault) => {
  announce(fault.message);
  console.error(fault);
};

const sectors = new Map();
const withSector = (person) => {
  const label = person.roles.length === 0 ? 'outside' : person.agency;
  if (!sectors.has(label)) sectors.set(label, Math.min(sectors.size + 1, 7));
  return { ...person, sector: sectors.get(label) };
};

const loadPeople = async () => {
  const { people, bot } = await api.people();
  state.people = people.map(withSector);
  state.bot = bot;
  state.me = state.people.find(({ id }) => id === state.me?.id) ?? null;
};

/**
 * Shows it at once. The browser says only later that the address has changed, and what somebody types meanwhile must
 * not go to the place they have left.
 */
const go = (person, place) => {
  location.hash = `#/${person}/${place}`;
  void follow().catch(showProblem);
};

const drawFrame = () => {
  const { people, me, place } = state;
  drawPeople(at('people'), { people, me, choose: (id) => choosePerson(id) });
  const choose = (name) => go(state.me.id, name);
  drawApps(at('apps'), { me, current: place, choose });
  drawPlaces(at('places'), { me, current: place, choose });
  drawMe(at('me'), { me, openPeople: () => setPeopleOpen(true) });
  const unread = people.reduce((sum, person) => sum + unreadOf(person), 0);
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${me.name} – Rehearsal`;
};

/** On a narrow screen the people are a page of their own, over the rest. */
const setPeopleOpen = (isOpen) => {
  const people = document.querySelector('.people');
  const wasOpen = people.classList.contains('open');
  people.classList.toggle('open', isOpen);
  document.querySelector('.teams').inert = isOpen;
  if (isOpen) at('people').querySelector('[aria-current]')?.focus();
  else if (wasOpen) at('me').querySelector('button').focus();
};

/** Keeps the same kind of place where the next person has it too. */
const choosePerson = (id) => {
  const person = state.people.find((candidate) => candidate.id === id);
  const kept = placesWithMail(person).find(({ place }) => place === state.place) ?? placesWithMail(person)[0];
  go(id, kept.place);
  setPeopleOpen(false);
};

const refreshFrame = async () => {
  await loadPeople();
  drawFrame();
};

const openPlace = async () => {
  const { me, place: name, bot } = state;
  const place = placesWithMail(me).find(({ place: candidate }) => candidate === name);
  state.view?.close();
  let seenUpTo;
  const seen = async (upTo) => {
    if (upTo === seenUpTo) return;
    seenUpTo = upTo;
    await api.seen(me.id, name, upTo);
    await refreshFrame();
  };
  state.view =
    name === 'mail'
      ? openMailbox(main, { me, onSeen: () => void refreshFrame().catch(showProblem) })
      : openConversation(main, {
          me,
          place,
          bot,
          personById: new Map(state.people.map((person) => [person.id, person])),
          announce,
          onSeen: (upTo) => void seen(upTo).catch(showProblem),
        });
  await state.view.update();
};

const follow = async () => {
  const [, personId, placeName] = location.hash.split('/');
  const person = state.people.find(({ id }) => id === personId) ?? state.people[0];
  const place = placesWithMail(person).find((candidate) => candidate.place === placeName) ?? placesWithMail(person)[0];
  const moved = state.me?.id !== person.id || state.place !== place.place;
  state.me = person;
  state.place = place.place;
  drawFrame();
  if (moved) await openPlace();
};

const updateAll = oneAtATime(() => Promise.all([state.view?.update(), refreshFrame()]));
const update = () => updateAll().catch(showProblem);

const start = async () => {
  followTheme(at('theme'));
  const clock = offerClock({ setting: at('clock-setting'), banner: at('clock-ahead'), announce });
  void clock.show().catch(showProblem);
  void offerProcedures(at('procedure-setting'), announce).catch(showProblem);
  await loadPeople();
  globalThis.addEventListener('hashchange', () => void follow().catch(showProblem));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void update().then(() => state.view?.looked());
  });
  at('people').addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...at('people').querySelectorAll('[data-person]')];
    buttons[buttons.indexOf(document.activeElement) + step]?.focus();
  });
  at('close-people').addEventListener('click', () => setPeopleOpen(false));
  document.querySelector('.people').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') setPeopleOpen(false);
  });
  at('reset').addEventListener('click', async () => {
    if (!confirm('Clear every message and e-mail of the rehearsal? Discussions themselves are kept.')) return;
    await api.reset().catch(showProblem);
  });
  listen((change) => {
    if (change.what === 'clock' || change.what === 'connected') void clock.show().catch(showProblem);
    void update();
  });
  const demonstration = createDemonstration(at('demonstration'), {
    script: async () => {
      const procedure = await followedProcedure();
      return { title: procedure.title, steps: scriptFor(procedure) };
    },
    now: api.now,
    // It is told under one procedure to its end.
    onOpen: (isOpen) => {
      at('procedure').disabled = isOpen;
    },
  });
  at('demonstrate').addEventListener('click', () => void demonstration.start().catch(showProblem));
  // Beside the Agents Playground there are only mailboxes here, and nothing to demonstrate.
  at('demonstrate').hidden = state.people.every(({ places }) => places.length === 0);
  const shown = follow();
  at('people').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  await shown;
};

start().catch((fault) => {
  main.textContent = fault.message;
});
