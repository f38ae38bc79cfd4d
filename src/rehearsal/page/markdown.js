/** Markdown as Teams allows it in cards and bot messages: bold, italic, lists and links. HTML is shown as typed. */
import MarkdownIt from './vendor/markdown-it.mjs';

const markdown = new MarkdownIt('zero', { html: false, breaks: true }).enable([
  'emphasis',
  'list',
  'link',
  'escape',
  'entity',
  'newline',
]);

/** Links may lead to pages and mail programs, nothing else. */
markdown.validateLink = (url) => /^(https?:|mailto:)/i.test(url.trim());
const openLink =
  markdown.renderer.rules.link_open ?? ((tokens, i, options, env, self) => self.renderToken(tokens, i, options));
markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
  tokens[i].attrSet('target', '_blank');
  tokens[i].attrSet('rel', 'noopener noreferrer');
  return openLink(tokens, i, options, env, self);
};

/** Whether a text has anything that the rules above would read as more than its words. */
export const hasMarkdown = (text) => /[*_[\\&\n]|^\s*([-+]|\d+[.)])/.test(text);

export const renderMarkdown = (text) => markdown.render(text);
