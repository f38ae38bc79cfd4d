/** E-2, E-3: emergency action that somebody else recorded leaves the chair something to weigh. It stands all the same. */
import { z } from 'zod';
import { formatLondon } from '../../practice/time/calendar.ts';
import { task } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { always } from '../wanted.ts';

const shape = {
  recordedAt: text,
  /** What was done, by whom and when; null where others might read it. */
  done: z.object({ what: text, by: text, at: text }).nullable(),
  toWeigh: z.array(z.object({ words: text, rule: text })),
};

const whatToWeigh = letter('emergency-to-weigh', shape, (view, reader) => {
  const { action, takenBy, takenAt, recordedAt, weighed } = actionOf(view);
  return {
    recordedAt: formatLondon(recordedAt),
    done: reader.secure ? { what: action, by: takenBy, at: formatLondon(takenAt) } : null,
    toWeigh: weighed?.toWeigh ?? [],
  };
});

/** Owed in the commit that records it: at that very time. */
const actionOf = ({ d, notice }: View) => {
  const found = d.emergencyActions.find(({ recordedAt }) => recordedAt === notice.owedAt);
  if (found === undefined) throw new Error(`${notice.id} is about emergency action that ${d.reference} does not have`);
  return found;
};

export const emergencyToWeigh: Message = {
  ...task,
  wanted: always,
  letter: toAll(whatToWeigh),
  buttons: ['seen', 'openDiscussion'],
  proof: 'Emergency action: what to weigh',
};
