/** The people one can be, and who one is now. */
import { avatar, element } from './element.js';
import { showCurrent, showUnread } from './marks.js';

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
