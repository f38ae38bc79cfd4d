/** A link to join by can be pressed, on cards and in e-mail, and nothing else that was typed becomes one. */
import { afterEach, expect, it } from 'vitest';
import { startCouncil, until, type Council } from './council.ts';
import { conveneInChannel } from './convening.ts';

let council: Council;
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const invitationTo = (person: string): Promise<string> =>
  until('the invitation by e-mail', async () => {
    const { mail } = await council.api<{ mail: { subject: string; html: string }[] }>('GET', `mail/${person}`);
    return mail.find(({ subject }) => subject.includes('Invitation'))?.html;
  });

it('an https address that the convenor typed has a button on both cards and is a link in the letter, escaped', async () => {
  council = await startCouncil();
  const url = 'https://meet.example/j/1?pwd=a&b=%22x%22';
  await conveneInChannel(council, {
    meeting: { format: 'video', where: `Join at ${url}. Or <b>ring</b> http://evil.example`, reason: '' },
  });
  const button = { type: 'Action.OpenUrl', title: 'Join the meeting', url };
  const agenda = await council.as('ellie-vaughan').card('channel', 'Who must be there');
  expect(JSON.stringify(agenda.cards)).toContain(`"url":"${url}"`);
  const invitation = await council.as('tom-reyes').card('chat', 'asks you to take part');
  expect(invitation.cards[0]?.['actions']).toContainEqual(button);

  const html = await invitationTo('carol-tench');
  const escaped = url.replace('&', '&amp;');
  expect(html).toContain(`<a href="${escaped}" style="color:#1d70b8">${escaped}</a>. Or &lt;b&gt;ring&lt;/b&gt;`);
  expect(html).not.toContain('href="http://evil');
});

it.each(['Room 4', 'http://meet.example/j/1', 'javascript:alert(1)'])('“%s” is no link', async (where) => {
  council = await startCouncil();
  await conveneInChannel(council, { meeting: { format: 'video', where } });
  const invitation = await council.as('tom-reyes').card('chat', 'asks you to take part');
  expect(JSON.stringify(invitation.cards)).not.toContain('Join the meeting');
  expect(await invitationTo('carol-tench')).not.toMatch(/href="(?:javascript|http:\/\/meet)/);
});
