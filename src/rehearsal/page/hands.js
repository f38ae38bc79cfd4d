/**
 * The hands of the demonstration: they use the page as a person does, and can do nothing a person cannot. Each act
 * resolves when the thing is done and rejects with a sentence when it cannot be.
 */
import { answer, labelled } from './answering.js';

const still = matchMedia('(prefers-reduced-motion: reduce)');
const scrollTo = (node) => node.scrollIntoView({ block: 'nearest', behavior: still.matches ? 'auto' : 'smooth' });
const patienceMs = 15_000;
const isShown = (node) => node.offsetParent !== null;
const main = () => document.getElementById('main');
const byAttribute = (name, value) => `[${name}="${CSS.escape(value)}"]`;

/** The newest card that shows everything needed: the button, the inputs, and the words if any are given. */
const findCard = ({ press, fill = {}, on }) =>
  [...main().querySelectorAll('.card')].reverse().find((card) => {
    const has = (selector) => [...card.querySelectorAll(selector)].some(isShown);
    return (
      card.getAttribute('aria-busy') !== 'true' &&
      (press === undefined || has(byAttribute('data-action', press))) &&
      Object.keys(fill).every((id) => has(byAttribute('data-input', id))) &&
      (on === undefined || card.textContent.includes(on))
    );
  });

/** What has arrived below is shown as a person would have it shown; it counts as nothing found yet. */
const lookAtNewMessages = () => {
  const newer = main().querySelector('.newer');
  if (newer && isShown(newer)) newer.click();
};

const missing = ({ press, fill = {}, on }) => {
  const what = press === undefined ? `the questions ${Object.keys(fill).join(', ')}` : `the button “${press}”`;
  return `I looked for ${what}${on ? ` on a card with “${on}”` : ''} and it is not here.`;
};

/** Hands for one run of the demonstration. After `letGo()` they do nothing more. */
export const createHands = () => {
  let free = false;
  const pause = (ms) =>
    new Promise((resolve, reject) => {
      setTimeout(() => (free ? reject(new Error('The demonstration was stopped.')) : resolve()), ms);
    });

  const wait = async (find, complaint) => {
    const end = Date.now() + patienceMs;
    for (;;) {
      const found = find();
      if (found) return found;
      if (Date.now() > end) throw new Error(complaint);
      await pause(100);
    }
  };

  /** Shows what is about to be used for `ms`, and then does `act` with it. */
  const withHighlight = async (node, ms, act) => {
    scrollTo(node);
    node.classList.add('in-hand');
    try {
      await pause(ms);
      await act();
    } finally {
      node.classList.remove('in-hand');
    }
  };

  const switchTo = async (person, place) => {
    const here = (name, value) => document.querySelector(byAttribute(name, value));
    const isCurrent = (name, value) => here(name, value)?.hasAttribute('aria-current');
    const who = here('data-person', person);
    if (!who) throw new Error(`Nobody called “${person}” is in the rehearsal.`);
    if (!isCurrent('data-person', person)) {
      await withHighlight(who, 600, () => who.click());
      await wait(() => isCurrent('data-person', person), 'The page did not change to that person.');
    }
    const door = await wait(() => here('data-place', place), `This person has no place called “${place}”.`);
    if (!isCurrent('data-place', place)) await withHighlight(door, 400, () => door.click());
    await wait(() => isCurrent('data-place', place), 'The place did not open.');
    await pause(300);
  };

  const say = async (text) => {
    const box = await wait(() => main().querySelector('[data-testid="say"]'), 'There is nowhere to type here.');
    const form = box.closest('form');
    await withHighlight(form, 200, async () => {
      await answer(form, text, pause);
      await pause(500);
      form.requestSubmit();
    });
  };

  const bringUp = async (use) => {
    const card = await wait(() => findCard(use) ?? lookAtNewMessages(), missing(use));
    scrollTo(card);
    return card;
  };

  /** Goes where the step happens and brings up the card it is about, without touching it. */
  const lookAt = async ({ as, place, do: act = {} }) => {
    await switchTo(as, place);
    if (act.press !== undefined || act.fill !== undefined) await bringUp(act);
  };

  /** Fills inputs by id, then presses the button with this title, on the newest card that has them. */
  const useCard = async (use) => {
    const card = await bringUp(use);
    for (const [id, value] of Object.entries(use.fill ?? {})) {
      const outer = card.querySelector(byAttribute('data-input', id));
      await withHighlight(outer, 200, () => answer(outer, value, pause));
      await pause(150);
    }
    if (use.press === undefined) return;
    const button = [...card.querySelectorAll(byAttribute('data-action', use.press))].find(isShown);
    await withHighlight(button, 800, () => button.click());
    const invalid = card.querySelector('.ac-input-validation-failed');
    if (invalid) throw new Error(`The card wants an answer to “${labelled(invalid)}” first.`);
    await wait(() => !card.isConnected || card.getAttribute('aria-busy') !== 'true', 'The bot did not answer.');
    await pause(400);
  };

  const openMail = async (subject) => {
    const mail = await wait(
      () => [...main().querySelectorAll('[data-mail]')].find(({ dataset }) => dataset.subject.includes(subject)),
      `No mail with “${subject}” in its subject has arrived.`,
    );
    await withHighlight(mail, 700, () => mail.click());
  };

  const waitFor = async (what) => {
    if (typeof what === 'number') return pause(what);
    await wait(() => main().textContent.includes(what), `I waited for “${what}” and it did not appear.`);
  };

  return {
    lookAt,
    say,
    useCard,
    openMail,
    waitFor,
    letGo: () => {
      free = true;
    },
  };
};
