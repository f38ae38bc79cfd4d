/** Answering one question of a form by hand: typing, choosing, ticking. */
const still = matchMedia('(prefers-reduced-motion: reduce)');

const tell = (control, ...events) => {
  for (const name of events) control.dispatchEvent(new Event(name, { bubbles: true }));
};

/** Types so that it can be watched, at most a second and a half. */
const type = async (control, text, pause) => {
  control.focus({ preventScroll: true });
  const steps = still.matches ? 1 : Math.min(text.length, 40);
  for (let step = 1; step <= steps; step += 1) {
    control.value = text.slice(0, Math.ceil((text.length * step) / steps));
    tell(control, 'input');
    await pause(25);
  }
  tell(control, 'change');
};

/** The words beside a box, or above an input. */
export const labelled = (control) =>
  (control.labels?.[0] ?? control.closest('[data-input], div')?.querySelector('label'))?.textContent.trim() ??
  control.getAttribute('aria-label') ??
  '';

/** What stands in an input of one answer. */
export const answeredWith = (outer) => outer.querySelector('select, textarea, input')?.value ?? '';

/** Ticks the choices named by value or by label; a toggle takes true or false. */
const tick = (boxes, value) => {
  const wanted = typeof value === 'boolean' ? null : [value].flat().map(String);
  const isWanted = (box) => (wanted === null ? value : wanted.includes(box.value) || wanted.includes(labelled(box)));
  if (wanted !== null && !boxes.some(isWanted)) throw new Error(`There is no choice “${wanted.join(', ')}” here.`);
  for (const box of boxes) if (box.checked !== isWanted(box)) box.click();
};

const select = (list, value) => {
  const option = [...list.options].find((o) => o.value === String(value) || o.textContent.trim() === String(value));
  if (!option) throw new Error(`There is no choice “${value}” here.`);
  list.value = option.value;
  tell(list, 'change');
};

/** Answers whatever input is inside `outer`. Choices may be given by value or by their words, several as a list. */
export const answer = async (outer, value, pause) => {
  const boxes = [...outer.querySelectorAll('input[type="radio"], input[type="checkbox"]')];
  const list = outer.querySelector('select');
  const control = outer.querySelector('textarea, input:not([type="checkbox"])');
  if (control && outer.matches('.composer')) return type(control, String(value), pause);
  if (boxes.length > 0) return tick(boxes, value);
  if (list) return select(list, value);
  if (!/^(date|time|number)$/.test(control.type)) return type(control, String(value), pause);
  control.value = String(value);
  tell(control, 'input', 'change');
};
