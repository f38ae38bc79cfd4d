import { partOf } from '../../cards/takingPart.ts';
import { discussionCard } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { readable } from './submitting.ts';

export const showAgenda: Handler = (press, edges) =>
  readable(press, edges, (d) => ({ card: discussionCard(d, press.who, edges) }));

/** Asked by clients themselves when the card comes into sight, and by whoever wants to see their own buttons. */
export const showPart: Handler = (press, edges) =>
  readable(press, edges, (d) => ({
    card: partOf(d, edges.conduct.practiceOf(d), press.who.actor, edges.clock()),
  }));
