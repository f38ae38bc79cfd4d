/** One card on a page of its own, drawn as the rehearsal draws it, and what can be seen of it from inside the page. */
import { createCard } from './card.js';
import { fieldsCut, textsCut, wordsBroken } from './cutOff.js';
import { isInSight, nameOf, words } from './sight.js';

let card;
/** What it has sent since this was last asked. */
let sent = [];
globalThis.open = (url) => sent.push(url);

/** `typed` is what somebody has filled in. Inner cards are open, so that all there is can be looked at. */
const draw = (json, typed) => {
  card = createCard(json, { typed, onPress: ({ verb, type }) => sent.push(verb ?? type) }).root;
  card.tabIndex = -1;
  document.getElementById('place').replaceChildren(card);
};
const openInnerCards = () => {
  for (const button of card.querySelectorAll('.ac-pushButton.expandable')) button.click();
};

const all = (selector) => [...card.querySelectorAll(selector)].filter(isInSight);

/** What the keyboard has to come to. Of radio buttons that belong together it comes to one, and arrows go to the others. */
const stopOf = (node) => (node.type === 'radio' ? card.querySelector(`input[name="${node.name}"]`) : node);
const stops = () => [
  ...new Set(all('input, select, textarea, button, a[href], [role="button"], [tabindex="0"]').map(stopOf)),
];
const whereKeyboardIs = () =>
  card.contains(document.activeElement) ? stops().indexOf(stopOf(document.activeElement)) : 'outside';

const buttons = () => all('button, [role="button"], a[href]');

/** What is different after a press that was answered: something was sent, or something came into sight or went. */
const answer = () => `${sent.join()}\n${card.innerText}`;

/** Also what belongs to it by id, as long as it is seen: an example inside a field goes away at the first key. */
const labelsOf = (node) =>
  [
    ...(node.labels ?? []),
    ...(node.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)),
  ].filter((label) => label !== null && isInSight(label) && words(label.textContent) !== '');

globalThis.cardPage = {
  draw,
  openInnerCards,
  stops: () => stops().map(nameOf),
  beforeCard: () => card.focus(),
  whereKeyboardIs,
  buttons: () => buttons().map(nameOf),
  focusButton: (at) => buttons()[at].focus(),
  answer,
  cutOff: () => [...textsCut(card), ...wordsBroken(card), ...fieldsCut(card)],
  unlabelled: () =>
    all('input, select, textarea')
      .filter((node) => labelsOf(node).length === 0)
      .map((node) => `${nameOf(node)} has no label`),
};
