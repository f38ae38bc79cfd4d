/**
 * Plays the guided demonstration. Each step goes where it happens, says what will be done and why, leaves time to read,
 * does it with the page's own controls, and leaves time to see; Next cuts either time short. What was done stays done:
 * going back shows it again, and going on from there does nothing twice. Whoever uses the page meanwhile pauses it. A
 * step that cannot be done stops it, says so, and may be tried again.
 */
import { createHands } from './hands.js';
import { createOwn } from './own.js';
import { createPanel } from './panel.js';
import { LetGo } from './reach.js';

const wordsAMinute = 180;
/** Nobody reads a whole card: the part that has changed is in its first lines. */
const mostWordsSeen = 40;
const shortestMs = 2_500;
const readingMs = (text, most = Infinity) =>
  Math.max(shortestMs, (Math.min(most, text.split(/\s+/).length) * 60_000) / wordsAMinute);

/**
 * Prepares the demonstration in `root`. `script()` resolves to `{ title, steps }` when it begins; `now()` is the time in
 * the rehearsal; `onOpen(isOpen)` is called when it begins and ends. `start()` begins at the first step.
 */
export const createDemonstration = (root, { script, now, onOpen }) => {
  let steps = [];
  let own;
  /** The step that is shown; how many acts of which step are done; and whether it goes on by itself. */
  let at = 0;
  let done = { step: 0, acts: 0 };
  /** By step, the message it was about. */
  const used = new Map();
  let isPlaying = false;
  let hasFailed = false;
  /** What happens when the time to read or see is over, and the timer that says so. */
  let then;
  let timer;
  /** The hands at work now. */
  let hands;

  const captionOf = ({ caption }) => (typeof caption === 'function' ? caption(own) : caption);
  const actsOf = ({ acts }) => (typeof acts === 'function' ? acts(own) : acts);
  const isDone = (step) => step < done.step;
  const isOver = () => done.step === steps.length && at === steps.length - 1;

  const show = () =>
    panel.show({
      at: at + 1,
      of: steps.length,
      mayGoOn: then !== undefined,
      mayGoBack: at > 0,
      isPlaying,
      isOver: isOver() && then === undefined && !hands,
      hasFailed,
    });

  const goOn = () => {
    clearTimeout(timer);
    const act = then;
    then = undefined;
    act?.();
  };
  /** Does `act` after `ms`; while it is paused, when Next or Play says so. */
  const after = (ms, act) => {
    clearTimeout(timer);
    then = act;
    if (isPlaying) timer = setTimeout(goOn, ms);
    show();
  };

  /** Does `work` with hands of its own, and `proceed` if nothing came between. */
  const withHands = async (work, proceed) => {
    const mine = createHands(own, now);
    hands = mine;
    show();
    try {
      await work(mine);
    } catch (fault) {
      if (mine !== hands || fault instanceof LetGo) return;
      hands = undefined;
      fail(fault);
      return;
    }
    if (mine !== hands) return;
    hands = undefined;
    proceed();
    show();
  };

  const fail = (fault) => {
    hasFailed = true;
    isPlaying = false;
    panel.remark(`This step could not be done, so the demonstration has stopped. ${fault.message}`, 'fault');
    then = () => begin(at);
    show();
  };

  const begin = (index) => {
    at = index;
    hasFailed = false;
    const step = steps[index];
    const acts = actsOf(step);
    panel.say(captionOf(step));
    panel.remark(null);
    const time = readingMs(captionOf(step));
    if (isDone(index)) {
      void withHands(
        (mine) => mine.goBackTo(acts.at(-1), used.get(index)),
        () => index < steps.length - 1 && after(time, () => begin(index + 1)),
      );
    } else {
      void withHands(
        async (mine) => done.acts < acts.length && mine.lookAt(acts[done.acts]),
        () => after(time, () => perform(acts)),
      );
    }
  };

  const perform = (acts) => {
    let seen = '';
    void withHands(
      async (mine) => {
        for (let act = Math.min(done.acts, acts.length - 1); act < acts.length; act += 1) {
          // Whoever paused it may have done so between an act and what came of it: then only that is left.
          const isDone = act < done.acts;
          const did = () => {
            done = { ...done, acts: act + 1 };
          };
          try {
            const about = isDone ? await mine.lookForOutcome(acts[act]) : await mine.perform(acts[act], did);
            seen = about.textContent;
            used.set(at, about.dataset.message);
          } catch (fault) {
            if (!(fault instanceof LetGo)) done = { ...done, acts: act };
            throw fault;
          }
        }
        done = { step: done.step + 1, acts: 0 };
      },
      () => {
        if (at < steps.length - 1) after(readingMs(seen, mostWordsSeen), () => begin(at + 1));
      },
    );
  };

  const letGo = () => {
    clearTimeout(timer);
    then = undefined;
    hands?.letGo();
    hands = undefined;
  };
  /** What is in the middle of being done is left, and gone on with from there. */
  const hold = () => {
    isPlaying = false;
    if (hands) {
      letGo();
      then = () => begin(at);
    }
    clearTimeout(timer);
    show();
  };
  const play = () => {
    isPlaying = true;
    if (then) timer = setTimeout(goOn, 600);
    show();
  };

  const panel = createPanel(root, {
    back: () => {
      if (at === 0) return;
      isPlaying = false;
      letGo();
      begin(at - 1);
    },
    next: () => goOn(),
    play: () => (isPlaying ? hold() : play()),
    stop: () => close(),
  });

  /** Somebody uses the page: where they went is theirs, until they say so. */
  const interrupt = () => {
    if (!panel.isOpen() || hasFailed || isOver()) return;
    hold();
    then = () => begin(at);
    panel.remark('Paused, because you used the page. Next or Play goes back to where it was.', 'paused');
    show();
  };
  /** Hands press and type by program; only a person's events are trusted. Moving the focus is not yet using anything. */
  const isElsewhere = ({ isTrusted, target, key }) =>
    isTrusted && key !== 'Tab' && key !== 'Shift' && !panel.contains(target) && !target.closest?.('.banner, .skip');
  for (const name of ['click', 'keydown']) {
    document.addEventListener(name, (event) => isElsewhere(event) && interrupt(), { capture: true });
  }

  const close = () => {
    letGo();
    panel.close();
    onOpen(false);
  };

  return {
    start: async () => {
      if (panel.isOpen()) return;
      const told = await script();
      steps = told.steps;
      own = createOwn(document.getElementById('main'));
      done = { step: 0, acts: 0 };
      used.clear();
      isPlaying = true;
      panel.open(told.title);
      onOpen(true);
      begin(0);
    },
  };
};
