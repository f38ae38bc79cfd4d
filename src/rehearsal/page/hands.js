/**
 * The hands of the demonstration: they use the page as a person does, and can do nothing a person cannot. Each resolves
 * when the thing is done and rejects with a sentence when it cannot be.
 */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const still = matchMedia('(prefers-reduced-motion: reduce)');
const patienceMs = 15_000;

/** Waits for `find` to find something. */
const wait = async (find, complaint) => {
  for (let waited = 0; waited < patienceMs; waited += 100) {
    const found = find();
    if (found) return found;
    await pause(100);
  }
  throw new Error(complaint);
};

const isShown = (node) => node.offsetParent !== null;
const main = () => document.getElementById('main');

const highlight = async (node, ms) => {
  node.scrollIntoView({ block: 'nearest', behavior: still.matches ? 'auto' : 'smooth' });
  node.classList.add('in-hand');
  await pause(ms);
  return () => node.classList.remove('in-hand');
};

const type = async (control, text) => {
  control.focus({ preventScroll: true });
  const steps = still.matches ? 1 : Math.min(text.length, 30);
  for (let step = 1; step <= steps; step += 1) {
    control.value = text.slice(0, Math.ceil((text.length * step) / steps));
    control.dispatchEvent(new Event('input', { bubbles: true }));
    await pause(25);
  }
  control.dispatchEvent(new Event('change', { bubbles: true }));
};

export const switchTo = async (person, place) => {
  const button = document.querySelector(`[data-person="${person}"]`);
  if (!button) throw new Error(`Nobody called “${person}” is in the rehearsal.`);
  if (button.getAttribute('aria-current') !== 'true') {
    const release = await highlight(button, 500);
    button.click();
    await wait(
      () => document.querySelector(`[data-person="${person}"][aria-current="true"]`),
      'The page did not switch.',
    );
    release();
  }
  const door = await wait(
    () => document.querySelector(`[data-place="${place}"]`),
    `There is no place “${place}” for this person.`,
  );
  if (door.getAttribute('aria-current') !== 'page') door.click();
  await wait(() => document.querySelector(`[data-place="${place}"][aria-current="page"]`), 'The place did not open.');
  await pause(300);
};

export const say = async (text) => {
  const box = await wait(() => document.querySelector('[data-testid="say"]'), 'There is nowhere to type here.');
  const release = await highlight(box.closest('form'), 200);
  await type(box, text);
  await pause(400);
  box.closest('form').requestSubmit();
  release();
};

/** The newest card that shows everything needed: the button, the inputs, and the words if any are given. */
const findCard = ({ press, fill = {}, on }) =>
  [...main().querySelectorAll('.card')].reverse().find((card) => {
    const has = (selector) => [...card.querySelectorAll(selector)].some(isShown);
    return (
      card.getAttribute('aria-busy') !== 'true' &&
      (press === undefined || has(`[data-action="${CSS.escape(press)}"]`)) &&
      Object.keys(fill).every((id) => has(`[data-input="${CSS.escape(id)}"]`)) &&
      (on === undefined || card.textContent.includes(on))
    );
  });

const labelOf = (box) =>
  (box.labels?.[0] ?? box.closest('div')?.querySelector('label'))?.textContent.trim() ??
  box.getAttribute('aria-label') ??
  '';

/** Ticks the choices named by value or by label; a toggle takes true or false. */
const choose = (boxes, value) => {
  const wanted = typeof value === 'boolean' ? null : [value].flat().map(String);
  const isWanted = (box) => (wanted === null ? value : wanted.includes(box.value) || wanted.includes(labelOf(box)));
  if (wanted !== null && !boxes.some(isWanted)) throw new Error(`There is no choice “${wanted.join(', ')}” here.`);
  for (const box of boxes) if (box.checked !== isWanted(box)) box.click();
};

const select = (list, value) => {
  const option = [...list.options].find((o) => o.value === String(value) || o.textContent.trim() === String(value));
  if (!option) throw new Error(`There is no choice “${value}” here.`);
  list.value = option.value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
};

const fillInput = async (outer, value) => {
  const release = await highlight(outer, 150);
  const boxes = [...outer.querySelectorAll('input[type="radio"], input[type="checkbox"]')];
  const list = outer.querySelector('select');
  const control = outer.querySelector('textarea, input');
  if (boxes.length > 0) choose(boxes, value);
  else if (list) select(list, value);
  else if (/^(date|time|number)$/.test(control.type)) {
    control.value = String(value);
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else await type(control, String(value));
  await pause(120);
  release();
};

const missing = ({ press, fill = {}, on }) => {
  const what = press === undefined ? `the questions ${Object.keys(fill).join(', ')}` : `the button “${press}”`;
  return `I looked for ${what}${on ? ` on the card with “${on}”` : ''} and it is not here.`;
};

/** Fills inputs by id, then presses the button with this title, on the newest card that has them. */
export const useCard = async (use) => {
  const card = await wait(() => findCard(use), missing(use));
  card.scrollIntoView({ block: 'nearest', behavior: still.matches ? 'auto' : 'smooth' });
  for (const [id, value] of Object.entries(use.fill ?? {})) {
    const outer = card.querySelector(`[data-input="${CSS.escape(id)}"]`);
    await fillInput(outer, value);
  }
  if (use.press === undefined) return;
  const button = [...card.querySelectorAll(`[data-action="${CSS.escape(use.press)}"]`)].find(isShown);
  const release = await highlight(button, 700);
  button.click();
  release();
  await wait(() => !card.isConnected || card.getAttribute('aria-busy') !== 'true', 'The bot did not answer.');
  await pause(300);
};

export const openMail = async (subject) => {
  const item = await wait(
    () => [...main().querySelectorAll('[data-mail]')].find((mail) => mail.dataset.subject.includes(subject)),
    `No mail with “${subject}” in its subject has arrived.`,
  );
  const release = await highlight(item, 600);
  item.click();
  release();
};

/** Waits for words to be shown, or for a number of milliseconds. */
export const waitFor = async (what) => {
  if (typeof what === 'number') return pause(what);
  await wait(() => main().textContent.includes(what), `I waited for “${what}” and it did not appear.`);
};
