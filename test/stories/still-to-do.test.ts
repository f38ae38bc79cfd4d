/** After a decision: the list says what is to be done next, until everything is. */
import { afterEach, expect, it } from 'vitest';
import { throughGate } from './gate.ts';
import { fileRecord, signRecord } from './signing.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const listed = async (): Promise<string> => (await story.chair.asks('/strategy list')).text;

it('a decided discussion is listed with what is to be done next and by when, and goes when everything is done', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides();
  expect(await listed()).toContain(
    `0 open. 1 decided, with something still to do.\nYours\n${story.reference}\nJ.S.\nDecided. Next: seeing the child\nDue by Wednesday 25 November 2026, 2pm`,
  );

  await story.passUntil('2026-11-25T15:00');
  expect(await listed()).toContain('Next: seeing the child\nOverdue since Wednesday 25 November 2026, 2pm');
  const decided = story.reference;
  await story.convene({ meetsAt: '2026-11-26T09:00' });
  const both = await listed();
  expect(both).toContain('1 open. 1 decided, with something still to do.');
  expect(both.indexOf(decided), 'what is overdue comes first').toBeLessThan(both.indexOf(story.reference));
  await story.chair.standsDown('Convened twice by mistake');

  story.turnTo(decided);
  await story.as('socialWorker').recordsEnquiry({
    seenDate: '2026-11-25',
    seenTime: '13:00',
    'Was the child seen alone?': 'Yes',
    'Does a parent know and agree?': 'Yes',
  });
  expect(await listed()).toContain('Next: the record\nDue by Wednesday 25 November 2026, 11:59pm');

  await story.passUntil('2027-02-02T10:00');
  await signRecord(story, 'teamManager');
  expect(await listed()).toContain('Next: filing the record\nOverdue since Wednesday 25 November 2026, 11:59pm');
  await fileRecord(story, 'teamManager');
  expect(await listed()).toContain('Next: the section 47 enquiry\nOverdue since Wednesday 9 December 2026, 11:59pm');
  await throughGate(story, 'substantiatedIcpc');
  expect(await listed()).toContain('Next: the child protection conference\nOverdue since');
  const conference = await (await story.as('socialWorker').news('conference is due')).press('Record the conference');
  await conference.done('Record it', { what: 'held', date: '2026-12-14', plan: 'yes' });
  await (await story.as('socialWorker').news('The assessment is due')).done('It is done');
  expect(await listed()).toContain('None.');
});
