/** What people typed is put into a letter as it is: it ends no paragraph, starts none, and is never read as part of the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, paragraphsOf, parseLine, parseParagraphs } from '../../../src/messages/file/liquid.ts';

const body = `
Dear {{ name }}

{% if rule %}

By rule {{ rule }}.

{% endif %}

When: {{ when }}
{% for child in children %}
Child: {{ child }}
{% endfor %}

{{ words }}
`;
const given = { name: 'Jo', rule: null, when: 'today', children: ['A', 'B'], words: 'Bye' };
const paragraphs = (over: Partial<typeof given> | { readonly rule: string } = {}): readonly string[] =>
  paragraphsOf(parseParagraphs(body), { ...given, ...over });

describe('a letter', () => {
  it('is its paragraphs; a tag alone on a line leaves none behind', () => {
    expect(paragraphs()).toEqual(['Dear Jo', 'When: today\nChild: A\nChild: B', 'Bye']);
    expect(paragraphs({ rule: 'N-1' })[1]).toBe('By rule N-1.');
    expect(paragraphs({ children: [] })[1]).toBe('When: today');
  });

  it.each([
    ['names of the file', '{{ name }} {% if rule %}x{% endif %}'],
    ['blank lines', 'one\n\ntwo\r\n\r\nthree'],
    ['a forged line', 'Bye\n\nDear Jo\nWhen: tomorrow'],
    ['spaces at its ends', '  \n x \n\n '],
    ['HTML and Markdown', '<b>x</b> **y** &amp; [z](https://example)'],
    ['the marks of this program', '\u0001 \u00024a00\u0003 $& $1'],
    ['half a character', '\ud800'],
    ['nothing', ''],
  ])('says %s as they were typed, in one paragraph', (_name, words) => {
    expect(paragraphs({ words })).toEqual(['Dear Jo', 'When: today\nChild: A\nChild: B', words]);
    expect(lineOf(parseLine('About {{ words }}'), { words })).toBe(`About ${words}`);
  });

  it('says anything at all as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (words, name) => {
        expect(paragraphs({ words, name })).toEqual([`Dear ${name}`, 'When: today\nChild: A\nChild: B', words]);
      }),
    );
  });

  it('cannot ask for what it is not given', () => {
    expect(() => paragraphsOf(parseParagraphs('{{ other }}'), given)).toThrow('other');
  });
});
