/** The people one can be, and the places of the person one is. */
import { avatar, element, icon } from './element.js';

const badge = (count) =>
  element('span', { class: 'badge' }, String(count), element('span', { class: 'hidden' }, ' unread'));

/**
 * Buttons are made once and brought up to date where they are: a button that was replaced under somebody's finger, or
 * under the focus, would not be pressed.
 */
const showUnread = (button, count) => {
  button.querySelector('.badge')?.remove();
  if (count > 0) button.append(badge(count));
};
const showCurrent = (button, current) => {
  if (current) button.setAttribute('aria-current', current);
  else button.removeAttribute('aria-current');
};

/** What waits for this person alone: the bot's messages to them, and mail. The channel is everybody's. */
export const unreadOf = (person) =>
  (person.places.find(({ place }) => place === 'chat')?.unread ?? 0) + person.unreadMail;

/** Neighbours in the cast from one agency stand together; somebody with no part in the case is set apart. */
const byAgency = (people) => {
  const groups = [];
  for (const person of people) {
    if (groups.at(-1)?.agency === person.agency) groups.at(-1).members.push(person);
    else groups.push({ agency: person.agency, members: [person] });
  }
  return groups.map(({ agency, members }, index) => {
    const isAgain = groups.findIndex((group) => group.agency === agency) < index;
    const heading = isAgain
      ? `More at ${agency}`
      : members[0].roles.length === 0
        ? `Not part of this: ${agency}`
        : agency;
    return { heading, members };
  });
};

const personButton = (person, choose) =>
  element(
    'button',
    { type: 'button', class: 'person', 'data-person': person.id, onclick: () => choose(person.id) },
    avatar(person),
    element(
      'span',
      { class: 'person-words' },
      element('span', { class: 'person-name' }, person.name),
      element('span', { class: 'person-title' }, person.title),
    ),
  );

const agencySection = ({ heading, members }, index, choose) =>
  element(
    'section',
    { 'aria-labelledby': `agency-${index}` },
    element('h3', { class: 'agency', id: `agency-${index}` }, heading),
    element(
      'ul',
      {},
      members.map((person) => element('li', {}, personButton(person, choose))),
    ),
  );

export const drawPeople = (list, { people, me, choose }) => {
  if (list.childElementCount === 0) {
    list.append(...byAgency(people).map((agency, index) => agencySection(agency, index, choose)));
  }
  for (const person of people) {
    const button = list.querySelector(`[data-person="${person.id}"]`);
    showUnread(button, unreadOf(person));
    showCurrent(button, person.id === me.id && 'true');
  }
};

const placeButton = (place, choose) =>
  element(
    'li',
    {},
    element(
      'button',
      { type: 'button', class: 'place', 'data-place': place.place, onclick: () => choose(place.place) },
      icon(place.place),
      element('span', { class: 'place-name' }, place.name),
    ),
  );

/** Everything a person can open: their places in Teams, and their mailbox. */
export const placesWithMail = (person) => [
  ...person.places,
  { place: 'mail', name: 'Mailbox', unread: person.unreadMail },
];

/** The places of another person may be others: those that are gone go, and those they have too stay. */
export const drawPlaces = (list, { me, current, choose }) => {
  const places = placesWithMail(me);
  const buttonOf = (name) => list.querySelector(`[data-place="${name}"]`);
  for (const button of list.querySelectorAll('[data-place]')) {
    if (places.every(({ place }) => place !== button.dataset.place)) button.closest('li').remove();
  }
  places.forEach((place, index) => {
    if (!buttonOf(place.place)) list.insertBefore(placeButton(place, choose), list.children[index] ?? null);
    const button = buttonOf(place.place);
    showUnread(button, place.unread);
    showCurrent(button, place.place === current && 'page');
  });
};

/** Who one is now, in words that cannot be missed. */
export const drawMe = (box, { me, openPeople }) => {
  if (box.dataset.me === me.id) return;
  box.dataset.me = me.id;
  box.replaceChildren(
    element(
      'div',
      { class: 'me-head' },
      avatar(me, 'large'),
      element(
        'div',
        {},
        element('p', { class: 'me-now' }, 'You are now'),
        element('h2', { id: 'me-name', 'data-testid': 'me' }, me.name),
      ),
    ),
    element('p', { class: 'me-title' }, `${me.title}, ${me.agency}`),
    element('p', { class: 'me-note' }, me.note),
    element(
      'button',
      { type: 'button', class: 'button small', 'data-testid': 'open-people', onclick: openPeople },
      'Be someone else',
    ),
  );
};
