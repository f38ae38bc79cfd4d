/** Where a person types. In shared places a message for the bot mentions it: the mention is put in as a chip. */
import { api } from './api.js';
import { element } from './element.js';

const createComposer = ({ me, place, thread, bot, label }) => {
  const shared = place !== 'chat';
  const text = element('textarea', {
    rows: 1,
    'aria-label': label,
    placeholder: `${label} as ${me.name}`,
    'data-testid': thread === null ? 'say' : 'reply',
  });
  const removeMention = element(
    'button',
    { type: 'button', 'aria-label': `Do not mention ${bot.name}`, onclick: () => setMention('never') },
    '×',
  );
  const chip = element(
    'span',
    { class: 'chip', hidden: true, 'data-testid': 'mention' },
    `@${bot.name}`,
    removeMention,
  );
  const addMention = element(
    'button',
    { type: 'button', class: 'button quiet small', onclick: () => setMention('always') },
    `@ Mention ${bot.name}`,
  );
  const isPrivate = element('input', { type: 'checkbox', 'data-testid': 'private', onchange: () => show() });
  const privately = element(
    'label',
    { class: 'composer-private', hidden: true },
    isPrivate,
    'Send as private slash command',
  );
  const send = element('button', { type: 'submit', class: 'button primary small', 'data-testid': 'send' }, 'Send');
  const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
  /** `auto` mentions the bot when the text is a command for it. */
  let mention = 'auto';

  const mentions = () =>
    shared &&
    !isPrivate.checked &&
    (mention === 'always' || (mention === 'auto' && text.value.trimStart().startsWith('/strategy')));
  const setMention = (choice) => {
    mention = choice;
    show();
    text.focus();
  };
  const show = () => {
    chip.hidden = !mentions();
    addMention.hidden = !shared || mentions() || isPrivate.checked;
    privately.hidden = !shared || !text.value.trimStart().startsWith('/');
    send.disabled = text.value.trim() === '';
  };

  const submit = async () => {
    const typed = text.value.trim();
    if (typed === '') return;
    const spelt = `@${bot.name}`;
    const isSpelt = shared && typed.toLowerCase().startsWith(spelt.toLowerCase());
    const saying = {
      person: me.id,
      place,
      thread,
      text: isSpelt ? typed.slice(spelt.length).trim() : typed,
      mention: mentions() || isSpelt,
      private: shared && isPrivate.checked && !privately.hidden,
    };
    problem.hidden = true;
    text.value = '';
    mention = 'auto';
    isPrivate.checked = false;
    show();
    try {
      await api.say(saying);
      if (text.value === '') composer.onLeave();
    } catch (fault) {
      problem.textContent = fault.message;
      problem.hidden = false;
      text.value = [typed, text.value].filter((words) => words !== '').join('\n');
      show();
    }
  };

  text.addEventListener('input', show);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void submit();
    }
    if (event.key === 'Escape') composer.onLeave();
  });
  const root = element(
    'form',
    { class: 'composer', 'data-testid': 'composer' },
    element('div', { class: 'composer-line' }, chip, text),
    element('div', { class: 'composer-foot' }, addMention, privately, element('span', { class: 'grow' }), send),
    problem,
  );
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  show();

  const composer = {
    root,
    isEmpty: () => text.value === '',
    /** Called when the person has said what they wanted to say here, or does not want to. */
    onLeave: () => undefined,
    focus: () => text.focus(),
    fill: (words) => {
      text.value = words;
      show();
      text.focus();
    },
  };
  return composer;
};

const composers = new Map();

/**
 * The composer of a person in a place, or under a post when `thread` is given. There is one of each, for as long as the
 * page is open: what somebody has begun to type is still there when they come back.
 */
export const composerFor = ({ thread = null, ...where }) => {
  const key = [where.me.id, where.place, thread].join('/');
  if (!composers.has(key)) composers.set(key, createComposer({ thread, ...where }));
  return composers.get(key);
};
