/** The tabs of a channel: what is posted in it, and who sees that. */
import { avatar, element } from './element.js';

const memberLine = (person) =>
  element(
    'li',
    {},
    avatar(person),
    element(
      'span',
      {},
      element('span', { class: 'person-name' }, person.name),
      element('span', { class: 'person-title' }, `${person.title}, ${person.agency}`),
    ),
  );

const membersPanel = (members) =>
  element(
    'section',
    { class: 'members', 'aria-label': 'Members', hidden: true, tabindex: '0' },
    element('p', {}, `These ${members.length} people see what is posted here.`),
    element('ul', {}, members.map(memberLine)),
  );

/** `posts` are the parts of the page that show the posts. Returns the tabs, and the panel to put beside those parts. */
export const createChannelTabs = (members, posts) => {
  const panel = membersPanel(members);
  const show = (name) => {
    for (const part of posts) part.hidden = name !== 'posts';
    panel.hidden = name !== 'members';
    for (const tab of tabs.children) {
      if (tab.dataset.tab === name) tab.setAttribute('aria-current', 'true');
      else tab.removeAttribute('aria-current');
    }
  };
  const tab = (name, words) =>
    element('button', { type: 'button', class: 'tab', 'data-tab': name, onclick: () => show(name) }, words);
  const tabs = element(
    'nav',
    { class: 'tabs', 'aria-label': 'Channel' },
    tab('posts', 'Posts'),
    tab('members', 'Members'),
  );
  show('posts');
  return { tabs, panel };
};
