/**
 * Plays the guided demonstration. Each step goes where it happens, says what will be done and why, leaves time to read,
 * does it with the page's own controls, and leaves time to see; Next cuts either time short. A step that cannot be done
 * stops it, and says so.
 *
 * A step is `{ as, place, caption, do }`. `place` is `channel`, `group`, `chat` or `mail`. `do` may be left out, or has
 * - `say`: words to type and send;
 * - `fill`: answers by input id, and `press`: the title of a button, on the newest card that has them all; `on` names
 *   words that card must contain;
 * - `openMail`: part of the subject of a message to open;
 * - `wait`: words to wait for, or a number of milliseconds.
 */
import { element } from './element.js';
import { createHands } from './hands.js';

/** Time to read a caption before it is acted on, and then to see what came of it. */
const readingMs = (caption) => Math.min(6_000, Math.max(1_500, caption.split(/\s+/).length * 190));
const seeingMs = 3_000;

const perform = async (hands, act) => {
  if (act.say !== undefined) await hands.say(act.say);
  if (act.press !== undefined || act.fill !== undefined) await hands.useCard(act);
  if (act.openMail !== undefined) await hands.openMail(act.openMail);
  if (act.wait !== undefined) await hands.waitFor(act.wait);
};

/** Prepares the demonstration in `panel`. `start()` begins at the first step. */
export const createDemonstration = (panel, script) => {
  /** `acting` while hands are at work, `failed` after a step that could not be done. */
  let state = { index: 0, playing: false, acting: false, failed: false };
  /** What happens when the time to read or see is over, and the timer that says so. */
  let then;
  let timer;
  let hands;

  const button = (name, onclick, more = '') =>
    element('button', { type: 'button', class: `button ${more}`, 'data-testid': name, onclick });
  const count = element('strong', { 'data-testid': 'step' });
  const bar = element('span');
  const caption = element('p', { class: 'demonstration-caption', 'aria-live': 'polite', 'data-testid': 'caption' });
  const next = button('next', () => goOn(), 'primary');
  const play = button('play', () => setPlaying(!state.playing));
  const stop = button('stop', () => close());
  next.textContent = 'Next';
  panel.replaceChildren(
    element(
      'div',
      { class: 'demonstration-count' },
      element('h2', { class: 'hidden', id: 'demonstration-title' }, 'Guided demonstration'),
      count,
      element('div', { class: 'demonstration-bar' }, bar),
    ),
    caption,
    element('div', { class: 'demonstration-controls' }, next, play, stop),
  );

  const isLast = () => state.index >= script.length - 1;
  const isOver = () => state.failed || (isLast() && then === undefined && !state.acting);
  const show = () => {
    const { index, playing } = state;
    count.textContent = `Step ${index + 1} of ${script.length}`;
    bar.style.width = `${((index + 1) / script.length) * 100}%`;
    next.disabled = then === undefined;
    play.textContent = playing ? 'Pause' : 'Play';
    play.hidden = isOver();
    stop.textContent = isOver() ? 'Close' : 'Stop';
  };
  const say = (words, isFailure) => {
    caption.textContent = words;
    caption.classList.toggle('failed', isFailure);
  };

  const goOn = () => {
    clearTimeout(timer);
    const act = then;
    then = undefined;
    act?.();
  };
  /** Does `act` after `ms`, unless the demonstration is held: then when Next or Play says so. */
  const after = (ms, isHeld, act) => {
    clearTimeout(timer);
    then = act;
    if (!isHeld) timer = setTimeout(goOn, ms);
    show();
  };
  const setPlaying = (playing) => {
    state = { ...state, playing };
    clearTimeout(timer);
    if (playing && then) timer = setTimeout(goOn, 1_000);
    show();
  };

  /** Does `work` with the hands in use now, and `proceed` if they are still in use when it is done. */
  const withHands = async (work, proceed) => {
    const mine = hands;
    state = { ...state, acting: true };
    show();
    try {
      await work(mine);
    } catch (fault) {
      if (mine !== hands) return;
      state = { ...state, failed: true, playing: false };
      say(`This step could not be done, so the demonstration has stopped. ${fault.message}`, true);
    }
    if (mine !== hands) return;
    state = { ...state, acting: false };
    if (!state.failed) proceed();
    show();
  };

  const begin = (index) => {
    state = { ...state, index };
    const step = script[index];
    say(step.caption, false);
    void withHands(
      (mine) => mine.lookAt(step),
      () => after(readingMs(step.caption), false, () => act(step)),
    );
  };
  const act = (step) => {
    void withHands(
      (mine) => perform(mine, step.do ?? {}),
      () => {
        if (!isLast()) after(seeingMs, !state.playing, () => begin(state.index + 1));
      },
    );
  };

  const close = () => {
    clearTimeout(timer);
    then = undefined;
    hands?.letGo();
    hands = undefined;
    panel.hidden = true;
  };

  return {
    start: () => {
      close();
      hands = createHands();
      state = { index: 0, playing: true, acting: false, failed: false };
      panel.hidden = false;
      next.focus({ preventScroll: true });
      begin(0);
    },
  };
};
