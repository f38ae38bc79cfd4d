import { describe, expect, it } from 'vitest';
import { formerVerbs, handlerOf, handlers, refreshes } from '../../src/teams/verbs.ts';

describe('a card that somebody has had for some time', () => {
  it.each(Object.entries(formerVerbs))('with %s on a button does what %s does today', (former, today) => {
    expect(handlerOf(former)).toEqual(handlerOf(today));
    expect(handlerOf(today)?.verb).toBe(today);
    expect(handlers[today]).toBeTypeOf('function');
  });

  it('has no verb that means something else today', () => {
    expect(Object.keys(formerVerbs).filter((verb) => Object.hasOwn(handlers, verb))).toEqual([]);
  });
});

it.each(['discussion.delete', 'constructor', '__proto__', ''])('nothing answers %j', (verb) => {
  expect(handlerOf(verb)).toBeNull();
});

it('what a client may send by itself is a verb of ours', () => {
  expect(refreshes.filter((verb) => handlerOf(verb) === null)).toEqual([]);
});
