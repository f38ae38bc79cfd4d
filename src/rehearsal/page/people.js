/** The people one can be, and the places of the person one is. */
import { avatar, element, icon } from './element.js';

const badge = (count, what) =>
  count > 0
    ? element('span', { class: 'badge' }, String(count), element('span', { class: 'hidden' }, ` ${what}`))
    : null;

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

const personButton = (person, me, choose) =>
  element(
    'button',
    {
      type: 'button',
      class: 'person',
      'data-person': person.id,
      'aria-current': person.id === me.id ? 'true' : undefined,
      onclick: () => choose(person.id),
    },
    avatar(person),
    element(
      'span',
      { class: 'person-words' },
      element('span', { class: 'person-name' }, person.name),
      element('span', { class: 'person-title' }, person.title),
    ),
    badge(unreadOf(person), 'unread'),
  );

/** Redraws the list without losing the keyboard's place in it. */
export const drawPeople = (list, { people, me, choose }) => {
  const focused = document.activeElement?.closest('[data-person]')?.dataset.person;
  list.replaceChildren(
    ...byAgency(people).map(({ heading, members }, index) =>
      element(
        'section',
        { 'aria-labelledby': `agency-${index}` },
        element('h3', { class: 'agency', id: `agency-${index}` }, heading),
        element(
          'ul',
          {},
          members.map((person) => element('li', {}, personButton(person, me, choose))),
        ),
      ),
    ),
  );
  if (focused && list.isConnected) list.querySelector(`[data-person="${focused}"]`)?.focus({ preventScroll: true });
};

const placeButton = (place, current, choose) =>
  element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        class: 'place',
        'data-place': place.place,
        'aria-current': place.place === current ? 'page' : undefined,
        onclick: () => choose(place.place),
      },
      icon(place.place),
      element('span', { class: 'place-name' }, place.name),
      badge(place.unread, 'unread'),
    ),
  );

/** Everything a person can open: their places in Teams, and their mailbox. */
export const placesWithMail = (person) => [
  ...person.places,
  { place: 'mail', name: 'Mailbox', unread: person.unreadMail },
];

export const drawPlaces = (list, { me, current, choose }) => {
  const focused = document.activeElement?.closest('[data-place]')?.dataset.place;
  list.replaceChildren(...placesWithMail(me).map((place) => placeButton(place, current, choose)));
  if (focused) list.querySelector(`[data-place="${focused}"]`)?.focus({ preventScroll: true });
};

/** Who one is now, in words that cannot be missed. */
export const drawMe = (box, { me, openPeople }) => {
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
