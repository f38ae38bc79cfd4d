export const isInSight = (node) => node.checkVisibility({ visibilityProperty: true });

/** The beginning of a text on one line, as it is named in a finding. */
export const words = (text) => text.replaceAll('\u200b', '').replace(/\s+/g, ' ').trim().slice(0, 60);

export const nameOf = (node) => node.closest('[data-input]')?.dataset.input ?? words(node.textContent);

/** Every piece of text that is in sight. */
export const textsIn = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found.filter((node) => node.data.trim() !== '' && isInSight(node.parentElement));
};

/** Where the text stands from one character to another: a rectangle for each line of it. */
export const rectsOf = (node, from = 0, to = node.length) => {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
};
