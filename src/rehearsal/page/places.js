/** The places of the person one is, as Teams lists them: the apps in a rail, and in each its channels, chats or mail. */
import { element, icon } from './element.js';
import { showCurrent, showUnread } from './marks.js';

const apps = [
  { app: 'teams', name: 'Teams', icon: 'teams', holds: ['channel'] },
  { app: 'chat', name: 'Chat', icon: 'chat', holds: ['chat', 'group'] },
  { app: 'mail', name: 'Mail', icon: 'mail', holds: ['mail'] },
];

/** Everything a person can open: their places in Teams, and their mailbox. */
export const placesWithMail = (person) => [
  ...person.places,
  { place: 'mail', name: 'Mailbox', team: null, unread: person.unreadMail },
];

const placesIn = (app, me) => app.holds.flatMap((name) => placesWithMail(me).filter(({ place }) => place === name));

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

const groupOf = ({ app, name }) =>
  element(
    'section',
    { class: 'place-group', 'data-group': app, 'aria-labelledby': `group-${app}` },
    element('h3', { id: `group-${app}` }, name),
    element('p', { class: 'team', hidden: true }),
    element('ul', { class: 'place-list' }),
  );

/** The places of another person may be others: those that are gone go, and those they have too stay. */
const drawGroup = (group, places, { current, choose }) => {
  const list = group.querySelector('.place-list');
  const buttonOf = (name) => list.querySelector(`[data-place="${name}"]`);
  group.hidden = places.length === 0;
  for (const button of list.querySelectorAll('[data-place]')) {
    if (places.every(({ place }) => place !== button.dataset.place)) button.closest('li').remove();
  }
  places.forEach((place, index) => {
    if (!buttonOf(place.place)) list.insertBefore(placeButton(place, choose), list.children[index] ?? null);
    const button = buttonOf(place.place);
    showUnread(button, place.unread);
    showCurrent(button, place.place === current && 'page');
  });
  const team = places.find((place) => place.team !== null)?.team;
  group.querySelector('.team').textContent = team ?? '';
  group.querySelector('.team').hidden = team === undefined;
};

export const drawPlaces = (box, { me, current, choose }) => {
  if (box.childElementCount === 0) box.append(...apps.map(groupOf));
  for (const app of apps) {
    drawGroup(box.querySelector(`[data-group="${app.app}"]`), placesIn(app, me), { current, choose });
  }
};

const appButton = (app, choose) =>
  element(
    'li',
    {},
    element(
      'button',
      { type: 'button', class: 'app', 'data-app': app.app, onclick: () => choose(app.app) },
      icon(app.icon),
      element('span', { class: 'app-name' }, app.name),
    ),
  );

/** The rail opens, of an app, the place that was open there last. */
const lastIn = new Map();

export const drawApps = (list, { me, current, choose }) => {
  if (list.childElementCount === 0) {
    const open = (name) => choose(lastIn.get(name));
    list.append(...apps.map((app) => appButton(app, open)));
  }
  for (const app of apps) {
    const places = placesIn(app, me);
    const button = list.querySelector(`[data-app="${app.app}"]`);
    const here = places.find(({ place }) => place === current);
    const kept = places.find(({ place }) => place === lastIn.get(app.app));
    lastIn.set(app.app, (here ?? kept ?? places[0])?.place);
    button.closest('li').hidden = places.length === 0;
    showUnread(
      button,
      places.reduce((sum, { unread }) => sum + unread, 0),
    );
    showCurrent(button, here !== undefined && 'true');
  }
};
