import { refusalWords } from '../../words/refusalWords.ts';
import type { Handler } from '../edges.ts';
import { commandKey, readHeader } from '../press.ts';

/** Nobody outside can answer by the links sent so far; those sent from now on work. */
export const stopReplyLinks: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const command = { kind: 'stopReplyLinks' } as const;
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  return acted.result === 'done'
    ? { text: 'The reply links sent so far no longer work.' }
    : { text: refusalWords(acted.refusal).join(' ') };
};
