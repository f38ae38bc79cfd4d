/** Where a conversation is scrolled to: its end, until the person looks elsewhere or is writing in it. */
import { element } from './element.js';

/** Then the list of places does not stay in sight (frame.css). */
const isShort = matchMedia('(max-height: 540px)');

const isWritingIn = (log) =>
  log.contains(document.activeElement) && document.activeElement.matches('input, textarea, select');

export const createScrolling = (log) => {
  const button = element(
    'button',
    { type: 'button', class: 'button primary small newer', hidden: true },
    'Show new messages',
  );
  /** On a narrow screen the page scrolls as a whole. */
  const scroller = () => (getComputedStyle(log).overflowY === 'visible' ? document.scrollingElement : log);
  const height = () => Math.min(log.clientHeight, globalThis.innerHeight);
  // Where little fits, the page begins where one is, and says that there is more.
  let following = !isShort.matches;

  // Only a person's own scrolling says whether they want to be shown what comes next.
  let byHand = false;
  for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    log.addEventListener(name, () => (byHand = true), { passive: true });
  }
  const scrolled = () => {
    const { scrollHeight, scrollTop, clientHeight } = scroller();
    const isAtEnd = scrollHeight - scrollTop - clientHeight < 60;
    if (byHand) following = isAtEnd;
    if (isAtEnd) button.hidden = true;
  };
  log.addEventListener('scroll', scrolled);
  document.addEventListener('scroll', scrolled);

  /** Shows a message whole, or its beginning when it is longer than the screen. */
  const reveal = (node) => {
    byHand = false;
    node.scrollIntoView({ block: node.offsetHeight > height() ? 'start' : 'nearest' });
  };
  const toEnd = () => {
    byHand = false;
    scroller().scrollTop = scroller().scrollHeight;
    const last = [...log.querySelectorAll('.message')].at(-1);
    if (last && last.offsetHeight > height()) reveal(last);
  };
  button.addEventListener('click', () => {
    following = true;
    button.hidden = true;
    toEnd();
  });

  /** Set when the person has said something themselves: then they are shown it, wherever they are. */
  let isOwn = false;
  return {
    newer: element('div', { class: 'newer-line' }, button),
    reveal,
    follow: () => {
      following = true;
      isOwn = true;
    },
    /** Messages have come. They do not push away what somebody is writing. */
    arrived: () => {
      if (following && (isOwn || !isWritingIn(log))) toEnd();
      else button.hidden = false;
      isOwn = false;
    },
    close: () => document.removeEventListener('scroll', scrolled),
  };
};
