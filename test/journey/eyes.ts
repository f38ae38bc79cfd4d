/** Everything one person was sent or is shown, wherever that is, as text to be searched. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import PostalMime from 'postal-mime';
import { people } from '../../src/rehearsal/people.ts';
import { textOf, type Council } from './council.ts';

const openings = ['part.show', 'agenda.read', 'said.open', 'delivery.show', 'decision.show', 'told.open'];

/** All that one person's client shows by itself, or at a press of what stands on the cards of the channel. */
export const viewsOf = async (council: Council, person: string, reference: string): Promise<string> => {
  const who = council.as(person);
  // A press is answered by who presses what, on whichever card it stands.
  const message = (await who.posted('channel')).find(({ cards }) => cards.length > 0);
  if (message === undefined) throw new Error('there is no card in the channel');
  const seen: string[] = [];
  for (const verb of openings) {
    seen.push((await who.forge(message, { type: 'Action.Execute', verb, data: { reference } })).text);
  }
  return seen.join('\n');
};

export const postedIn = async (council: Council, person: string, place: string): Promise<string> =>
  (await council.as(person).posted(place)).map(({ text, cards }) => `${text} ${textOf(cards)}`).join('\n');

/** Every part of every letter to an address, the calendar file included. */
export const mailOf = async (council: Council, address: string): Promise<string> => {
  const mailbox = people.find(({ email }) => email === address)?.id ?? 'others';
  const { mail } = await council.api<{ mail: { id: string; recipients: string[] }[] }>('GET', `mail/${mailbox}`);
  const parts = await Promise.all(
    mail
      .filter(({ recipients }) => recipients.includes(address))
      .map(async ({ id }) => {
        const raw = await fetch(`${council.origin}/rehearsal/api/mail/source/${id}`);
        const { subject, text, html, attachments, headers } = await PostalMime.parse(await raw.text());
        const files = attachments.map(({ content, filename }) =>
          typeof content === 'string' ? content : `${filename} ${new TextDecoder().decode(content)}`,
        );
        return [subject, text, html, JSON.stringify(headers), ...files].join('\n');
      }),
  );
  return parts.join('\n').replaceAll('\r\n ', '');
};

/** What whoever holds the links of an address reads behind them. */
export const pagesOf = async (council: Council, address: string): Promise<string> => {
  const links = [...(await mailOf(council, address)).matchAll(/https?:\/\/[^\s"<>]+\/reply\/[\w.-]+/g)];
  if (links.length === 0) throw new Error(`no link was sent to ${address}`);
  const urls = new Set(links.map(([url]) => url));
  return (await Promise.all([...urls].map(async (url) => (await fetch(url)).text()))).join('\n');
};

/** What notifications say on a locked screen, everybody's. */
export const summariesIn = ({ dataDir }: Council): readonly string[] => {
  const tenant = new DatabaseSync(join(dataDir, 'rehearsal.sqlite'), { readOnly: true });
  const rows = tenant.prepare('SELECT summary FROM message WHERE summary IS NOT NULL').all();
  tenant.close();
  return rows.map(({ summary }) => String(summary));
};

export const factsIn = <F extends string>(facts: Readonly<Record<F, RegExp>>, text: string): readonly F[] =>
  (Object.keys(facts) as F[]).filter((fact) => facts[fact].test(text));
