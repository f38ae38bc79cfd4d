import { expect, it } from 'vitest';
import { html } from '../../src/pages/html.ts';
import { page } from '../../src/pages/page.ts';

it('text is escaped wherever it stands, pieces and lists of pieces are not, and null is nothing', () => {
  const hostile = `<img src=x onerror="alert('1')"> & more`;
  const piece = html`<b title="${hostile}">${hostile}</b>`;
  const escaped = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more';
  expect(piece.html).toBe(`<b title="${escaped}">${escaped}</b>`);
  expect(html`${[piece, html`<i></i>`]}${null}`.html).toBe(`${piece.html}<i></i>`);
});

it('a page with problems says so first in its title, and links each to its field', () => {
  const shown = page({
    title: 'Your answer',
    authority: 'Exampleshire & Co',
    body: html`<p>Form</p>`,
    problems: [{ field: 'answer', words: 'Say whether you will take part.' }],
  });
  expect(shown).toContain('<title>Error: Your answer - Exampleshire &amp; Co</title>');
  expect(shown).toContain('<a href="#answer">Say whether you will take part.</a>');
  expect(shown).toContain('lang="en-GB"');
});
