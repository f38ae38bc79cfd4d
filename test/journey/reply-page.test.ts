import { afterAll, beforeAll, expect, it } from 'vitest';
import { councilTenantId } from '../../src/rehearsal/fictionalPerson.ts';
import { people } from '../../src/rehearsal/people.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { recordOf } from './record.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const linkIn = (text: string): string => /https?:\/\/\S+\/reply\/\S+/.exec(text)?.[0] ?? 'no link in the e-mail';
const nonceIn = (page: string): string => /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? 'no nonce on the page';

const open = async (link: string) => {
  const response = await fetch(link);
  return { status: response.status, headers: response.headers, page: await response.text() };
};
const send = async (link: string, fields: Readonly<Record<string, string>>) => {
  const response = await fetch(link, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, page: await response.text() };
};

/** What everybody reads in the channel about one discussion. */
const agendaOf = async (reference: string): Promise<string> => {
  const messages = await council.as('grace-mensah').messages('channel');
  const texts = messages.map((m) => textOf(m.cards));
  return texts.findLast((text) => text.includes('Who must be there') && text.includes(reference)) ?? '';
};

/** Convenes with the referrer, who has no Teams here, invited by e-mail. */
const invitedByEmail = async () => {
  const { reference } = await conveneInChannel(council);
  const letter = await council.as('carol-tench').letter(`Invitation to strategy discussion ${reference}`);
  return { reference, letter, link: linkIn(letter.text) };
};

