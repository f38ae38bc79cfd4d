/** What a button of a list says besides its name: how much is unread, and that it is the one that is open. */
import { element } from './element.js';

const badge = (count) =>
  element('span', { class: 'badge' }, String(count), element('span', { class: 'hidden' }, ' unread'));

/**
 * Buttons are made once and brought up to date where they are: a button that was replaced under somebody's finger, or
 * under the focus, would not be pressed.
 */
export const showUnread = (button, count) => {
  button.querySelector('.badge')?.remove();
  if (count > 0) button.append(badge(count));
};
export const showCurrent = (button, current) => {
  if (current) button.setAttribute('aria-current', current);
  else button.removeAttribute('aria-current');
};
