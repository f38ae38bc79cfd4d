/** Links by stage, and links that are not what was sent: one page says that a link no longer works, and nothing is recorded. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { recordOf } from './record.ts';
import { arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

type Stage = 'convened' | 'inSession' | 'decided';
let council: Council;
let reference: string;
const links: { reply: string; outcome: string; otherReply: string } = { reply: '', outcome: '', otherReply: '' };
/** How each link answered at each stage. */
const seen: Partial<Record<Stage, Readonly<Record<string, number>>>> = {};

const linkIn = (text: string): string => /https?:\/\/\S+\/reply\/\S+/.exec(text)?.[0] ?? 'no link';
const statusOf = async (link: string): Promise<number> => (await fetch(link)).status;
const versionNow = async (): Promise<number> =>
  (await recordOf(council, reference)).commits.filter(({ actor }) => actor.via !== 'system').length;

beforeAll(async () => {
  council = await startCouncil();
  const { reference: other } = await conveneInChannel(council);
  links.otherReply = linkIn(
    (await council.as('carol-tench').letter(`Invitation to strategy discussion ${other}`)).text,
  );
  ({ reference } = await conveneInChannel(council, { meeting: { time: '10:30' } }));
  links.reply = linkIn((await council.as('carol-tench').letter(`Invitation to strategy discussion ${reference}`)).text);
  seen.convened = { reply: await statusOf(links.reply) };
  await arrive(council, everybodyNeeded);
  seen.inSession = { reply: await statusOf(links.reply) };
  const chair = council.as('priya-shah');
  let form = await openDecision(council);
  form = await chair.press(form, 'Continue', firstPageOfDecision);
  form = await chair.press(form, 'Continue', planOfJointEnquiry);
  await chair.press(form, 'Record the decision');
  links.outcome = linkIn((await council.as('carol-tench').letter(`Outcome of strategy discussion ${reference}`)).text);
  seen.decided = { reply: await statusOf(links.reply), outcome: await statusOf(links.outcome) };
}, 60_000);
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

it('an invitation is answered until the decision, and its outcome from then on', () => {
  expect(seen).toEqual({
    convened: { reply: 200 },
    inSession: { reply: 200 },
    decided: { reply: 410, outcome: 200 },
  });
});

/** `address/reference.version.fingerprint.purpose.expiry.signature`, with one part put in from another. */
const swapped = (link: string, other: string, part: number): string => {
  const [own, theirs] = [link, other].map((each) => each.split('/').at(-1)?.split('.') ?? []);
  const parts = (own ?? []).map((each, i) => (i === part ? (theirs?.[i] ?? '') : each));
  return `${link.slice(0, link.lastIndexOf('/') + 1)}${parts.join('.')}`;
};

it.each<[string, () => string]>([
  ['of another discussion', () => swapped(links.outcome, links.otherReply, 0)],
  ['of another message', () => swapped(links.outcome, links.otherReply, 2)],
  ['for another purpose', () => swapped(links.outcome, links.otherReply, 3)],
  ['that works for longer', () => links.outcome.replace(/\.outcome\.\w+\./, '.outcome.zzzzzzzz.')],
  ['signed for another', () => swapped(links.outcome, links.otherReply, 5)],
  ['of an invitation to a meeting that has been held', () => links.reply],
  ['that is none', () => links.outcome.replace(/[^/]+$/, 'SD-222222')],
])('a link %s opens the one page, and takes nothing in', async (_which, link) => {
  const before = await versionNow();
  const nothing = await (await fetch(links.outcome.replace(/[^/]+$/, 'x'))).text();
  const opened = await fetch(link());
  expect([opened.status, await opened.text()]).toEqual([410, nothing]);
  const body = new URLSearchParams({ nonce: 'n', answer: 'acceptWithAuthority', seen: 'yes', text: 'We disagree.' });
  const sent = await fetch(link(), { method: 'POST', body });
  expect([sent.status, await sent.text()]).toEqual([410, nothing]);
  expect(await versionNow()).toBe(before);
});
