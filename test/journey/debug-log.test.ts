import { afterAll, beforeAll, expect, it } from 'vitest';
import { people } from '../../src/rehearsal/people.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, until, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { firstPageOfDecision, openDecision, arrive } from './takingPart.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil({ env: { LOG_LEVEL: 'debug' } });
});
afterAll(() => council.stop());

/** All that anybody types in the story. */
const typed = {
  name: 'Jo Sample',
  initials: 'J.S.',
  birthDate: '2019-03-01',
  referrerName: 'Carol Tench',
  referrerAgency: 'Little Acorns Nursery',
  referrerEmail: 'carol@littleacorns.example',
  concern: 'Unexplained marks on both arms',
  where: 'Room 4, Civic Centre',
  information: 'Seen at home on Monday. Two bruises.',
  reasons: firstPageOfDecision.reasons,
  familyWhat: firstPageOfDecision.familyWhat,
  ...planOfJointEnquiry,
} as const;

it('says by id and code what happened, and nothing about anybody', async () => {
  const manager = council.as('priya-shah');
  const { name, initials, birthDate, referrerName, referrerAgency, referrerEmail, concern, where } = typed;
  const { reference } = await conveneInChannel(council, {
    child: { name, initials, birthDate },
    referral: { referrerName, referrerAgency, referrerEmail },
    concern: { concern },
    meeting: { where },
  });
  await council.as('carol-tench').letter('Invitation to strategy discussion');
  await arrive(council, ['priya-shah', 'ellie-vaughan', 'grace-mensah']);
  const social = council.as('ellie-vaughan');
  const add = await social.press(await social.card('channel', 'Who must be there'), 'Add information');
  await social.press(add, 'Add to the record', { text: typed.information });
  const details = await manager.press(await openDecision(council), 'Continue', firstPageOfDecision);
  const lastLook = await manager.press(details, 'Continue', planOfJointEnquiry);
  const refused = await manager.press(lastLook, 'Record the decision');
  expect(refused.text).toContain('The decision cannot be recorded yet');

  const entries = (): readonly Readonly<Record<string, unknown>>[] =>
    council.faults.map((line) => JSON.parse(line) as Record<string, unknown>);
  await until('the invitation to be settled', () =>
    Promise.resolve(
      entries().find(({ what, noticeId }) => what === 'notice' && String(noticeId).includes('invitation')),
    ),
  );
  expect(entries()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'activity', type: 'message', verb: null }),
      expect.objectContaining({ what: 'activity', type: 'invoke', name: 'adaptiveCard/action' }),
      expect.objectContaining({ what: 'looked', level: 'info', reference, by: 'priya-shah' }),
      expect.objectContaining({ what: 'command', reference, command: 'convene', by: 'priya-shah', repeated: false }),
      expect.objectContaining({ what: 'command', reference, command: 'shareInformation' }),
      expect.objectContaining({ what: 'refusal', reference, command: 'recordDecision', code: 'inquorate' }),
      expect.objectContaining({ what: 'notice', status: 'sent', settled: 'settled' }),
    ]),
  );

  const log = council.faults.join('\n').toLowerCase();
  const { birthDate: born, ...words } = typed;
  const invented = people.flatMap((person) => [person.name, person.email]);
  for (const told of [...Object.values(words), born, '1 March 2019', ...invented]) {
    expect(log).not.toContain(told.toLowerCase());
  }
});
