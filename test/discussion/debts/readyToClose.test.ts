import { expect, it } from 'vitest';
import type { Command } from '../../../src/discussion/commands/command.ts';
import type { Notice } from '../../../src/discussion/state/notice.ts';
import { hour, plusMillis } from '../../../src/practice/time/instant.ts';
import { agree, settle } from '../../builders/action.ts';
import { quorate } from '../../builders/attendance.ts';
import { tuesday } from '../../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { manager, police, professional } from '../../builders/people.ts';
import { fileRecord, signRecord } from '../../builders/signing.ts';
import type { Story } from '../../builders/story.ts';
import { answerTransfer, askTransfer, foundHere, quill } from '../../builders/transfer.ts';

/** All but the record has passed to the home authority. */
const unsigned = quorate(foundHere())
  .then(manager, recordDecision([jointEnquiry()]))
  .then(manager, askTransfer())
  .then(quill, answerTransfer(true));
const recordSent: Notice = {
  ...{ id: 'SD-TEST22/7/record/manager' as Notice['id'], kind: 'record', rule: null, owedAt: tuesday },
  ...{ recipient: { to: 'person', personId: manager.personId }, deadline: null },
};
const decided = unsigned.then(manager, signRecord());
const recordMade = fileRecord;
const asked = ({ notices }: Story) =>
  notices.filter(({ kind }) => kind === 'readyToClose').map(({ recipient, owedAt }) => [recipient, owedAt]);
const inAnHour = plusMillis(tuesday, hour);

it('whoever chairs is asked to close it once the last of it is done, and by nothing that comes after', () => {
  expect(asked(unsigned)).toEqual([]);
  expect(asked(decided), 'R-3: signed, and not filed').toEqual([]);
  const ready = decided.then(manager, recordMade);
  expect(asked(ready)).toEqual([[{ to: 'person', personId: 'manager' }, inAnHour]]);
  const read: Command = { kind: 'acknowledge', notice: recordSent };
  expect(asked(ready.then(manager, read))).toEqual([]);
});

it('an action that is agreed after all is done first, and then they are asked again', () => {
  const again = decided.then(manager, recordMade).then(manager, agree(police));
  expect(asked(again)).toEqual([]);
  expect(asked(again.then(police, settle('done')))).toEqual([[{ to: 'person', personId: 'manager' }, inAnHour]]);
});

it('whoever takes the chair is asked in their place', () => {
  const deputy = professional('deputy', 'teamManager', { rank: 'teamManager' });
  const handed = decided
    .then(manager, recordMade)
    .then(manager, { kind: 'handOver', part: 'chair', to: deputy, reason: 'On leave', seen: 0 });
  expect(asked(handed)).toEqual([[{ to: 'person', personId: 'deputy' }, inAnHour]]);
});
