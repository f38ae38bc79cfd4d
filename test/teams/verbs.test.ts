import { describe, expect, test } from 'vitest';
import { formerVerbs, handlerOf, handlers, refreshes } from '../../src/teams/verbs.ts';

describe('a card that somebody has had for some time', () => {
  test.each(Object.entries(formerVerbs))('with %s on a button does what %s does today', (former, today) => {
    expect(handlerOf(former)).toEqual(handlerOf(today));
    expect(handlerOf(today)?.verb).toBe(today);
    expect(handlers[today]).toBeTypeOf('function');
  });

  test('has no verb that means something else today', () => {
    expect(Object.keys(formerVerbs).filter((verb) => Object.hasOwn(handlers, verb))).toEqual([]);
  });
});

test.each(['discussion.delete', 'constructor', '__proto__', ''])('nothing answers %j', (verb) => {
  expect(handlerOf(verb)).toBeNull();
});

test('what a client may send by itself is a verb of ours', () => {
  expect(refreshes.filter((verb) => handlerOf(verb) === null)).toEqual([]);
});
