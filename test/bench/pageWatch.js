/**
 * In the page: marks the moments at which it shows what the bench waits for, by what is on it and not by what it says
 * of itself. A mark is made after the frame in which it was drawn.
 */
globalThis.pageWatch = (() => {
  const isInSight = (node) => {
    const { top, bottom, height } = node.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < globalThis.innerHeight;
  };
  /** Resolves when `look` finds it, and the frame with it has been drawn. */
  const when = (name, look) =>
    new Promise((resolve) => {
      const check = () => {
        if (!look()) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.mark(name).startTime)));
      };
      const observer = new MutationObserver(check);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      check();
    });
  const newest = () => [...document.querySelectorAll('.message')].at(-1);

  return {
    /** Every message is there and the newest is in sight, whole. */
    shown: (count) =>
      when('shown', () => {
        const messages = document.querySelectorAll('.message');
        const last = messages[messages.length - 1];
        return messages.length >= count && isInSight(last) && last.querySelector('.message-text, .ac-adaptiveCard');
      }),
    /** Every card is drawn, those out of sight too. */
    whole: (cards) => when('whole', () => document.querySelectorAll('.ac-adaptiveCard').length >= cards),
    /** The place is open and says that nothing is in it. */
    empty: () => when('empty', () => document.querySelector('.empty')),
    /** When these words are on a card in sight, as a time of day that other processes know too. */
    reads: async (words) => {
      const at = await when('reads', () => {
        const found = [...document.querySelectorAll('.ac-textBlock')].find(
          (block) => block.textContent.trim() === words,
        );
        return found && isInSight(found) && newest();
      });
      return performance.timeOrigin + at;
    },
  };
})();
