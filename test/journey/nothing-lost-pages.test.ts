/** Whatever somebody without Teams writes on a page, and whatever they choose beside it: it is kept, or shown to them again. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { keptBy } from './everyText.ts';
import { arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const linkIn = (text: string): string => /https?:\/\/\S+\/reply\/\S+/.exec(text)?.[0] ?? 'no link in the e-mail';
const all = (page: string, pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, found = '']) => found);

let number = 0;
/** Everything a page asks, filled in: each text its own, and one answer of those it offers. */
const filledIn = (
  page: string,
  pick: number,
  last: string,
): { readonly answers: Record<string, string>; readonly texts: string[] } => {
  const answers: Record<string, string> = { nonce: /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? '' };
  const texts: string[] = [];
  const tags = page.match(/<(?:input|textarea)\b[^>]*>/g) ?? [];
  for (const tag of tags) {
    const name = /name="([^"]+)"/.exec(tag)?.[1] ?? '';
    const type = /type="([^"]+)"/.exec(tag)?.[1] ?? 'text';
    if (name === 'nonce' || type === 'radio') continue;
    number += 1;
    answers[name] = type === 'email' ? `words${number}@littleacorns.example` : `words ${number} typed`;
    texts.push(answers[name]);
  }
  const offered = all(page, /type="radio"[^>]*value="([^"]+)"/g).filter((value) => value !== last);
  answers['answer'] = offered[pick % Math.max(offered.length, 1)] ?? '';
  return { answers, texts };
};

/** `last`: after this answer the page asks nothing more. */
const losesNothing = (link: string, last = ''): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.nat(10), async (pick) => {
      const page = await (await fetch(link)).text();
      const { answers, texts } = filledIn(page, pick, last);
      expect(texts.length).toBeGreaterThan(0);
      const response = await fetch(link, { method: 'POST', body: new URLSearchParams(answers) });
      const there = `${await response.text()}\n${keptBy(council)}`;
      expect(
        texts.filter((text) => !there.includes(text)),
        JSON.stringify(answers),
      ).toEqual([]);
    }),
    { numRuns: 12 },
  );

it('answering an invitation, and then the outcome', async () => {
  const { reference } = await conveneInChannel(council);
  const carol = council.as('carol-tench');
  await losesNothing(linkIn((await carol.letter(`Invitation to strategy discussion ${reference}`)).text));

  await arrive(council, everybodyNeeded);
  const chair = council.as('priya-shah');
  let form = await openDecision(council);
  form = await chair.press(form, 'Continue', firstPageOfDecision);
  form = await chair.press(form, 'Continue', planOfJointEnquiry);
  await chair.press(form, 'Record the decision');
  await losesNothing(linkIn((await carol.letter(`Outcome of strategy discussion ${reference}`)).text));
});

it('accepting responsibility for a child, or not (H-3)', async () => {
  const { reference } = await conveneInChannel(council, { concern: { circumstances: 'hostNotHome' } });
  const part = await council.as('victor-lane').card('channel', `${reference}: take part`);
  const own = await council.as('priya-shah').press(part, 'Show what I can do');
  const form = await council.as('priya-shah').press(own, 'Home authority');
  await council.as('priya-shah').press(form, 'Ask them to accept in writing', {
    ...{ name: 'Victor Lane', agency: 'Northmoor Borough Council', email: 'victor.lane@northmoor.gov.uk' },
  });
  const letter = await council.as('victor-lane').letter(`You are asked to take on responsibility: ${reference}`);
  await losesNothing(linkIn(letter.text), 'accepts');
});
