/** E-2, E-3: emergency action that somebody else recorded leaves the chair something to weigh. It stands all the same. */
import { z } from 'zod';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { always } from '../wanted.ts';

const shape = {
  actions: z.array(
    z.object({
      recordedAt: text,
      /** What was done, by whom and when; null where others might read it. */
      done: z.object({ what: text, by: text, at: text }).nullable(),
      toWeigh: z.array(z.object({ words: text, rule: text })),
    }),
  ),
};

const whatToWeigh = letter('emergency-to-weigh', shape, (view, reader) => ({
  actions: actionsOf(view).map(({ action, takenBy, takenAt, recordedAt, weighed }) => ({
    recordedAt: formatLondon(recordedAt),
    done: reader.secure ? { what: action, by: takenBy, at: formatLondon(takenAt) } : null,
    toWeigh: weighed?.toWeigh ?? [],
  })),
}));

/** Owed in the commit that records it: at that very time. To a chair who has taken over, all there was by then. */
const actionsOf = ({ d, notice }: View): Discussion['emergencyActions'] => {
  const own = d.emergencyActions.filter(({ recordedAt }) => recordedAt === notice.owedAt);
  return own.length > 0
    ? own
    : d.emergencyActions.filter(
        ({ recordedAt, weighed }) => recordedAt < notice.owedAt && (weighed?.toWeigh ?? []).length > 0,
      );
};

export const emergencyToWeigh: Message = {
  ...task,
  wanted: always,
  letter: toAll(whatToWeigh),
  buttons: ['seen', 'openDiscussion'],
  proof: 'Emergency action: what to weigh',
};
