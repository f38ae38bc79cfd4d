/** The posts of a channel: each with its replies under it, and a box to reply in. */
import { element } from './element.js';

/** Shows the box of a post where its Reply button stands, and the button again when the person is done. */
const replyFoot = (composer) => {
  const foot = element('div', { class: 'post-foot' });
  const reply = element('button', { type: 'button', class: 'button quiet small' }, 'Reply');
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
    const root = element(
      'section',
      { class: 'post', 'data-thread': thread, 'aria-label': 'Post' },
      replies,
      replyFoot(replyComposer(thread)),
    );
    posts.set(thread, { root, replies });
    log.append(root);
    return posts.get(thread);
  };

  return {
    put: (message, node) => {
      const { root, replies } = postOf(message.thread);
      if (message.id === message.thread) root.prepend(node);
      else replies.append(node);
    },
    clear: () => posts.clear(),
  };
};
