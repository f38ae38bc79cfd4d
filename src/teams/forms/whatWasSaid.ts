import { z } from 'zod';
import { whatWasSaidCard } from '../../cards/whatWasSaid.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import type { Handler } from '../edges.ts';
import { carriedBy } from '../press.ts';
import { opens } from './submitting.ts';

const carried = z.object({ part: z.number().int().min(1).default(1) });

/** What those taking part wrote down, for one of them; every reading is recorded. */
export const openWhatWasSaid: Handler = opens((d, press, { conduct, clock }) =>
  whatWasSaidCard(d, conduct.practiceOf(d), londonDate(clock()), carriedBy(carried, press).part),
);
