import type { Discussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { Stamp } from '../state/stamp.ts';
import { message, type Owed } from './owed.ts';

/** E-2, E-3: whoever recorded it has read it on the answer to their form; the chair, where that is somebody else, here. */
export const toWeigh = (
  { weighed }: EventOf<'emergencyActionRecorded'>,
  { chair }: Discussion,
  { by }: Stamp,
): readonly Owed[] => {
  const [first] = weighed?.toWeigh ?? [];
  return first === undefined || by === chair.personId
    ? []
    : [{ ...message('emergencyToWeigh', chair, null), rule: first.rule }];
};
