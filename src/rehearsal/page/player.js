/**
 * Plays the guided demonstration: says what happens and why, does it with the page's own controls, and waits for Next or
 * goes on by itself. A step that cannot be done stops it, and says so.
 *
 * A step is `{ as, place, caption, do }`. `do` is one of `{ say }`, `{ press, fill, on }`, `{ fill }`, `{ openMail }`,
 * `{ wait }`, or nothing. `place` is `channel`, `group`, `chat` or `mail`.
 */
import { element } from './element.js';
import { openMail, say, switchTo, useCard, waitFor } from './hands.js';

const perform = async (step) => {
  await switchTo(step.as, step.place);
  const act = step.do ?? {};
  if (act.say !== undefined) await say(act.say);
  if (act.press !== undefined || act.fill !== undefined) await useCard(act);
  if (act.openMail !== undefined) await openMail(act.openMail);
  if (act.wait !== undefined) await waitFor(act.wait);
};

/** Time to read a caption at an unhurried pace. */
const readingMs = (caption) => Math.max(3_500, caption.split(/\s+/).length * 330);

/** Prepares the demonstration in `panel`. `start()` begins at the first step. */
export const createDemonstration = (panel, script) => {
  let index = 0;
  let playing = true;
  let acting = false;
  let timer;

  const count = element('strong', { 'data-testid': 'step' });
  const bar = element('span');
  const caption = element('p', { class: 'demonstration-caption', 'aria-live': 'polite', 'data-testid': 'caption' });
  const next = element(
    'button',
    { type: 'button', class: 'button primary', 'data-testid': 'next', onclick: () => void advance() },
    'Next',
  );
  const play = element('button', {
    type: 'button',
    class: 'button',
    'data-testid': 'play',
    onclick: () => setPlaying(!playing),
  });
  const stop = element(
    'button',
    { type: 'button', class: 'button', 'data-testid': 'stop', onclick: () => close() },
    'Stop',
  );
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

  const isLast = () => index >= script.length - 1;
  const show = () => {
    count.textContent = `Step ${index + 1} of ${script.length}`;
    bar.style.width = `${((index + 1) / script.length) * 100}%`;
    next.disabled = acting || isLast();
    play.textContent = playing ? 'Pause' : 'Play';
    play.hidden = isLast() && !acting;
    stop.textContent = isLast() && !acting ? 'Finish' : 'Stop';
  };

  const schedule = () => {
    clearTimeout(timer);
    if (playing && !acting && !isLast()) timer = setTimeout(() => void advance(), readingMs(script[index].caption));
  };
  const setPlaying = (value) => {
    playing = value;
    show();
    schedule();
  };

  const run = async () => {
    const step = script[index];
    acting = true;
    caption.textContent = step.caption;
    caption.classList.remove('failed');
    show();
    try {
      await perform(step);
    } catch (fault) {
      playing = false;
      caption.classList.add('failed');
      caption.textContent = `This step could not be done, so the demonstration has stopped. ${fault.message}`;
      index = script.length - 1;
    }
    acting = false;
    if (panel.hidden) return;
    show();
    schedule();
  };

  const advance = async () => {
    clearTimeout(timer);
    if (acting || isLast()) return;
    index += 1;
    await run();
  };

  const close = () => {
    clearTimeout(timer);
    playing = false;
    panel.hidden = true;
  };

  return {
    start: () => {
      if (acting) return;
      index = 0;
      playing = true;
      panel.hidden = false;
      panel.scrollIntoView({ block: 'nearest' });
      void run();
    },
  };
};
