/** What somebody is told who edits a letter and makes a slip. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../../src/messages/catalogue.ts';
import { faultsIn } from '../../../src/messages/file/letterFile.ts';
import { letterFaults } from '../../../src/messages/letterFaults.ts';

const schema = z.object({
  reference: z.string(),
  reader: z.object({ name: z.string(), secure: z.boolean() }),
  rule: z.string().nullable(),
  children: z.array(z.object({ who: z.string(), isEnquiry: z.boolean() })),
});

const front = `---
subject: "About {{ reference }}"
heading: A heading
link: Answer
buttons:
  seen: I have read this
---
`;
const faults = (text: string): readonly string[] =>
  faultsIn({ name: 'x', schema }, { buttons: ['seen'], link: true }, () => text);
const all = 'reference, reader.name, reader.secure, rule, children (a list)';

it('every letter that comes with the product is sound', () => {
  expect(letterFaults()).toEqual([]);
});

it('every letter file is some reader’s, so that nobody edits one that is never sent', () => {
  const sent = Object.values(catalogue).flatMap(({ letter }) => letter.all.map(({ file }) => `${file.name}.md`));
  const files = readdirSync(new URL('../../../cards/letters/', import.meta.url));
  expect(
    [
      ...new Set([
        ...sent,
        'escalation.md',
        'held-late.md',
        'decision-late.md',
        'enquiry-late.md',
        'record-late.md',
        'standstill.md',
        'README.md',
      ]),
    ].sort(),
  ).toEqual(files.sort());
});

it('a letter that is sound has no faults, as Windows writes it either', () => {
  const text = `${front}
Dear {{ reader.name }}
{% comment %} For the policy lead {% endcomment %}
{% for child in children %}{% unless child.isEnquiry %}{{ child.who }}{% endunless %}{% else %}{{ rule }}{% endfor %}
`;
  expect(faults(text)).toEqual([]);
  expect(faults(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual([]);
});

describe('in the letter', () => {
  it.each([
    [
      'a name misspelt',
      'Dear {{ reader.nam }}',
      `line 9, column 9: there is no "reader.nam" here. You may use: ${all}.`,
    ],
    [
      'a name asked about',
      '{% if rul %}x{% endif %}',
      `line 9, column 7: there is no "rul" here. You may use: ${all}.`,
    ],
    [
      'a name in an else',
      '{% if rule %}x{% else %}{{ y }}{% endif %}',
      `line 9, column 28: there is no "y" here. You may use: ${all}.`,
    ],
    [
      'a name in a loop',
      '{% for c in children %}{{ c.x }}{% endfor %}',
      `line 9, column 27: there is no "c.x" here. You may use: ${all}, c.who, c.isEnquiry.`,
    ],
    [
      'a name outside its loop',
      '{% for c in children %}{% endfor %}{{ c.who }}',
      `line 9, column 39: there is no "c.who" here. You may use: ${all}.`,
    ],
    [
      'a place in a list',
      '{{ children[0].who }}',
      `line 9, column 4: there is no "children[0].who" here. You may use: ${all}.`,
    ],
    [
      'a list said',
      '{{ children }}',
      'line 9, column 4: "children" is nothing that can be said: it is for {% if %} or {% for %}.',
    ],
    [
      'a list asked about',
      '{% if children %}x{% endif %}',
      'line 9, column 7: "children" is a list: go through it with {% for %}.',
    ],
    [
      'a loop through no list',
      '{% for c in rule %}{% endfor %}',
      `line 9, column 13: "rule" is no list. You may use: ${all}.`,
    ],
    [
      'an unknown tag',
      '{% include "a" %}',
      'line 9, column 1: there is no {% include %} here. You may use: {{ }}, {% if %}, {% unless %}, {% for %}, {% comment %}.',
    ],
    [
      'a filter',
      '{{ rule | upcase }}',
      'line 9, column 1: there is no filter "upcase" here. You may use: {{ }}, {% if %}, {% unless %}, {% for %}, {% comment %}.',
    ],
    [
      'an if without an end',
      '{% if rule %}x',
      'line 9, column 1: this cannot be read: tag {% if rule %} not closed. You may use: {{ }}, {% if %}, {% unless %}, {% for %}, {% comment %}.',
    ],
    ['nothing', '', 'line 10: the letter says nothing.'],
    ['a character of no use', 'x\u0002', 'line 9: a character here cannot be shown.'],
  ])('%s', (_name, body, fault) => {
    expect(faults(`${front}\n${body}\n`)).toEqual([`cards/letters/x.md, ${fault}`]);
  });
});

describe('above the letter', () => {
  it.each([
    [
      'a name misspelt in the subject',
      ['{{ reference }}', '{{ referenc }}'],
      `line 2: there is no "referenc" here. You may use: ${all}.`,
    ],
    ['no heading', ['heading: A heading\n', ''], 'line 2: the heading is missing.'],
    ['no words for the heading', ['A heading', ''], 'line 3: there are no words for "heading".'],
    ['no link', ['link: Answer\n', ''], 'line 2: the words of its link are missing: "link".'],
    [
      'a button of another letter',
      ['buttons:\n', 'buttons:\n  told: I have\n'],
      'line 6: there is no button "told" here. You may use: seen.',
    ],
    [
      'no title for its button',
      ['buttons:\n  seen: I have read this\n', ''],
      'line 2: the title of the button "seen" is missing, below "buttons".',
    ],
    [
      'a name in a title',
      ['I have read', 'I {{ rule }} have read'],
      'line 6: "I {{ rule }} have read this" is a title: no name can be put into it.',
    ],
    [
      'another place',
      ['link:', 'links: x\nlink:'],
      'line 4: there is no place for "links" here. You may use: subject, heading, link, buttons.',
    ],
    [
      'braces without quotation marks',
      ['"About {{ reference }}"', '{{ reference }}'],
      'line 2: there are no words for "subject". Words with a colon or braces in them stand in quotation marks.',
    ],
  ])('%s', (_name, [before = '', after = ''], fault) => {
    expect(faults(`${front.replace(before, after)}\nDear {{ reader.name }}\n`)[0]).toContain(
      `cards/letters/x.md, ${fault}`,
    );
  });

  it('nothing at all', () => {
    expect(faults('Dear colleague\n')[0]).toBe(
      'cards/letters/x.md, line 2: a subject and a heading stand here, each after its name and a colon.',
    );
  });
});

it('several faults are all named, from top to bottom', () => {
  const text = `${front.replace('{{ reference }}', '{{ ref }}')}\n{{ one }}\n\n{{ two }}\n`;
  expect(faults(text).map((fault) => fault.split(' here')[0])).toEqual([
    'cards/letters/x.md, line 2: there is no "ref"',
    'cards/letters/x.md, line 9, column 4: there is no "one"',
    'cards/letters/x.md, line 11, column 4: there is no "two"',
  ]);
});

it('a file that is gone is named', () => {
  const gone = faultsIn({ name: 'gone', schema }, { buttons: [], link: false });
  expect(gone).toEqual(['cards/letters/gone.md cannot be read. Put back the file that came with this version.']);
});
