/** Keeps the keyboard where it is when a part of the page is drawn again. */
const caretOf = ({ selectionStart, selectionEnd }) =>
  selectionStart === null || selectionStart === undefined ? null : [selectionStart, selectionEnd];

/**
 * Notes where in `old` the focus is, and returns what puts it back into the part that replaces it. A part the person
 * has asked for takes the focus that was nowhere; focus that is elsewhere on the page is left there.
 */
export const focusIn = (old, isAskedFor) => {
  const active = document.activeElement;
  const wasInside = old.contains(active);
  const input = wasInside ? active.closest('[data-input]')?.dataset.input : undefined;
  const caret = wasInside ? caretOf(active) : null;
  return (next) => {
    if (!wasInside && !(isAskedFor && active === document.body)) return;
    const same = input && next.querySelector(`[data-input="${CSS.escape(input)}"] :is(input, textarea, select)`);
    const target = same ?? next.querySelector('.card > .ac-adaptiveCard') ?? next;
    if (!target.matches(':any-link, button, input, textarea, select, [tabindex]')) target.tabIndex = -1;
    target.focus({ preventScroll: Boolean(same) });
    if (same && caret) same.setSelectionRange(...caret);
  };
};
