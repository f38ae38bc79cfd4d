/** The posts of a channel: each with its replies under it, and a box to reply in. */
import { element } from './element.js';

/** Shows the box of a post where its Reply button stands, and the button again when the person is done. */
const replyFoot = (composer) => {
  const foot = element('div', { class: 'post-foot' });
  const reply = element('button', { type: 'button', class: 'button quiet small reply' }, 'Reply');
  reply.addEventListener('click', () => {
    foot.replaceChildren(composer.root);
    composer.focus();
  });
  composer.onLeave = () => {
    const hadFocus = foot.contains(document.activeElement);
    foot.replaceChildren(reply);
    if (hadFocus) reply.focus();
  };
  foot.append(composer.isEmpty() ? reply : composer.root);
  return foot;
};

/** Keeps the posts of `log`. `replyComposer(thread)` is the composer for replies under a post. */
export const createPosts = (log, replyComposer) => {
  const posts = new Map();
  const postOf = (thread) => {
    if (posts.has(thread)) return posts.get(thread);
    const replies = element('div', { class: 'replies' });
    const foot = replyFoot(replyComposer(thread));
    const root = element('div', { class: 'post', 'data-thread': thread, role: 'group' }, replies, foot);
    posts.set(thread, { root, replies, number: posts.size + 1 });
    log.append(root);
    return posts.get(thread);
  };

  /** Many posts begin with the same words: each is known by its number, its first words and what is under it. */
  const name = ({ root, replies, number }) => {
    const first = root.querySelector(':scope > .message')?.getAttribute('aria-label') ?? '';
    const reply = replies.querySelector('.card .ac-textBlock[role="heading"]')?.textContent.trim();
    const label = [`Post ${number}`, first, reply].filter(Boolean).join(': ');
    root.setAttribute('aria-label', label);
    root.querySelector('.reply')?.setAttribute('aria-label', `Reply to post ${number}`);
  };

  return {
    put: (message, node) => {
      const { root, replies } = postOf(message.thread);
      if (message.id === message.thread) root.prepend(node);
      else replies.append(node);
    },
    /** To be called when a message of the post has been put, or drawn. */
    name: (thread) => name(posts.get(thread)),
    clear: () => posts.clear(),
  };
};
