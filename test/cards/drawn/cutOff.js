/** Text of a card that cannot be read whole: it runs out of its box, is cut off there, or has a word torn in two. */
import { isInSight, nameOf, rectsOf, textsIn, words } from './sight.js';

const cuts = ({ overflowX, overflowY }) => overflowX !== 'visible' || overflowY !== 'visible';

/** Whether, on its way out to the card's edge, it leaves a box sideways, or one that cuts off what leaves it. */
const leaves = (rect, box, card) => {
  if (box === card.parentElement) return false;
  const style = getComputedStyle(box);
  const edge = box.getBoundingClientRect();
  const isBox = style.display !== 'inline' && style.display !== 'contents';
  const sideways = rect.left < edge.left - 1 || rect.right > edge.right + 1;
  const upOrDown = rect.top < edge.top - 1 || rect.bottom > edge.bottom + 1;
  return (isBox && (sideways || (upOrDown && cuts(style)))) || leaves(rect, box.parentElement, card);
};

export const textsCut = (card) =>
  textsIn(card)
    .filter((node) => rectsOf(node).some((rect) => leaves(rect, node.parentElement, card)))
    .map((node) => `“${words(node.data)}” is cut off or runs out of its box`);

/** At a hyphen a line may end. */
export const wordsBroken = (card) =>
  textsIn(card).flatMap((node) =>
    [...node.data.matchAll(/[^\s-]+/g)]
      .filter(({ 0: word, index }) => new Set(rectsOf(node, index, index + word.length).map(({ top }) => top)).size > 1)
      .map(({ 0: word }) => `“${word}” is broken over two lines`),
  );

const ruler = document.createElement('canvas').getContext('2d');
const widthOf = (text, { font }) => {
  ruler.font = font;
  return ruler.measureText(text).width;
};

/**
 * The one line that a closed list has is cut in every client. What tells its choices apart is said first, before a comma,
 * and is not cut.
 */
const shownIn = (node) =>
  node.tagName === 'SELECT' ? (node.selectedOptions[0]?.text.split(',')[0] ?? '') : node.placeholder;

/** The arrow that a closed list has at its end. */
const arrow = 20;

const isCut = (node) => {
  if (node.tagName === 'TEXTAREA') return node.scrollHeight > node.clientHeight + 1;
  const style = getComputedStyle(node);
  const taken =
    parseFloat(style.paddingLeft) + parseFloat(style.paddingRight) + (node.tagName === 'SELECT' ? arrow : 0);
  return widthOf(shownIn(node), style) > node.clientWidth - taken;
};

export const fieldsCut = (card) =>
  [...card.querySelectorAll('input:not([type="radio"], [type="checkbox"]), select, textarea')]
    .filter((node) => isInSight(node) && isCut(node))
    .map((node) => `what the field ${nameOf(node)} says does not fit it`);
