/**
 * Draws cards a few at a time, the last first: those at the end of a conversation are what its reader sees, and a long
 * one would keep them waiting. Between any two bouts the page answers whoever types, presses or scrolls.
 */
const boutMs = 8;

export const createDrawing = () => {
  let waiting = [];
  let timer;
  const bout = () => {
    const end = performance.now() + boutMs;
    while (waiting.length > 0 && performance.now() < end) waiting.pop().draw();
    if (waiting.length > 0) timer = setTimeout(bout);
  };
  return {
    /** `messages` are in the order in which they stand. */
    begin: (messages) => {
      waiting = [...messages];
      timer = setTimeout(bout);
    },
    stop: () => {
      clearTimeout(timer);
      waiting = [];
    },
  };
};
