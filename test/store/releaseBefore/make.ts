/**
 * Writes `strategy.sqlite` and `known.json` into the folder it is given: discussions at every stage, by stories through
 * the bot of the code it is run with. See README.md beside it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import type { StandardName } from '../../stories/cast.ts';
import type { Convening } from '../../stories/convening.ts';
import { signRecord } from '../../stories/signing.ts';
import { begin, type Story } from '../../stories/story.ts';
import { formKnown, knownOf } from './known.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'released-'));
const story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00', dataDir });
const told = new Map<string, string>();

const convened = async (what: string, standard: StandardName, about: Convening): Promise<void> => {
  await story.under(standard);
  await story.convene({ meetsAt: '2026-11-26T14:00', ...about });
  told.set(what, story.reference);
};
const turnTo = (what: string): void => story.turnTo(told.get(what) ?? '');

/** Filled in up to its third page, and left. */
const halfFilled = async ({ chair }: Story): Promise<string> => {
  await chair.say('channel', '/strategy');
  let page = await chair.press('Open the form', { saying: ['New strategy discussion'] });
  page = await page.press('Continue', {
    name: 'Robin Draft',
    initials: 'R.D.',
    birthKind: 'born',
    birthDate: '2021-05-17',
    receivedDate: '2026-11-24',
    receivedTime: '08:40',
    referrerName: 'Dr Una Field',
    standing: 'professional',
    referrerAgency: 'Exampleshire General Hospital',
    referrerEmail: 'una.field@exampleshire.nhs.net',
  });
  await page.press('Continue', { concern: 'Found alone at home twice' });
  return /SD-[A-Z0-9]{6}/.exec(JSON.stringify(page.card))?.[0] ?? '';
};

const draft = await halfFilled(story);

await convened('replies awaited', 'sandwell', {
  children: [
    { name: 'Ada Fixture', initials: 'A.F.', birthDate: '2015-02-11' },
    { name: 'Ben Fixture', initials: 'B.F.', birthDate: '2018-09-30', caseReference: 'EX-1002' },
  ],
  concern: { concern: 'Both children say they are hit', concerns: ['physicalInjury'] },
  others: ['adultServices'],
});
await story.as('police').accepts();
await story.as('school').declines({
  reason: 'Inspection that day',
  information: 'Both often hungry in the morning',
  proposedActions: 'Breakfast at school',
});
await story.as('health').declines({ reason: 'In court', substitute: 'bea-cartwright' });

await convened('in session', 'practice-standards-2025', {
  children: [{ name: 'Cleo Fixture', initials: 'C.F.', birthDate: '2012-07-04' }],
});
await story.arrive('teamManager', 'socialWorker', 'health');
await story.chair.recordsAttendance('constable', { authority: 'no' });
await story.as('socialWorker').addsInformation('Seen at school. A bruise on the left arm.');
await story.chair.recordsEmergencyAction('Stays with an aunt tonight', { takenBy: 'Ellie Vaughan' });

await convened('inquorate and meeting again', 'practice-standards-2025', {
  children: [{ name: 'Dan Fixture', initials: 'D.F.', birthDate: '2010-12-24' }],
  meetsAt: '2026-11-24T12:00',
});
await story.arrive('teamManager', 'socialWorker');
await story.as('socialWorker').addsInformation('The school has kept a diary.');
await story.chair.changesTime('2026-11-26T09:00', 'No police, no health');

await convened('decision half filled', 'liverpool', {
  children: [{ name: '', initials: 'U.F.', birthKind: 'unborn', birthDate: '2027-02-14' }],
  concern: { concern: 'An earlier child was removed', concerns: ['preBirth'] },
});
await story.arrive('teamLeader', 'police', 'midwife');
await story.chair.press('Open the decision form', { saying: [`Strategy discussion ${story.reference}`] });
const decision = await story.chair.press('Open the decision form', { saying: [`Decision on ${story.reference}`] });
await decision.press('Continue', {
  s47: 'yes',
  outcomes: ['s47Joint'],
  reasons: 'The risk is there from birth.',
  family: 'told',
  familyWhat: 'The midwife and the social worker visit together.',
});

await convened('decided', 'darlington', {
  children: [
    { name: 'Eve Fixture', initials: 'E.F.', birthDate: '2019-01-05' },
    { name: 'Flo Fixture', initials: 'F.F.', birthDate: '2022-06-06' },
  ],
  others: ['school'],
});
await story.arrive();
await story.chair.decides({ children: [{}, { s47: 'no', outcomes: ['s17Assessment'] }] });
await (await story.as('police').news('I have read this')).press('I have read this');

await convened('disagreement', 'practice-standards-2025', {
  children: [{ name: 'Gus Fixture', initials: 'G.F.', birthDate: '2016-03-03' }],
});
await story.arrive();
await story.chair.decides({ s47: 'no', outcomes: ['s17Assessment'] });
await story.as('referrer').answersMail('Outcome', { answer: 'disagree', reason: 'His sister lives there too.' });
await story.as('health').disagrees('The injuries were not looked at by a doctor.');

await convened('told by telephone', 'working-together-2023', {
  children: [{ name: 'Hal Fixture', initials: 'H.F.', birthDate: '2014-10-10' }],
  referral: { referrerName: 'Ivy Northcott', referrerEmail: '', referrerPhone: '01632 960123' },
});
await story.arrive();
await story.chair.decides();
const call = await (await story.chair.news('Please telephone')).press('I have told them');
await call.done('Record the call', { spokeTo: 'Ivy Northcott' });

await convened('stood down', 'sandwell', {
  children: [{ name: 'Ida Fixture', initials: 'I.F.', birthDate: '2020-08-08' }],
});
await story.chair.standsDown('Entered twice');

await story.passUntil('2026-11-25T09:05');
await story.under('practice-standards-2025');
turnTo('disagreement');
await signRecord(story, 'teamManager');
turnTo('in session');
await story.passUntil('2026-11-25T09:10');

const at = story.now().toISOString();
await story.end();

const stores = openSqlite(join(dataDir, 'strategy.sqlite'));
const forms = [
  await formKnown(stores.drafts, { id: draft, kind: 'convening' }),
  await formKnown(stores.drafts, { id: `${told.get('decision half filled') ?? ''}:decision:0`, kind: 'deciding' }),
];
const discussions = [];
for (const [what, reference] of told) {
  discussions.push({ what, ...((await knownOf(stores.store, reference)) as object) });
}
await stores.close();

const into = process.argv[2] ?? '.';
const known = { at, forms, discussions };
writeFileSync(join(into, 'known.json'), `${JSON.stringify(known, null, 2)}\n`);
rmSync(join(into, 'strategy.sqlite'), { force: true });
const database = new DatabaseSync(join(dataDir, 'strategy.sqlite'));
database.exec(`PRAGMA wal_checkpoint(TRUNCATE); VACUUM INTO '${join(into, 'strategy.sqlite')}'`);
database.close();
rmSync(dataDir, { recursive: true, force: true });