it('somebody without Teams accepts by the link in their e-mail, and the channel shows it', async () => {
  const { reference, link } = await invitedByEmail();
  const { status, headers, page } = await open(link);
  expect(status).toBe(200);
  expect(page).toContain(reference);
  expect(page).toContain('Tuesday 15 September 2026, 2pm');
  // Nothing about the child, the concern, the place or anybody else.
  expect(page).not.toMatch(/Jo Sample|J\.S\.|2019|arms|Room 4|Priya|Reyes/);
  expect(page).not.toContain('<script');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');

  const answer = { nonce: nonceIn(page), answer: 'acceptWithAuthority' };
  const thanked = await send(link, answer);
  expect(thanked.page).toContain('You are down as coming');
  await until('the agenda card to show the answer', async () => {
    const agenda = await agendaOf(reference);
    return /Carol Tench[^"]*: coming/.test(agenda) ? agenda : undefined;
  });

  // The same form sent again, by a double click or an impatient browser, changes nothing.
  expect((await send(link, answer)).page).toContain('You are down as coming');
  expect((await open(link)).page).toContain('You have told us that you are coming');
});

it('what the agency knows, sent with a yes, is in the record; why not, beside a yes, is asked about', async () => {
  const { reference, link } = await invitedByEmail();
  const nonce = nonceIn((await open(link)).page);
  const yes = { nonce, answer: 'acceptWithAuthority', information: 'He was late three times this week' };
  const asked = await send(link, { ...yes, reason: 'On leave' });
  expect(asked.page).toContain('You said that you are coming.');
  for (const typed of ['On leave', yes.information]) expect(asked.page).toContain(typed);
  const before = await recordOf(council, reference);
  expect(before.discussion?.information).toEqual([]);

  expect((await send(link, yes)).page).toContain('You are down as coming');
  const { discussion } = await recordOf(council, reference);
  expect(discussion?.information).toMatchObject([{ text: yes.information, proposedActions: null }]);
});

/** A colleague of the nursery, named through the link. */
const namedBy = async (link: string, name: string, over: Readonly<Record<string, string>> = {}): Promise<string> => {
  const nonce = nonceIn((await open(link)).page);
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@littleacorns.example`;
  const named = { substituteName: name, substituteRole: 'Deputy manager', substituteEmail: email };
  return (await send(link, { nonce, answer: 'decline', reason: 'On leave', ...named, ...over })).page;
};

/** Everybody who was owed an invitation, by id. */
const invitedIn = async (reference: string): Promise<readonly string[]> =>
  (await recordOf(council, reference)).notices.flatMap(({ notice: { kind, recipient } }) =>
    kind === 'invitation' && recipient.to === 'person' ? [recipient.personId] : [],
  );

it('somebody named by link is proposed, and sent nothing; a link passed on brings nobody in', async () => {
  const { reference, link } = await invitedByEmail();
  const before = await invitedIn(reference);
  expect(await namedBy(link, 'Dana Fields')).toContain(
    'Dana Fields is proposed in your place. The convenor or chair is asked to confirm it',
  );
  for (const name of ['Ann', 'Bea'])
    expect(await namedBy(link, name)).toContain('You have proposed Dana Fields already.');
  expect((await open(link)).page).toContain('has not yet confirmed whom you named');
  expect((await open(link)).page).not.toContain('Dana');
  await council.as('priya-shah').card('chat', 'Dana Fields');
  expect(await invitedIn(reference)).toEqual(before);
  expect(JSON.stringify(await council.as('others').mail())).not.toContain('dana-fields@littleacorns.example');
});

it.each(['mother', 'The child’s grandmother'])('a role of “%s” is refused: that is family (S-1)', async (role) => {
  const { link } = await invitedByEmail();
  const page = await namedBy(link, 'Dana Fields', { substituteRole: role });
  expect(page).toContain('The family does not take part in a strategy discussion.');
  expect(page).toContain('value="Dana Fields"');
});

it('an answer that cannot be used comes back as it was typed, with what to put right', async () => {
  const { link } = await invitedByEmail();
  const nonce = nonceIn((await open(link)).page);
  const nothing = await send(link, { nonce });
  expect(nothing.status).toBe(422);
  expect(nothing.page).toContain('There is a problem');
  expect(nothing.page).toContain('<a href="#answer">Say whether you will take part.</a>');

  const alone = await send(link, { nonce, answer: 'decline', reason: '<b>On leave</b>', substituteName: 'Dana' });
  expect(alone.status).toBe(422);
  expect(alone.page).toContain('<title>Error: ');
  expect(alone.page).toContain('<a href="#cannotCome">Enter the substitute’s e-mail address.</a>');
  expect(alone.page).toContain('&lt;b&gt;On leave&lt;/b&gt;');

  const written = await send(link, {
    nonce,
    answer: 'decline',
    information: 'Seen with a bruise on Friday.',
    proposedActions: 'Medical today',
  });
  expect(written.page).toContain('You are down as not coming');
  expect(written.page).not.toContain('bruise');
});

/** In the chair’s own chat: whom somebody proposes in their place, for this discussion. */
const askedAbout = (reference: string) =>
  until(`a proposal for ${reference}`, async () =>
    (await council.as('priya-shah').messages('chat')).findLast(({ cards }) => {
      const text = textOf(cards);
      return text.includes('Dana Fields') && text.includes(reference);
    }),
  );

it('a substitute named by link is invited by e-mail when the chair confirms it, once', async () => {
  const { reference, link } = await invitedByEmail();
  await namedBy(link, 'Dana Fields');
  const asked = await askedAbout(reference);
  expect(textOf(asked.cards)).toContain('Carol Tench (Referrer, Little Acorns Nursery) cannot come');
  expect(textOf(asked.cards)).toContain('Dana Fields, Deputy manager, dana-fields@littleacorns.example');
  const [first, second] = await Promise.all([
    council.as('priya-shah').press(asked, 'Invite them'),
    council.as('priya-shah').press(asked, 'Invite them'),
  ]);
  for (const shown of [first, second]) expect(shown.text).toContain('They are invited.');
  await council.as('others').letter(`Invitation to strategy discussion ${reference}`);
  expect((await invitedIn(reference)).filter((id) => id.includes(':substitute:'))).toHaveLength(1);
  const late = await council.as('priya-shah').press(asked, 'Do not invite them');
  expect(late.text).toContain('This has been answered, or they have changed their mind.');
});

it('turned down, they are sent nothing, and the page asks for somebody else', async () => {
  const { reference, link } = await invitedByEmail();
  await namedBy(link, 'Dana Fields');
  const asked = await askedAbout(reference);
  const before = await invitedIn(reference);
  const done = await council.as('priya-shah').press(asked, 'Do not invite them');
  expect(done.text).toContain('They are not invited.');
  expect((await open(link)).page).toContain('Whom you named was not confirmed.');
  expect(await namedBy(link, 'Ann Lee')).toContain('Ann Lee is proposed in your place');
  expect(await invitedIn(reference)).toEqual(before);
});

it('a constable’s place is taken by police only, and the page says nothing of what the directory knows', async () => {
  const { reference } = await conveneInChannel(council, { people: { 'seat.police': 'sam-whitlock' } });
  const letter = await council.as('sam-whitlock').letter(`Invitation to strategy discussion ${reference}`);
  const link = linkIn(letter.text);
  const decline = async (substituteName: string, substituteEmail: string): Promise<string> => {
    const nonce = nonceIn((await open(link)).page);
    const named = { substituteName, substituteRole: 'Constable', substituteEmail };
    return (await send(link, { nonce, answer: 'decline', reason: 'On leave', ...named })).page;
  };
  const others = people.filter(({ roles, teams }) => teams?.tenantId === councilTenantId && !roles.includes('police'));
  for (const { name, email } of others) {
    const refused = await decline('Somebody', email.toUpperCase());
    expect(refused).toContain(
      'They cannot come in your place. Name somebody of your own agency who can decide for it.',
    );
    expect(refused).not.toContain(name);
    expect(refused).not.toContain('directory');
  }
  expect(await decline('Sam Whitlock', 'sam.whitlock@exampleshire.police.uk')).toContain('Name who will come');
  expect(await decline('Tom Reyes', 'Tom.Reyes@exampleshire.police.uk')).toContain(
    'DI Tom Reyes is proposed in your place',
  );
  await council.as('priya-shah').press(await council.as('priya-shah').card('chat', 'DI Tom Reyes'), 'Invite them');
  await council.as('tom-reyes').card('chat', reference);
  await until('him to be expected in the seat', async () => {
    const agenda = await agendaOf(reference);
    return /Police Dedicated Decision Maker\nDI Tom Reyes\nNo answer/.test(agenda) ? agenda : undefined;
  });
});

it.each<[string, (link: string) => string]>([
  ['altered', (link) => link.replace('.reply.', '.outcome.')],
  ['copied only in part', (link) => link.slice(0, -4)],
  ['with another expiry', (link) => link.replace(/\.reply\.\w+\./, '.reply.zzzzzzzzz.')],
])('a link %s opens nothing and does not say why', async (_name, change) => {
  const { link } = await invitedByEmail();
  const { status, page } = await open(change(link));
  expect(status).toBe(410);
  expect(page).toContain('This link no longer works');
  expect(page).not.toContain('SD-');
});

it('once stood down, the link no longer works, and an answer already typed is not taken', async () => {
  const { reference, link } = await invitedByEmail();
  const nonce = nonceIn((await open(link)).page);
  const manager = council.as('priya-shah');
  await manager.say('chat', `/strategy cancel ${reference}`);
  const form = await manager.card('chat', 'Stand it down');
  await manager.press(form, 'Stand it down', { because: 'other', reason: 'Entered twice' });
  expect((await open(link)).status).toBe(410);
  expect((await send(link, { nonce, answer: 'acceptWithAuthority' })).status).toBe(410);

  const letter = await council.as('carol-tench').letter(`${reference} is not going ahead`);
  expect(letter.text).not.toContain('/reply/');
});

it('the convenor stops the links; a link sent afterwards works', async () => {
  const { reference, link } = await invitedByEmail();
  const manager = council.as('priya-shah');
  const part = await manager.press(await manager.card('channel', `${reference}: take part`), 'Show what I can do');
  const asked = await manager.press(part, 'Stop the reply links');
  expect(asked.text).toContain('it cannot be made to work again');
  expect((await open(link)).status).toBe(200);
  const stopped = await manager.press(asked, 'Stop the links');
  expect(stopped.text).toContain('no longer work');
  expect((await open(link)).status).toBe(410);

  const agenda = await manager.card('channel', 'Who must be there');
  const form = await manager.press(agenda, 'Change the time');
  await manager.press(form, 'Set the new time', {
    date: '2026-09-15',
    time: '15:30',
    where: 'Room 4',
    reason: 'Police',
  });
  const moved = await council.as('carol-tench').letter(`New time for strategy discussion ${reference}`);
  const { status, page } = await open(linkIn(moved.text));
  expect(status).toBe(200);
  expect(page).toContain('Tuesday 15 September 2026, 3:30pm');
});

it('opened far too often, a link answers that it was', async () => {
  const { link } = await invitedByEmail();
  const statuses: number[] = [];
  for (let i = 0; i < 42; i += 1) statuses.push((await open(link)).status);
  expect(statuses.slice(0, 40).every((status) => status === 200)).toBe(true);
  expect(statuses.slice(40)).toEqual([429, 429]);
});
