/** One message as the person sees it: who, when, words, cards; and what happens when they press something in it. */
import { api } from './api.js';
import { createCard } from './card.js';
import { avatar, botAvatar, element } from './element.js';
import { renderMarkdown } from './markdown.js';
import { timeOf } from './time.js';

const minuteMs = 60_000;
/** Refreshes asked for from this page, by person and message: Teams asks again only after a minute or an edit. */
const refreshed = new Map();

/** Changes when the person would see something else. */
export const versionOf = ({ editedAt, viewAnsweredAt, deleted, reachedBot }) =>
  [editedAt, viewAnsweredAt, deleted, reachedBot].join('|');

const refreshOf = (message, me) => {
  const refresh = message.cards[0]?.refresh;
  const named = refresh?.userIds === undefined || refresh.userIds.includes(me.teams?.mri);
  return refresh?.action?.type === 'Action.Execute' && named ? refresh.action : null;
};

const isDue = (key, message) => {
  const last = refreshed.get(key);
  return last === undefined || last.editedAt !== message.editedAt || Date.now() - last.at > minuteMs;
};

const words = (message, bot) => {
  if (message.deleted) return element('p', { class: 'message-gone' }, 'This message has been deleted.');
  if (message.text === '') return null;
  if (message.author === 'bot' && message.textFormat !== 'plain') {
    const text = element('div', { class: 'message-text' });
    text.innerHTML = renderMarkdown(message.text);
    return text;
  }
  const mention = message.textFormat === 'mention' ? [element('span', { class: 'mention' }, bot.name), ' '] : [];
  return element('div', { class: 'message-text plain' }, ...mention, message.text);
};

const note = (text, isError) =>
  element(
    'p',
    { class: `card-note ${isError ? 'error' : ''}`, role: isError ? 'alert' : 'status', 'data-testid': 'note' },
    text,
  );

const noteFor = (outcome) => {
  if (outcome.kind === 'message') return note(outcome.text, false);
  if (outcome.kind === 'error') return note(outcome.message || 'Something went wrong. Please try again.', true);
  if (outcome.kind === 'unreachable') return note('Unable to reach app. Please try again.', true);
  return null;
};

/** The first words on a card, which are its heading. */
const headingOf = (card) => {
  const blocks = [card.body ?? []].flat().flatMap(function inside(part) {
    return [part, ...(part.items ?? []).flatMap(inside), ...(part.columns ?? []).flatMap(inside)];
  });
  const heading = blocks.find(({ type, style }) => type === 'TextBlock' && style === 'heading');
  return (heading ?? blocks.find(({ type }) => type === 'TextBlock'))?.text ?? '';
};

/** What a message is about, in a few words, to tell it from others by. */
const gistOf = ({ text, cards }) => (text || headingOf(cards[0] ?? {})).slice(0, 80);

/**
 * Makes a message for `me`; its cards come with `draw()`. `kept` is what they had typed in it, and been told under it,
 * when it changed. `onDrawn` is called when its cards are there, `onAnswered` when a press has been answered, before the
 * new card arrives.
 */
export const createMessage = (message, { me, bot, personById, kept, onDrawn, onAnswered }) => {
  const author = message.author === 'bot' ? null : personById.get(message.author);
  const body = element('div', { class: 'message-body' });
  const name = author?.name ?? bot.name;
  const root = element(
    'article',
    {
      class: `message ${message.author === me.id ? 'mine' : ''}`,
      'data-message': message.id,
      'data-author': message.author,
      'aria-label': [name, timeOf(message.createdAt), gistOf(message)].filter((part) => part !== '').join(', '),
    },
    author ? avatar(author) : botAvatar(),
    element(
      'div',
      { class: 'message-head' },
      element('span', { class: 'message-author' }, name),
      element('time', { class: 'message-time', datetime: message.createdAt }, timeOf(message.createdAt)),
      message.editedAt && !message.deleted ? element('span', { class: 'message-mark' }, 'Updated') : null,
      message.isPrivate ? element('span', { class: 'message-mark private' }, 'Only you can see this') : null,
    ),
    body,
  );
  const text = words(message, bot);
  if (text) body.append(text);
  if (message.reachedBot === false) {
    body.append(element('p', { class: 'message-undelivered' }, `${bot.name} did not answer. Is it running?`));
  }

  const key = `${me.id}/${message.id}`;
  let busy = false;
  const press = async (card, action, button) => {
    if (busy) return;
    busy = true;
    card.root.querySelector('.card-note')?.remove();
    card.root.setAttribute('aria-busy', 'true');
    button?.classList.add('is-waiting');
    // Its answer would take the place of what the person is about to be given.
    await refreshed.get(key)?.answered;
    const outcome = await api
      .press({ person: me.id, message: message.id, action })
      .catch((fault) => ({ kind: 'error', message: fault.message }));
    busy = false;
    card.root.removeAttribute('aria-busy');
    button?.classList.remove('is-waiting');
    const remark = noteFor(outcome);
    if (remark) card.root.append(remark);
    onAnswered(message.id, outcome);
  };

  const makeCard = (json, index) => {
    const card = createCard(json, {
      onPress: (action, button) => void press(card, action, button),
      typed: index === 0 ? kept?.typed : undefined,
    });
    if (index === 0 && message.viewAnsweredAt !== null) card.root.setAttribute('data-view', me.id);
    if (index === 0 && kept?.remark) card.root.append(kept.remark);
    return card;
  };
  let cards = null;

  return {
    root,
    version: versionOf(message),
    isBusy: () => busy,
    draw: () => {
      if (cards !== null) return;
      cards = message.cards.map(makeCard);
      body.append(...cards.map((card) => card.root));
      onDrawn(message.thread);
    },
    kept: () => (cards === null ? kept : { typed: cards[0]?.typed(), remark: body.querySelector('.card-note') }),
    /** Called when the message, drawn, comes into sight: Teams then refreshes a card that asks for it. Never while typing. */
    seen: async () => {
      const action = refreshOf(message, me);
      if (!action || busy || cards[0].isTouched() || !isDue(key, message)) return;
      // A refresh that fails leaves the card everyone sees: the person did not ask for anything.
      const answered = api
        .press({ person: me.id, message: message.id, action, trigger: 'automatic' })
        .catch(() => undefined);
      refreshed.set(key, { editedAt: message.editedAt, at: Date.now(), answered });
      await answered;
    },
  };
};
