/** Using the cards of one discussion: finding the one that is meant, filling it in, pressing its buttons. */
import { answer, answeredWith, labelled } from './answering.js';
import { byAttribute, isShown, LetGo, main, shownIn } from './reach.js';

const inputIn = (card, id) => shownIn(card, byAttribute('data-input', id));
const buttonOn = (card, title) => shownIn(card, byAttribute('data-action', title));

const missing = ({ press, fill = {} }) => {
  const what = press === undefined ? `the questions ${Object.keys(fill).join(', ')}` : `the button “${press}”`;
  return `I looked for ${what} and it is not here.`;
};

/** What has arrived below is shown as a person would have it shown; it counts as nothing found yet. */
export const lookAtNewMessages = () => {
  const newer = main().querySelector('.newer');
  if (newer && isShown(newer)) newer.click();
};

/** By seat, who is chosen for it. */
const seatsOn = (card) =>
  Object.fromEntries(
    [...card.querySelectorAll('[data-input^="seat."]')].map((outer) => [
      outer.dataset.input.slice('seat.'.length),
      answeredWith(outer),
    ]),
  );

/** Questions in words that nothing was prepared for and that do not only apply at times, answered with `words`. */
const others = (card, words) =>
  Object.fromEntries(
    [...card.querySelectorAll('[data-input]')]
      .filter((outer) => isShown(outer) && outer.querySelector('textarea, input[type="text"]') !== null)
      .filter((outer) => answeredWith(outer) === '')
      .filter((outer) => !labelled(outer.querySelector('textarea, input')).endsWith('(if it applies)'))
      .map((outer) => [outer.dataset.input, words]),
  );

export const createCardHands = (own, now, { pause, wait, withHighlight }) => {
  const cards = () =>
    own
      .messages()
      .flatMap((message) => [...message.querySelectorAll('.card')])
      .filter((card) => card.getAttribute('aria-busy') !== 'true')
      .reverse();
  /** The newest with the button, every input, and the words if any are given. */
  const find = ({ press, fill = {}, on = '' }) =>
    cards().find(
      (card) =>
        card.textContent.includes(on) &&
        (press === undefined || buttonOn(card, press)) &&
        Object.keys(fill).every((id) => inputIn(card, id)),
    );
  const bringUp = (act) =>
    wait(
      () => find(act) ?? lookAtNewMessages(),
      () => missing(act),
    );
  /** As it stands now: a card that was drawn anew meanwhile has kept what was typed. */
  const current = (act) => {
    const card = find(act);
    if (!card) throw new Error(missing(act));
    return card;
  };

  /** A card may be drawn anew while one looks at it: what is used is what is there then. */
  const press = async (act, title, did) => {
    await withHighlight(buttonOn(await bringUp(act), title), 800, () => undefined);
    const card = current(act);
    buttonOn(card, title).click();
    const invalid = card.querySelector('.ac-input-validation-failed');
    if (invalid) throw new Error(`The card wants an answer to “${labelled(invalid)}” first.`);
    did?.();
    await wait(
      () => !card.isConnected || card.getAttribute('aria-busy') !== 'true',
      () => 'The bot did not answer.',
    );
    await pause(400);
  };

  const fillIn = async (act, answers) => {
    for (const [id, value] of Object.entries(answers)) {
      let outer;
      do {
        outer = inputIn(current(act), id);
        if (!outer) break;
        await withHighlight(outer, 200, () => answer(outer, value, pause));
        await pause(150);
      } while (!outer.isConnected);
    }
  };
  const answersTo = async (answers) => (typeof answers === 'function' ? answers(await now()) : (answers ?? {}));

  /** A card that changes for everybody can take a form on it away: then it is opened again. */
  const withForm = async (act, use) => {
    for (let attempts = 3; ; attempts -= 1) {
      if (act.open !== undefined && !find(act)) await press({ press: act.open }, act.open);
      await bringUp(act);
      try {
        return await use();
      } catch (fault) {
        if (fault instanceof LetGo || attempts === 1 || find(act)) throw fault;
      }
    }
  };

  return {
    /** The card an act is about, or the one it is opened from. */
    bringUp: (act) => bringUp(act.open === undefined || find(act) ? act : { press: act.open }),
    /** Fills in a card and presses its button, and calls `did` once it is pressed. */
    use: async (asked, did) => {
      const act = { ...asked, fill: await answersTo(asked.fill) };
      await withForm(act, async () => {
        if (act.reveal !== undefined && buttonOn(current(act), act.reveal)) await press(act, act.reveal);
        await fillIn(act, act.fill);
        await fillIn(act, await answersTo(act.ifAsked));
        if (act.otherwise !== undefined) await fillIn(act, others(current(act), act.otherwise));
        if (act.notes === 'seats') own.seats = seatsOn(current(act));
        await press(act, act.press, did);
      });
    },
  };
};
