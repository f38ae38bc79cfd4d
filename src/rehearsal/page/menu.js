/** The menu behind “…” on a card: what a client shows there is its own affair; this one is a list under the button. */
import { element } from './element.js';

const place = (menu, under) => {
  const { left, top, bottom } = under.getBoundingClientRect();
  const fitsBelow = bottom + menu.offsetHeight + 4 <= globalThis.innerHeight;
  menu.style.left = `${Math.max(8, Math.min(left, globalThis.innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${fitsBelow ? bottom + 4 : Math.max(8, top - menu.offsetHeight - 4)}px`;
};

/** Opens a menu of `items`, each `{ title, run }`, under the button. It closes at a choice, at Escape, and at a press elsewhere. */
export const openMenu = (button, items) => {
  const menu = element(
    'div',
    { class: 'menu', role: 'menu', popover: 'auto', 'aria-label': 'More options' },
    items.map(({ title, run }) =>
      element(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          tabindex: '-1',
          'data-action': title,
          onclick: () => {
            menu.hidePopover();
            run();
          },
        },
        title,
      ),
    ),
  );
  const move = (event) => {
    const all = [...menu.children];
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') menu.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length).focus();
  };
  menu.addEventListener('keydown', move);
  menu.addEventListener('toggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState === 'closed') menu.remove();
  });
  document.getElementById('main').append(menu);
  menu.showPopover();
  place(menu, button);
  menu.firstElementChild.focus();
};
