import { agendaCard } from '../../cards/agenda.ts';
import { partOf } from '../../cards/takingPart.ts';
import { discussionCard } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { readable } from './submitting.ts';

/** Asked by clients themselves as well, whenever the card in the thread changes. The buttons have a card of their own there. */
export const readAgenda: Handler = (press, edges) =>
  readable(press, edges, (d) => ({ card: agendaCard(d, edges.conduct.practiceOf(d), edges.clock()) }));

/** With the buttons, where there is no such card: in somebody's own chat, and in a thread of before. */
export const showAgenda: Handler = (press, edges) =>
  readable(press, edges, (d) => ({ card: discussionCard(d, press.who, edges) }));

/** Asked by clients themselves when the card comes into sight, and by whoever wants to see their own buttons. */
export const showPart: Handler = (press, edges) =>
  readable(press, edges, (d) => ({
    card: partOf(d, edges.conduct.practiceOf(d), press.who.actor, edges.clock()),
  }));
