/**
 * The hands of the demonstration: they use the page as a person does, and can do nothing a person cannot. Each act
 * resolves when the thing is done and rejects with a sentence when it cannot be.
 *
 * An act says who does it (`as`) and where (`place`: `channel`, `group`, `chat` or `mail`), and may have
 * - `say`: words to type and send;
 * - `press`: the title of a button, on the newest card of this discussion that has it and every input of `fill`;
 *   `on`: words that card must have; `open`: the button that brings that card up where it is not there; `reveal`: the one on it that shows more of it;
 *   `fill`: answers by input id; `ifAsked`: answers to what may be asked; `otherwise`: words for what else wants words;
 *   `when`: words without which there is nothing to do; `notes`: `seats`, who is chosen for them;
 * - `openMail`: part of the subject of a message to open;
 * - `shows`: words or a pattern, or several of which one will do, that say it is done.
 * Answers may be a function of now.
 */
import { answer } from './answering.js';
import { createCardHands, lookAtNewMessages } from './cardHands.js';
import { byAttribute, createReach, main, scrollTo, shownIn } from './reach.js';

const isCurrent = (name, value) => document.querySelector(byAttribute(name, value))?.hasAttribute('aria-current');
const nothing = { textContent: '', dataset: {} };

/** Hands for a stretch of the demonstration about `own`. `now()` is the time in the rehearsal. After `letGo()` they do nothing more. */
export const createHands = (own, now) => {
  const reach = createReach();
  const { pause, wait, withHighlight } = reach;
  const onCards = createCardHands(own, now, reach);

  const goThrough = async (door, ms, name, value) => {
    await withHighlight(door, ms, () => door.click());
    await wait(
      () => isCurrent(name, value),
      () => 'The page did not change.',
    );
  };
  const switchTo = async ({ as, place }) => {
    const who = document.querySelector(byAttribute('data-person', as));
    if (!who) throw new Error(`Nobody called “${as}” is in the rehearsal.`);
    if (!isCurrent('data-person', as)) await goThrough(who, 600, 'data-person', as);
    const door = await wait(
      () => document.querySelector(byAttribute('data-place', place)),
      () => `This person has no place called “${place}”.`,
    );
    if (!isCurrent('data-place', place)) await goThrough(door, 400, 'data-place', place);
    shownIn(main(), '[data-tab="posts"]:not([aria-current])')?.click();
    await pause(300);
  };

  const say = async (text, did) => {
    const box = await wait(
      () => main().querySelector('[data-testid="say"]'),
      () => 'There is nowhere to type here.',
    );
    const form = box.closest('form');
    await withHighlight(form, 200, async () => {
      await answer(form, text, pause);
      await pause(500);
      own.beginNow();
      form.requestSubmit();
      did();
    });
    await wait(own.hasBegun, () => 'What was typed did not arrive.');
  };

  const openMail = async (subject) => {
    const mail = await wait(
      () =>
        [...main().querySelectorAll('[data-mail]')].find(
          ({ dataset }) => dataset.subject.includes(subject) && own.isAbout(dataset.subject),
        ),
      () => `No mail with “${subject}” in its subject has arrived.`,
    );
    await withHighlight(mail, 700, () => mail.click());
  };

  const says = (words, { textContent }) =>
    [words].flat().some((each) => (each instanceof RegExp ? each.test(textContent) : textContent.includes(each)));
  const messageSaying = (words) => own.messages().findLast((message) => says(words, message));
  const waitFor = (words) =>
    wait(
      () => messageSaying(words) ?? lookAtNewMessages(),
      () => {
        const awaited = [words].flat().filter((each) => typeof each === 'string');
        return awaited.length === 0
          ? 'I waited for the card to show it and it did not.'
          : `I waited for “${awaited.join('” or “')}” and it did not appear.`;
      },
    );
  const isNeeded = ({ when }) => when === undefined || messageSaying(when) !== undefined;
  const outcomeOf = async ({ shows }) => {
    if (shows === undefined) return main().querySelector('.mail-message') ?? nothing;
    const about = await waitFor(shows);
    scrollTo(about);
    return about;
  };

  return {
    /** Goes where an act happens, and brings up the card it is about without touching it. */
    lookAt: async (act) => {
      await switchTo(act);
      if (act.press !== undefined && isNeeded(act)) scrollTo(await onCards.bringUp(act));
      else if (act.shows !== undefined) scrollTo(await waitFor(act.shows));
    },
    /** Does it, and calls `did` as soon as it may not be done again. Resolves to the message that shows what came of it. */
    perform: async (act, did) => {
      await switchTo(act);
      if (act.say !== undefined) await say(act.say, did);
      if (act.press !== undefined && isNeeded(act)) await onCards.use(act, did);
      if (act.openMail !== undefined) await openMail(act.openMail);
      did();
      return outcomeOf(act);
    },
    /** Waits for what comes of an act that is done, and resolves to the message that shows it. */
    lookForOutcome: async (act) => {
      await switchTo(act);
      return outcomeOf(act);
    },
    /** Shows again what came of an act that is done. */
    goBackTo: async (act, messageId) => {
      await switchTo(act);
      if (act.openMail !== undefined) await openMail(act.openMail);
      const about = main().querySelector(byAttribute('data-message', messageId ?? ''));
      if (about) await withHighlight(about, 600, () => undefined);
    },
    letGo: reach.letGo,
  };
};
