/**
 * What is known of the discussion a demonstration is about, and which messages are about it: the same channel has others,
 * which are nobody's business here.
 */
/** Its cards say what they are about; a form may have the example of another. */
const referenceIn = (text) => /Strategy discussion (SD-[A-Z0-9]{6})/.exec(text)?.[1] ?? null;

export const createOwn = (main) => {
  let known = null;
  let thread = null;
  let reference = null;
  const isOwn = (message) => {
    const post = message.closest('.post');
    if (post) return thread === null || post.dataset.thread === thread;
    return reference === null || message.textContent.includes(reference);
  };
  const mine = () => [...main.querySelectorAll('.message.mine')].map(({ dataset }) => dataset.message);

  return {
    /** Who was chosen for each seat, by the seat; the chair's is `chair`. */
    seats: {},
    nameOf: (id) => document.querySelector(`[data-person="${id}"] .person-name`)?.textContent ?? id,
    /** It begins with what this person says next. */
    beginNow: () => {
      known = new Set(mine());
    },
    hasBegun: () => {
      if (known !== null) thread ??= mine().find((id) => !known.has(id)) ?? null;
      return thread !== null;
    },
    /** The messages in sight that are about it, the oldest first. */
    messages() {
      if (known !== null && !this.hasBegun()) return [];
      const found = [...main.querySelectorAll('.message')].filter(isOwn);
      if (thread !== null && found.some((message) => message.closest('.post'))) {
        reference ??= referenceIn(found.map((message) => message.textContent).join(' '));
      }
      return found;
    },
    isAbout: (words) => reference === null || words.includes(reference),
  };
};
