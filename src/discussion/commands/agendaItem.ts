/** An entry under an item of the agenda, or why it does not apply (A-*): from the first meeting on, until it is stood down. */
import { assessed } from '../matter/assessed.ts';
import { entryUnder } from '../state/agendaEntry.ts';
import { hasMet, type Discussion } from '../state/discussion.ts';
import { isRecordClosed } from '../state/signing.ts';
import type { CommandOf } from './command.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

export const enterAgendaItem = (
  state: Discussion,
  { item, as, text, basedOn }: CommandOf<'enterAgendaItem'>,
  { practice }: Context,
): Ruling => {
  if (state.stage === 'stoodDown') return refused({ code: 'tooLate', command: 'enterAgendaItem', stage: state.stage });
  if (isRecordClosed(state)) return refused({ code: 'recordClosed', chair: state.chair.name });
  if (!hasMet(state)) return refused({ code: 'notInSession', command: 'enterAgendaItem' });
  if (!assessed(state, practice).agenda.some(({ id }) => id === item)) return refused({ code: 'noSuchItem' });
  if (text.trim() === '') return refused({ code: 'nothingEntered' });
  const before = entryUnder(state.agenda, item);
  const isAsBefore = before !== null && before.as === as && before.text === text;
  if (isAsBefore) return refused({ code: 'nothingEntered' });
  if (before !== null && before.version > basedOn) return refused({ code: 'itemEnteredMeanwhile', now: before });
  return accepted({ type: 'agendaItemEntered', item, as, text });
};
