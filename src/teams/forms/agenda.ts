import { agendaAnswer } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { readable } from './submitting.ts';

export const showAgenda: Handler = (press, edges) => readable(press, edges, (d) => agendaAnswer(d, null, edges));
