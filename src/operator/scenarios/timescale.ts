/** `timescale`: by when a discussion that has just been convened must be held (T-*). */
import { deadlineOf } from '../../discussion/matter/deadline.ts';
import { matterOf } from '../../discussion/matter/matterOf.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import type { Practice } from '../../practice/practice.ts';
import { answering, type Teller } from './answer.ts';
import { assessedAsGiven } from './asGiven.ts';
import { convenor } from './cast.ts';
import { conveneCommand, sceneOf } from './convening.ts';
import { nothingTold, tell, type Told } from './told.ts';

export const timescale: Teller = (practice, given) =>
  answering(convenedWithAction(practice, given), (d) => {
    const found = assessedAsGiven(practice, matterOf(d), given);
    const { dueAt, rule, warnings, adviseBy } = deadlineOf(found);
    return { ...found.timescale, dueAt, governing: rule, warnings, adviseBy };
  });

/** Emergency action that the form was not told of is recorded once there is a discussion (E-1). */
export const convenedWithAction = (practice: Practice, given: CaseFile): Told => {
  const scene = sceneOf(given);
  const told = tell(nothingTold(practice), convenor, conveneCommand(practice, given, scene), scene.at);
  const { emergencyActionAt, circumstances = [] } = given;
  if (!emergencyActionAt || circumstances.includes('emergencyActionTaken')) return told;
  const action = { action: 'As in the scenario', takenAt: emergencyActionAt, takenBy: 'The police' };
  return tell(told, convenor, { kind: 'recordEmergencyAction', ...action }, scene.at);
};
