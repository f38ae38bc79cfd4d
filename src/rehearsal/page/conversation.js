/** A place where people talk: draws its messages, keeps what has not changed, and follows new ones. */
import { api } from './api.js';
import { createComposer } from './composer.js';
import { element } from './element.js';
import { createMessage, versionOf } from './message.js';
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
  ({ channel: 'Channel of the Children’s safeguarding team', group: 'Group chat', chat: `Only ${me.name} sees this` })[
    place.place
  ];

/** Shows a place to `me` inside `main`. Returns `update()` to ask again for its messages, and `close()`. */
export const openConversation = (main, { me, place, bot, personById, announce, onSeen }) => {
  const isChannel = place.place === 'channel';
  const inner = element('div', { class: `log-inner ${isChannel ? 'channel' : 'chat'}`, 'data-testid': 'messages' });
  const log = element(
    'div',
    { class: 'log', tabindex: '0', role: 'log', 'aria-live': 'off', 'aria-label': place.name },
    inner,
  );
  const newer = element(
    'button',
    { type: 'button', class: 'button primary small newer', hidden: true },
    'Show new messages',
  );
  const composer = createComposer({
    me,
    place: place.place,
    bot,
    label: isChannel ? 'Start a new post' : 'Type a message',
  });
  const drawn = new Map();
  const posts = new Map();
  let following = true;
  let open = true;
  let first = true;

  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting && !document.hidden) void drawn.get(target.dataset.message)?.seen();
    }
  });

  // Only a person's own scrolling says whether they want to be shown what comes next.
  let byHand = false;
  for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    log.addEventListener(name, () => (byHand = true), { passive: true });
  }
  log.addEventListener('scroll', () => {
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    if (byHand) following = isAtEnd;
    if (isAtEnd) newer.hidden = true;
  });
  /** Shows a message whole, or its beginning when it is longer than the screen. */
  const reveal = (node) => {
    byHand = false;
    node.scrollIntoView({ block: node.offsetHeight > log.clientHeight ? 'start' : 'nearest' });
  };
  const toEnd = () => {
    byHand = false;
    log.scrollTop = log.scrollHeight;
    const last = [...inner.querySelectorAll('.message')].at(-1);
    if (last && last.offsetHeight > log.clientHeight) reveal(last);
  };
  newer.addEventListener('click', () => {
    following = true;
    newer.hidden = true;
    toEnd();
  });

  const answered = (messageId, outcome) => {
    const message = drawn.get(messageId);
    if (message && outcome.kind === 'card') {
      message.replacing = true;
      announce('The card has changed.');
    } else message?.root.querySelector('.card-note')?.scrollIntoView({ block: 'nearest' });
  };

  const draw = (message, previous) => {
    const kept = previous && !previous.replacing ? previous.typed() : undefined;
    const next = createMessage(message, { me, bot, personById, typed: kept, onAnswered: answered });
    drawn.set(message.id, next);
    sight.observe(next.root);
    return next;
  };

  /** Puts a changed message in the old one's place, and focus where it was. */
  const redraw = (message, previous) => {
    const active = document.activeElement;
    const focused = previous.root.contains(active) ? active.closest('[data-input]')?.dataset.input : undefined;
    const hadFocus = previous.root.contains(active) || previous.replacing;
    sight.unobserve(previous.root);
    const next = draw(message, previous);
    previous.root.replaceWith(next.root);
    if (!hadFocus) return;
    const input =
      focused && next.root.querySelector(`[data-input="${CSS.escape(focused)}"] :is(input, textarea, select)`);
    const target = input ?? next.root.querySelector('.card > .ac-adaptiveCard') ?? next.root;
    target.setAttribute('tabindex', target.getAttribute('tabindex') ?? '-1');
    target.focus({ preventScroll: Boolean(input) });
    if (previous.replacing) reveal(next.root);
  };

  const postFor = (message) => {
    const existing = posts.get(message.thread);
    if (existing) return existing;
    const replies = element('div', { class: 'replies' });
    const foot = element('div', { class: 'post-foot' });
    const root = element(
      'section',
      { class: 'post', 'data-thread': message.thread, 'aria-label': 'Post' },
      replies,
      foot,
    );
    const reply = element('button', { type: 'button', class: 'button quiet small' }, 'Reply');
    reply.addEventListener('click', () => {
      const box = createComposer({
        me,
        place: place.place,
        thread: message.thread,
        bot,
        label: 'Reply',
        onDone: () => foot.replaceChildren(reply),
      });
      foot.replaceChildren(box.root);
      box.focus();
    });
    foot.append(reply);
    const post = { root, replies };
    posts.set(message.thread, post);
    inner.append(root);
    return post;
  };

  const put = (message, node) => {
    if (!isChannel) inner.append(node);
    else if (message.id === message.thread) postFor(message).root.prepend(node);
    else postFor(message).replies.append(node);
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
    if (message.author === me.id) following = true;
    if (first || message.author === me.id) return;
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

  const update = async () => {
    const messages = await api.messages(me.id, place.place);
    if (!open) return;
    if (messages.length === 0) {
      if (drawn.size > 0 || first) showEmpty();
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
      } else if (previous.version !== versionOf(message)) redraw(message, previous);
    }
    if (added && following) toEnd();
    else if (added) newer.hidden = false;
    first = false;
    if (!document.hidden) onSeen(messages.at(-1).id);
  };

  main.replaceChildren(
    element('header', { class: 'main-head' }, element('h2', {}, place.name), element('p', {}, subtitle(place, me))),
    log,
    element('div', { class: 'newer-line' }, newer),
    element('div', { class: 'dock' }, composer.root),
  );
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
    },
  };
};
