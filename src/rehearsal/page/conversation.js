/** A place where people talk: draws its messages, keeps what has not changed, and follows new ones. */
import { api } from './api.js';
import { createChannelTabs } from './channelTabs.js';
import { composerFor } from './composer.js';
import { element } from './element.js';
import { focusIn } from './focus.js';
import { createMessage, versionOf } from './message.js';
import { createPosts } from './posts.js';
import { createScrolling } from './scrolling.js';
import { dayOf } from './time.js';

const welcome = {
  channel: ['Nothing has been posted yet', 'A manager starts a strategy discussion here by typing /strategy.'],
  group: ['Nothing has been said yet', 'Ask the bot something by beginning with /strategy.'],
  chat: [
    'Nothing has been said yet',
    'What the bot sends to this person alone arrives here. They can ask it things too.',
  ],
};
const subtitle = (place, me) =>
  ({ channel: `Channel of the team ${place.team}`, group: 'Group chat', chat: `Only ${me.name} sees this` })[
    place.place
  ];

/** Messages as they were when a person left a place, with what they had typed in them. */
const left = new Map();

/** Shows a place to `me` inside `main`. Returns `update()` to ask again for its messages, and `close()`. */
export const openConversation = (main, { me, place, bot, personById, announce, onSeen }) => {
  const isChannel = place.place === 'channel';
  const inner = element('div', { class: `log-inner ${isChannel ? 'channel' : 'chat'}`, 'data-testid': 'messages' });
  const log = element(
    'div',
    { class: 'log', tabindex: '0', role: 'log', 'aria-live': 'off', 'aria-label': place.name },
    inner,
  );
  const scrolling = createScrolling(log);
  const composer = composerFor({
    me,
    place: place.place,
    bot,
    label: isChannel ? 'Start a new post' : 'Type a message',
  });
  const drawn = new Map();
  const leftAs = (id) => `${me.id}/${id}`;
  const posts = createPosts(inner, (thread) => composerFor({ me, place: place.place, thread, bot, label: 'Reply' }));
  let open = true;
  let first = true;

  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting && !document.hidden) void drawn.get(target.dataset.message)?.seen();
    }
  });

  const answered = (messageId, outcome) => {
    const message = drawn.get(messageId);
    if (!message) return;
    if (outcome.kind === 'card') {
      message.replacing = true;
      announce('The card has changed.');
    } else message.root.querySelector('.card-note')?.scrollIntoView({ block: 'nearest' });
    void update();
  };

  const draw = (message, previous = left.get(leftAs(message.id))) => {
    const kept = previous && !previous.replacing ? previous.kept() : undefined;
    const next = createMessage(message, { me, bot, personById, kept, onAnswered: answered });
    drawn.set(message.id, next);
    sight.observe(next.root);
    return next;
  };

  /** Puts a changed message in the old one's place, and the keyboard where it was. */
  const redraw = (message, previous) => {
    const putBack = focusIn(previous.root, previous.replacing);
    sight.unobserve(previous.root);
    const next = draw(message, previous);
    previous.root.replaceWith(next.root);
    putBack(next.root);
    if (previous.replacing) scrolling.reveal(next.root);
  };

  const put = (message, node) => {
    if (!isChannel) inner.append(node);
    else posts.put(message, node);
  };

  let lastDay = '';
  const addDay = (message) => {
    const day = dayOf(message.createdAt);
    if (day === lastDay || (isChannel && message.thread !== message.id)) return;
    lastDay = day;
    inner.append(element('div', { class: 'day', role: 'separator' }, day));
  };

  const add = (message) => {
    addDay(message);
    const next = draw(message);
    if (!first) next.root.classList.add('is-new');
    put(message, next.root);
    if (first) return;
    if (message.author === me.id) return scrolling.follow();
    const who = message.author === 'bot' ? bot.name : personById.get(message.author)?.name;
    announce(`New message from ${who}. ${message.text}`);
  };

  const showEmpty = () => {
    const [title, text] = welcome[place.place];
    const suggestions = ['/strategy', '/strategy help', '/strategy list'].map((command) =>
      element('button', { type: 'button', class: 'button small', onclick: () => composer.fill(command) }, command),
    );
    inner.replaceChildren(
      element(
        'div',
        { class: 'empty' },
        element('h3', {}, title),
        element('p', {}, text),
        element('div', { class: 'suggestions' }, suggestions),
      ),
    );
  };

  /** After everything was cleared: only the page's own is left, what somebody is typing included. */
  const clear = () => {
    sight.disconnect();
    drawn.clear();
    posts.clear();
    lastDay = '';
    inner.replaceChildren();
  };

  const update = async () => {
    const messages = await api.messages(me.id, place.place);
    if (!open) return;
    const ids = new Set(messages.map(({ id }) => id));
    const isCleared = [...drawn.keys()].some((id) => !ids.has(id));
    if (isCleared) clear();
    if (messages.length === 0) {
      if (isCleared || first) showEmpty();
      first = false;
      return;
    }
    inner.querySelector('.empty')?.remove();
    let added = false;
    for (const message of messages) {
      const previous = drawn.get(message.id);
      if (!previous) {
        add(message);
        added = true;
      } else if (previous.version !== versionOf(message) && !previous.isBusy()) redraw(message, previous);
    }
    posts.nameAll();
    if (added) scrolling.arrived();
    first = false;
    if (!document.hidden) onSeen(messages.at(-1).id);
  };

  const dock = element('div', { class: 'dock' }, composer.root);
  const head = element(
    'header',
    { class: 'main-head' },
    element('h2', {}, place.name),
    element('p', {}, subtitle(place, me)),
  );
  const shown = [log, scrolling.newer, dock];
  if (isChannel) {
    const members = [...personById.values()].filter(({ places }) => places.some((each) => each.place === place.place));
    const { tabs, panel } = createChannelTabs(members, shown);
    head.append(tabs);
    shown.push(panel);
  }
  main.replaceChildren(head, ...shown);
  return {
    update,
    /** A person came back to the page: what they see now may ask to be refreshed. */
    looked: () => {
      for (const message of drawn.values()) {
        const { top, bottom } = message.root.getBoundingClientRect();
        if (bottom > 0 && top < globalThis.innerHeight) void message.seen();
      }
    },
    close: () => {
      open = false;
      sight.disconnect();
      scrolling.close();
      for (const [id, message] of drawn) left.set(leftAs(id), message);
    },
  };
};
