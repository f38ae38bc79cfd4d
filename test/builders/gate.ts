/** An enquiry on its way through the gate (GT-*), from a discussion that has been decided under the Practice Standards. */
import type { CommandOf } from '../../src/discussion/commands/command.ts';
import { assessed } from '../../src/discussion/matter/assessed.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { tuesday } from './convene.ts';
import { manager, professional, socialWorker } from './people.ts';
import { practiceFor } from './standards.ts';
import { stateOf, type Story } from './story.ts';

export const headOfService = professional('head-of-service', 'headOfService', { rank: 'headOfService' });

/** Everything the report asks, as it should be. */
export const complete = (d: Discussion): CommandOf<'reportEnquiry'>['answers'] => {
  const asked = assessed(d, practiceFor('practice-standards-2025')).child('A').gate?.asked ?? [];
  const of = (area: 's47Record' | 'gate'): Record<string, string> =>
    Object.fromEntries(
      (asked.find((each) => each.area === area)?.fields ?? []).map(({ name, kind, choices }) => [
        name,
        kind === 'yesNo' ? 'yes' : kind === 'date' ? '2026-10-01' : (choices?.[0]?.value ?? 'As found'),
      ]),
    );
  return { s47Record: of('s47Record'), gate: of('gate') };
};

export const reported = (decided: Story, by: Participant = socialWorker): Story => {
  const seen = decided.then(socialWorker, {
    kind: 'recordEnquiry',
    childId: 'A',
    seen: { at: tuesday, answers: { seenAlone: 'yes' } },
    answers: { parentalPermission: { permissionGiven: 'yes' } },
  });
  return seen.then(by, { kind: 'reportEnquiry', childId: 'A', answers: complete(stateOf(seen)) });
};

export const sentBack = (decided: Story): Story =>
  reported(decided).then(manager, { kind: 'sendEnquiryBack', childId: 'A', reason: 'The school has not been asked' });

export const checked = (decided: Story): Story =>
  reported(decided).then(manager, { kind: 'checkEnquiry', childId: 'A', decider: headOfService });

export const finished = (decided: Story): Story =>
  checked(decided).then(headOfService, {
    kind: 'recordResult',
    childId: 'A',
    result: 'substantiatedIcpc',
    reason: 'The harm is likely to go on',
  });
