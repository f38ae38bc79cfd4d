/**
 * One adaptive card on the page, drawn by Microsoft's renderer. Presses are handed on with the card's inputs merged into
 * the action's data, as Teams clients do; opening links, toggling and inner cards happen here.
 */
import { hostConfig } from './cardStyle.js';
import { element } from './element.js';
import { hasMarkdown, renderMarkdown } from './markdown.js';
import { openMenu } from './menu.js';

const { AdaptiveCard, HostConfig, SerializationContext, Version } = globalThis.AdaptiveCards;
const style = new HostConfig(hostConfig);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  if (!hasMarkdown(text)) return;
  result.outputHtml = renderMarkdown(text);
  result.didProcess = true;
};

const openUrl = (url) => {
  if (/^(https?:|mailto:)/i.test(url ?? '')) globalThis.open(url, '_blank', 'noopener,noreferrer');
};

const asAction = (action) => ({
  type: action.getJsonTypeName(),
  ...(action.id ? { id: action.id } : {}),
  ...(action.verb ? { verb: action.verb } : {}),
  data: action.data ?? {},
});

/** The renderer says of a part whether it is shown, which is for its button to say. */
const sayOfButton = (root, button) => {
  for (const part of root.querySelectorAll('[aria-expanded]:not(button)')) {
    button.setAttribute('aria-expanded', part.getAttribute('aria-expanded'));
    part.removeAttribute('aria-expanded');
  }
};

/** Gives every input and button the hooks tests and the demonstration find them by. */
const addHooks = (card, root) => {
  for (const input of card.getAllInputs()) {
    if (input.id) input.renderedElement?.setAttribute('data-input', input.id);
  }
  for (const button of root.querySelectorAll('.ac-pushButton')) {
    button.setAttribute('data-action', button.textContent.trim());
  }
  root.querySelector('.ac-pushButton[data-action="..."]')?.setAttribute('aria-haspopup', 'menu');
};

/**
 * Draws `json`. `onPress(action, button)` is called for `Action.Execute` and `Action.Submit`. `typed` fills inputs a
 * person had typed into before the card was replaced under them.
 */
export const createCard = (json, { onPress, typed = {} }) => {
  const card = new AdaptiveCard();
  const context = new SerializationContext(Version.latest);
  // A form of its own keeps the renderer's radio buttons apart from those of other cards.
  const root = element('form', { class: 'card', novalidate: true, 'data-testid': 'card' });
  root.addEventListener('submit', (event) => event.preventDefault());
  let touched = Object.keys(typed).length > 0;
  const offered = new Map();

  card.hostConfig = style;
  card.onExecuteAction = (action) => {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl') openUrl(action.url);
    if (type === 'Action.ToggleVisibility') queueMicrotask(() => sayOfButton(root, action.renderedElement));
    if (type === 'Action.Execute' || type === 'Action.Submit')
      onPress(asAction(action), action.renderedElement ?? menuButton);
  };
  let menuButton;
  card.onDisplayOverflowActionMenu = (actions, button) => {
    menuButton = button;
    openMenu(
      button,
      actions.map((action) => ({ title: action.title, run: () => action.execute() })),
    );
    return true;
  };
  card.onInlineCardExpanded = () => addHooks(card, root);
  card.onAnchorClicked = (_element, anchor) => {
    openUrl(anchor.href);
    return true;
  };

  try {
    card.parse(json, context);
    for (const input of card.getAllInputs()) if (input.id in typed) input.defaultValue = typed[input.id];
    root.append(card.render());
    addHooks(card, root);
    for (const input of card.getAllInputs()) offered.set(input.id, input.value ?? '');
  } catch (fault) {
    root.append(element('p', { class: 'card-broken' }, `This card cannot be shown: ${fault.message}`));
  }
  const touch = (event) => {
    if (event.isTrusted || event.type === 'input' || event.type === 'change') touched = true;
  };
  root.addEventListener('input', touch);
  root.addEventListener('change', touch);

  return {
    root,
    isTouched: () => touched,
    /** What has been typed, by input id: what the bot itself has filled in it may fill in otherwise. */
    typed: () =>
      Object.fromEntries(
        card
          .getAllInputs()
          .map(({ id, value }) => [id, value ?? ''])
          .filter(([id, value]) => id in typed || value !== offered.get(id)),
      ),
  };
};
