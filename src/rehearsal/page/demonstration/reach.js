/** What the hands of the demonstration can do with anything on the page: wait for it, show it, and use it. */
const still = matchMedia('(prefers-reduced-motion: reduce)');
const patienceMs = 15_000;

/** These hands were let go: whoever holds them knows. */
export class LetGo extends Error {}

export const isShown = (node) => node.offsetParent !== null;
export const byAttribute = (name, value) => `[${name}="${CSS.escape(value)}"]`;
export const shownIn = (outer, selector) => [...outer.querySelectorAll(selector)].find(isShown);
export const main = () => document.getElementById('main');

/** Shows it whole, or its beginning where it is longer than the screen. */
export const scrollTo = (node) => {
  const pane = node.closest('.log, .mail-list, .people-list') ?? document.documentElement;
  // As a person's own scrolling: what arrives meanwhile does not push it away.
  pane.dispatchEvent(new Event('wheel'));
  const isTall = node.offsetHeight > Math.min(pane.clientHeight, globalThis.innerHeight);
  node.scrollIntoView({ block: isTall ? 'start' : 'nearest', behavior: still.matches ? 'auto' : 'smooth' });
};

/** A reach that ends, with `LetGo`, at whatever is next waited for after `letGo()`. */
export const createReach = () => {
  let free = false;
  const pause = (ms) =>
    new Promise((resolve, reject) => {
      setTimeout(() => (free ? reject(new LetGo()) : resolve()), ms);
    });
  return {
    pause,
    /** What `find` finds, as soon as it does; without it in time, rejects with the sentence `complaint` gives. */
    wait: async (find, complaint) => {
      const end = Date.now() + patienceMs;
      for (;;) {
        const found = find();
        if (found) return found;
        if (Date.now() > end) throw new Error(complaint());
        await pause(100);
      }
    },
    /** Shows what is about to be used for `ms`, and then does `use`. */
    withHighlight: async (node, ms, use) => {
      scrollTo(node);
      node.classList.add('in-hand');
      try {
        await pause(ms);
        await use();
      } finally {
        node.classList.remove('in-hand');
      }
    },
    letGo: () => {
      free = true;
    },
  };
};
