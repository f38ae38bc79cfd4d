/** The chair lets somebody who took part read the signed record on a page, and a code opens it each time. */
import { unreachable } from '../../practice/language/unreachable.ts';
import { hour, plusMillis } from '../../practice/time/instant.ts';
import { isPresent, type Decided, type Discussion } from '../state/discussion.ts';
import { codeInForce, codesAnHour, readersOf, recordReader } from '../state/recordReaders.ts';
import { recordInForce } from '../state/signing.ts';
import type { Command, CommandOf } from './command.ts';
import type { ReadingCommand } from './readingCommand.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

const kinds: Readonly<Record<ReadingCommand['kind'], true>> = {
  letReadRecord: true,
  askRecordCode: true,
  enterRecordCode: true,
};
export const isAboutReading = (command: Command): command is ReadingCommand => Object.hasOwn(kinds, command.kind);

/** The record is read after the discussion is closed as well. */
export const decideReading = (state: Discussion, command: ReadingCommand, context: Context): Ruling => {
  if (state.stage !== 'decided') return refused({ code: 'notDecidedYet' });
  switch (command.kind) {
    case 'letReadRecord':
      return letRead(state, command);
    case 'askRecordCode':
      return ask(state, context);
    case 'enterRecordCode':
      return enter(state, command, context);
    default:
      return unreachable('command', command);
  }
};

const letRead = (state: Decided, { readers }: CommandOf<'letReadRecord'>): Ruling => {
  if (!readers.every((who) => isPresent(state, who))) return refused({ code: 'notPresent', name: null });
  const before = readersOf(state).map(({ personId }) => personId);
  const opened = [...new Set(readers)].filter((who) => !before.includes(who));
  const closed = before.filter((who) => !readers.includes(who));
  if (opened.length + closed.length === 0) return refused({ code: 'readersAsBefore' });
  return accepted(
    ...opened.map((personId) => ({ type: 'recordPageOpened', personId }) as const),
    ...closed.map((personId) => ({ type: 'recordPageClosed', personId }) as const),
  );
};

const ask = (state: Decided, { actor, at }: Context): Ruling => {
  const reader = recordReader(state, actor.personId);
  if (reader === null || recordInForce(state) === null) return refused({ code: 'recordNotOpen' });
  const lately = reader.codes.filter((code) => code.at > plusMillis(at, -hour));
  return lately.length >= codesAnHour ? refused({ code: 'codesTooOften' }) : accepted({ type: 'recordCodeAsked' });
};

const enter = (state: Decided, { asked, right }: CommandOf<'enterRecordCode'>, { actor, at }: Context): Ruling => {
  const reader = recordReader(state, actor.personId);
  if (reader === null || recordInForce(state) === null) return refused({ code: 'recordNotOpen' });
  return codeInForce(reader, at)?.version === asked
    ? accepted({ type: 'recordCodeEntered', right })
    : refused({ code: 'codeGone' });
};
