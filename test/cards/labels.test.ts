/** A question that blocks is marked by the client; every other one says so in its label, in the same words everywhere. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { partsOf } from './soundness.ts';

const folder = new URL('../../cards/', import.meta.url);
const templates = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.sample.json'));

/** One of several that have to be answered, or asked in words of the standard, which say when they apply. */
const whenItIsWanted =
  /\((optional|any that apply|professionals only|leave blank .*|this or .*|if .*)\)$|\bif\b|^\$\{(label|words|whereLabel)\}/i;
/** Under a heading, or beside a question, that says it for all of them. */
const saidAbove = [
  ...['namedName', 'namedRole', 'namedAgency', 'namedEmail'].map((id) => `convene-people.json ${id}`),
  'convene-people.json inviteReferrer',
  'convene-child.json birthDate',
  ...['receivedDate', 'receivedTime', 'standing'].map((id) => `convene-referral.json ${id}`),
  ...['name', 'agency', 'role', 'identified', 'identifiedNote', 'person'].map((id) => `attendance.json ${id}`),
  'invite.json person',
  ...['substituteRole', 'substituteEmail'].map((id) => `reply.json ${id}`),
  'decision-check.json override.${seat}',
];

const inputs = templates.flatMap((file) =>
  partsOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    .filter(({ type }) => String(type).startsWith('Input.'))
    .map((input) => ({ ...input, file, called: `${file} ${String(input['id'])}`, label: String(input['label']) })),
);

it.each(inputs.map((input) => [input.called, input] as const))('%s', (called, input) => {
  const { label } = input;
  if ('isRequired' in input) {
    expect(label).not.toContain('optional');
    expect(input).toHaveProperty('errorMessage');
  } else if (!saidAbove.includes(called)) {
    expect(label).toMatch(whenItIsWanted);
  }
});

it('lists nothing that is no longer asked', () => {
  expect(saidAbove.filter((name) => !inputs.some(({ called }) => called === name))).toEqual([]);
});
