/**
 * Plays the guided demonstration: says what happens and why, does it with the page's own controls, and waits for Next or
 * goes on by itself. A step that cannot be done stops it, and says so.
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

/** Time to read a caption at an unhurried pace. */
const readingMs = (caption) => Math.max(3_500, caption.split(/\s+/).length * 330);

const perform = async (hands, step) => {
  await hands.switchTo(step.as, step.place);
  const act = step.do ?? {};
  if (act.say !== undefined) await hands.say(act.say);
  if (act.press !== undefined || act.fill !== undefined) await hands.useCard(act);
  if (act.openMail !== undefined) await hands.openMail(act.openMail);
  if (act.wait !== undefined) await hands.waitFor(act.wait);
};

/** Prepares the demonstration in `panel`. `start()` begins at the first step. */
export const createDemonstration = (panel, script) => {
  /** `acting` while hands are at work, `failed` after a step that could not be done. */
  let state = { index: 0, playing: false, acting: false, failed: false };
  let timer;
  let hands;

  const button = (name, onclick, more = '') =>
    element('button', { type: 'button', class: `button ${more}`, 'data-testid': name, onclick });
  const count = element('strong', { 'data-testid': 'step' });
  const bar = element('span');
  const caption = element('p', { class: 'demonstration-caption', 'aria-live': 'polite', 'data-testid': 'caption' });
  const next = button('next', () => void advance(), 'primary');
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

  const isOver = () => state.failed || state.index >= script.length - 1;
  const show = () => {
    const { index, acting, playing } = state;
    count.textContent = `Step ${index + 1} of ${script.length}`;
    bar.style.width = `${((index + 1) / script.length) * 100}%`;
    next.disabled = acting || isOver();
    play.textContent = playing ? 'Pause' : 'Play';
    play.hidden = isOver();
    stop.textContent = isOver() && !acting ? 'Close' : 'Stop';
  };
  const say = (words, isFailure) => {
    caption.textContent = words;
    caption.classList.toggle('failed', isFailure);
  };

  const schedule = () => {
    clearTimeout(timer);
    if (!state.playing || state.acting || isOver()) return;
    timer = setTimeout(() => void advance(), readingMs(script[state.index].caption));
  };
  const setPlaying = (playing) => {
    state = { ...state, playing };
    show();
    schedule();
  };

  const run = async () => {
    const step = script[state.index];
    const mine = hands;
    state = { ...state, acting: true };
    say(step.caption, false);
    show();
    try {
      await perform(mine, step);
    } catch (fault) {
      if (mine !== hands) return;
      state = { ...state, failed: true, playing: false };
      say(`This step could not be done, so the demonstration has stopped. ${fault.message}`, true);
    }
    if (mine !== hands) return;
    state = { ...state, acting: false };
    show();
    schedule();
  };

  const advance = async () => {
    clearTimeout(timer);
    if (state.acting || isOver()) return;
    state = { ...state, index: state.index + 1 };
    await run();
  };

  const close = () => {
    clearTimeout(timer);
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
      void run();
    },
  };
};
