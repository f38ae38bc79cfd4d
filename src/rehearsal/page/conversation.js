/** A place where people talk: draws its messages, keeps what has not changed, and follows new ones. */
import { api } from './api.js';
import { createChannelTabs } from './channelTabs.js';
import { composerFor } from './composer.js';
import { createDrawing } from './drawing.js';
import { element } from './element.js';
import { focusIn } from './focus.js';
import { createMessage, versionOf } from './message.js';
import { oneAtATime } from './oneAtATime.js';
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

/** So many of the last messages fill any screen. */
const drawnAtOnce = 12;

/** Shows a place to `me` inside `main`. Returns `update()` to ask for what is new in it, and `close()`. */
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
  const drawing = createDrawing();
  let open = true;
  let first = true;
  let cursor = null;
  let newest = '';

  const look = (message) => {
    message.draw();
    void message.seen();
  };
  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const message = drawn.get(target.dataset.message);
      if (isIntersecting && !document.hidden && message) look(message);
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

  const name = (thread) => {
    if (isChannel) posts.name(thread);
  };

  const make = (message, previous = left.get(leftAs(message.id))) => {
    const kept = previous && !previous.replacing ? previous.kept() : undefined;
    const next = createMessage(message, { me, bot, personById, kept, onDrawn: name, onAnswered: answered });
    drawn.set(message.id, next);
    sight.observe(next.root);
    return next;
  };

  /** Puts a changed message in the old one's place, and the keyboard where it was. */
  const redraw = (message, previous) => {
    const putBack = focusIn(previous.root, previous.replacing);
    sight.unobserve(previous.root);
    const next = make(message, previous);
    previous.root.replaceWith(next.root);
    next.draw();
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
    const next = make(message);
    put(message, next.root);
    name(message.thread);
    if (first) return;
    next.root.classList.add('is-new');
    next.draw();
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
    drawing.stop();
    drawn.clear();
    changed.clear();
    posts.clear();
    lastDay = '';
    newest = '';
    inner.replaceChildren();
  };

  /** What stands last is drawn at once, and the rest when there is time. */
  const drawAll = () => {
    const standing = [...inner.querySelectorAll('.message')].map((root) => drawn.get(root.dataset.message));
    for (const message of standing.splice(-drawnAtOnce)) message.draw();
    drawing.begin(standing);
  };

  /** Messages as they were last answered that are not shown so yet. One in which a press is under way waits for its answer. */
  const changed = new Map();
  const show = () => {
    const sizeBefore = drawn.size;
    for (const message of changed.values()) {
      const previous = drawn.get(message.id);
      if (previous?.isBusy()) continue;
      changed.delete(message.id);
      if (!previous) add(message);
      else if (previous.version !== versionOf(message)) redraw(message, previous);
    }
    if (first) drawAll();
    if (drawn.size > sizeBefore) scrolling.arrived();
  };

  const update = oneAtATime(async () => {
    const answer = await api.conversation(me.id, place.place, cursor);
    if (!open) return;
    cursor = answer.cursor;
    const ids = new Set(answer.messages.map(({ id }) => id));
    const isCleared = answer.whole && [...drawn.keys()].some((id) => !ids.has(id));
    if (isCleared) clear();
    for (const message of answer.messages) {
      changed.set(message.id, message);
      if (message.id > newest) newest = message.id;
    }
    if (newest === '') {
      if (isCleared || first) showEmpty();
    } else {
      inner.querySelector('.empty')?.remove();
      show();
      if (!document.hidden) onSeen(newest);
    }
    first = false;
  });

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
        if (bottom > 0 && top < globalThis.innerHeight) look(message);
      }
    },
    close: () => {
      open = false;
      sight.disconnect();
      drawing.stop();
      scrolling.close();
      for (const [id, message] of drawn) left.set(leftAs(id), message);
    },
  };
};
