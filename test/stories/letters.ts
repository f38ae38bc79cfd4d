/** What has reached one person about one discussion: by e-mail, and in their own chat with the bot. */
import type { Mail } from '../journey/council.ts';
import { cast, type Role } from './cast.ts';
import { handOf, Refused } from './hand.ts';
import { sentencesOn } from './screen.ts';
import type { Stage } from './stage.ts';

export interface Letter {
  readonly by: 'e-mail' | 'Teams';
  /** The subject of an e-mail; the first sentence of a card. */
  readonly heading: string;
  readonly text: string;
}

export const lettersTo = async (stage: Stage, role: Role, reference: string): Promise<readonly Letter[]> => {
  const cards = await handOf(stage, role)
    .sees({ place: 'chat', saying: [reference] })
    .catch(() => []);
  const mails = await stage.as(cast[role]).mail();
  return [
    ...cards.map(({ card, text }): Letter => ({ by: 'Teams', heading: sentencesOn(card)[0] ?? '', text })),
    ...mails
      .filter(({ subject, text }) => `${subject}\n${text}`.includes(reference))
      .map(({ subject, text }): Letter => ({ by: 'e-mail', heading: subject, text })),
  ];
};

/** The newest e-mail about it whose subject says this. */
export const mailTo = async (stage: Stage, role: Role, reference: string, saying: string): Promise<Mail> => {
  const mails = await stage.as(cast[role]).mail();
  const found = mails.find(({ subject }) => subject.includes(saying) && subject.includes(reference));
  if (found !== undefined) return found;
  throw new Error(`${role} has no e-mail “${saying}”; there are ${mails.map((m) => `“${m.subject}”`).join(', ')}`);
};

const tagless = (page: string): string =>
  (/<main[^]*<\/main>/.exec(page)?.[0] ?? page)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Opens the link in an e-mail and sends the form on the page with these answers. Returns what the next page says. */
export const answerByLink = async (mail: Mail, answers: Readonly<Record<string, string>>): Promise<string> => {
  const link = /https?:\/\/\S+\/reply\/\S+/.exec(mail.text)?.[0];
  if (link === undefined) throw new Error(`there is no link in “${mail.subject}”:\n${mail.text}`);
  const page = await (await fetch(link)).text();
  const nonce = /name="nonce" value="([^"]+)"/.exec(page)?.[1];
  for (const name of Object.keys(answers)) {
    if (!page.includes(`name="${name}"`)) throw new Error(`the page does not ask “${name}”. It says: ${tagless(page)}`);
  }
  const body = new URLSearchParams({ ...(nonce === undefined ? {} : { nonce }), ...answers });
  const answered = await fetch(link, { method: 'POST', body });
  const said = tagless(await answered.text());
  if (!answered.ok) throw new Refused(`the page answered ${answered.status}: ${said}`);
  return said;
};
