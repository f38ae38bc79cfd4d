/** What one sees of the guided demonstration, and its buttons, in a row of its own that covers nothing. */
import { element } from '../element.js';

/** `press` has what each button does: `back`, `next`, `play` and `stop`. */
export const createPanel = (root, press) => {
  const button = (name, words, more = '') =>
    element(
      'button',
      { type: 'button', class: `button ${more}`, 'data-testid': name, onclick: () => press[name]() },
      words,
    );
  const count = element('strong', { 'data-testid': 'step' });
  const procedure = element('span', { class: 'demonstration-procedure' });
  const bar = element('span');
  const caption = element('p', { 'data-testid': 'caption' });
  const remark = element('p', { class: 'demonstration-remark', 'data-testid': 'remark', hidden: true });
  const back = button('back', 'Back');
  const next = button('next', 'Next', 'primary');
  const play = button('play', 'Pause');
  const stop = button('stop', 'Stop');
  root.replaceChildren(
    element(
      'div',
      { class: 'demonstration-count' },
      element('h2', { class: 'hidden', id: 'demonstration-title' }, 'Guided demonstration'),
      count,
      procedure,
      element('div', { class: 'demonstration-bar' }, bar),
    ),
    element('div', { class: 'demonstration-caption', 'aria-live': 'polite', tabindex: '0' }, caption, remark),
    element('div', { class: 'demonstration-controls' }, back, next, play, stop),
  );

  /** A button that has the keyboard keeps it, though there is nothing to press just now. */
  const setIdle = (control, isIdle) => control.setAttribute('aria-disabled', String(isIdle));

  return {
    contains: (node) => root.contains(node),
    open: (title) => {
      procedure.textContent = title;
      root.hidden = false;
      next.focus({ preventScroll: true });
    },
    close: () => {
      root.hidden = true;
    },
    isOpen: () => !root.hidden,
    say: (words) => {
      if (caption.textContent !== words) caption.textContent = words;
    },
    /** `kind` is `fault` or `paused`; without words there is none. */
    remark: (words, kind) => {
      remark.textContent = words ?? '';
      remark.hidden = !words;
      remark.classList.toggle('fault', kind === 'fault');
    },
    show: ({ at, of, mayGoOn, mayGoBack, isPlaying, isOver, hasFailed }) => {
      count.textContent = `Step ${at} of ${of}`;
      bar.style.width = `${(at / of) * 100}%`;
      setIdle(next, !mayGoOn);
      next.textContent = hasFailed ? 'Try again' : 'Next';
      next.hidden = isOver;
      setIdle(back, !mayGoBack);
      play.textContent = isPlaying ? 'Pause' : 'Play';
      play.hidden = isOver || hasFailed;
      stop.textContent = isOver ? 'Close' : 'Stop';
    },
  };
};
