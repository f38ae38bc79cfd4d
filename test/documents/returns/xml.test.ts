import fc from 'fast-check';
import { expect, it } from 'vitest';
import { xml } from '../../../src/documents/returns/xml.ts';

it('is elements in elements, and text that means what it says', () => {
  expect(
    xml([
      'A',
      [
        ['B', 'one & <two>'],
        ['C', [['D', '']]],
      ],
    ]),
  ).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<A>\n  <B>one &amp; &lt;two&gt;</B>\n  <C>\n    <D></D>\n  </C>\n</A>\n',
  );
});

it('leaves out what XML cannot have', () => {
  expect(xml(['A', 'a\u0000b\u001fc\ufffe\ud800d'])).toContain('<A>abcd</A>');
});

it('no text opens or closes an element, and every text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [, inside = ''] = /^<A>(.*)<\/A>$/su.exec(xml(['A', text]).split('\n').slice(1).join('\n').trimEnd()) ?? [];
      expect(inside).not.toMatch(/[<>]/);
      const back = inside.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      expect(back).toBe(text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''));
    }),
  );
});
