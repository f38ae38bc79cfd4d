import { afterEach, describe, expect, it } from 'vitest';
import { standards, type StandardName } from './cast.ts';
import { inWords } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const ready = 'Will you bring all your agency’s information?';
const notReady = `“${ready}” No`;
const inLiverpool = async (): Promise<void> => {
  story = await begin({ standard: 'liverpool', at: '2026-11-24T10:00' });
  await story.convene({ seats: { police: 'constable' }, others: ['socialWorker'], meetsAt: '2026-11-24T15:00' });
};

describe('whether an agency’s information is ready (Q-11)', () => {
  it('is asked in Teams; a no is taken, and whoever convened sees it on the card and is warned in time', async () => {
    await inLiverpool();
    const form = await (await story.as('health').news('asks you to take part')).press('Reply to the invitation');
    const done = await form.done('Send my reply', { answer: 'acceptWithAuthority', [ready]: 'no' });
    expect(done.text).toContain('You are down as coming');
    expect((await story.chair.agenda()).text).toContain(`Grace Mensah. ${notReady}`);

    await story.as('socialWorker').accepts();
    await story.as('constable').answersMail('Invitation', { answer: 'acceptWithAuthority' });
    await story.passUntil('2026-11-24T13:05');
    const warning = await story.letter('teamLeader', 'Somebody who is coming is not ready yet');
    expect(warning.text).toContain(`Grace Mensah, Exampleshire Community NHS Trust: ${notReady}`);
    expect(warning.text).not.toContain('Nobody has said they are coming');

    await story.as('health').here();
    expect((await story.chair.agenda()).text).not.toContain(notReady);
  });

  it('is asked on the page that a link leads to, and a no is taken there too', async () => {
    await inLiverpool();
    const answers = { answer: 'acceptWithAuthority', 'coming.infoReady': 'no' };
    expect(await story.as('constable').answersMail('Invitation', answers)).toContain('You are down as coming');
    expect((await story.chair.agenda()).text).toContain(notReady);
  });

  it('need not be answered, and yes says nothing', async () => {
    await inLiverpool();
    await story.as('health').accepts();
    await story.as('constable').answersMail('Invitation', { answer: 'acceptWithAuthority', 'coming.infoReady': 'yes' });
    expect((await story.chair.agenda()).text).not.toContain(ready);
  });

  it.each((Object.keys(standards) as StandardName[]).filter((name) => name !== 'liverpool'))(
    'is not asked under %s, which does not ask it',
    async (standard) => {
      story = await begin({ standard, at: '2026-11-24T10:00' });
      await story.convene({ seats: { police: 'constable' }, meetsAt: '2026-11-24T15:00' });
      const form = await (await story.as('health').news('asks you to take part')).press('Reply to the invitation');
      expect(inWords(form.card)).not.toContain('information?');
      await expect(story.as('constable').answersMail('Invitation', { 'coming.infoReady': 'no' })).rejects.toThrow(
        'the page does not ask “coming.infoReady”',
      );
    },
  );
});
