/** The time it is in the rehearsal: shown, and moved on by whoever rehearses. Hidden where time cannot be moved. */
import { api } from './api.js';
import { dayOf, timeOf } from './time.js';

const shownAs = (instant) => `${dayOf(instant)}, ${timeOf(instant)}`;

/** Clocks of two machines, or two requests, differ a little. */
const aheadMs = 60_000;

export const offerClock = ({ setting, banner, announce }) => {
  const shown = setting.querySelector('[data-testid="clock"]');
  const buttons = [...setting.querySelectorAll('[data-advance]')];

  const draw = ({ now }) => {
    shown.textContent = shownAs(now);
    const isAhead = Date.parse(now) - Date.now() > aheadMs;
    banner.hidden = !isAhead;
    banner.textContent = isAhead ? ` – it is ${shownAs(now)} here` : '';
    setting.hidden = false;
  };

  const show = async () => {
    const known = await api.clock().catch(() => null);
    if (known !== null) draw(known);
  };

  const moveOn = async (button) => {
    for (const each of buttons) each.disabled = true;
    announce('Time is moving on.');
    try {
      const known = await api.moveClock(button.dataset.advance);
      draw(known);
      announce(`It is now ${shownAs(known.now)}.`);
    } catch (fault) {
      announce(fault.message);
    } finally {
      for (const each of buttons) each.disabled = false;
      button.focus();
    }
  };

  for (const button of buttons) button.addEventListener('click', () => void moveOn(button));
  // Time passes by itself as well.
  setInterval(() => void show(), 20_000);
  return { show };
};
