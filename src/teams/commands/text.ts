/** One of the bot's commands, as somebody typed it. */
import { referenceTyped } from '../../typed/reference.ts';

export type TypedCommand =
  | { readonly name: 'convene' }
  | { readonly name: 'help'; readonly unknown: string | null }
  | { readonly name: 'list' | 'rota' | 'filing' | 'service' }
  | { readonly name: 'show' | 'cancel' | 'handover' | 'reconvene' | 'close' | 'audit'; readonly reference: string }
  /** Null: those of whoever asks, in all discussions. */
  | { readonly name: 'actions'; readonly reference: string | null };

/** Reads a command; the leading slash is optional. Null when the text is not addressed to `strategy` at all. */
export const readCommand = (text: string): TypedCommand | null => {
  const [first = '', second = '', third = ''] = text.split(' ');
  if (first.toLowerCase().replace(/^\//, '') !== 'strategy') return null;
  const word = second.toLowerCase();
  const named = referenceTyped(second);
  if (named !== null) return { name: 'show', reference: named };
  const reference = referenceTyped(third) ?? third.toUpperCase();
  switch (word) {
    case '':
      return { name: 'convene' };
    case 'help':
      return { name: 'help', unknown: null };
    case 'list':
    case 'rota':
    case 'filing':
    case 'service':
      return { name: word };
    case 'show':
    case 'cancel':
    case 'handover':
    case 'reconvene':
    case 'close':
    case 'audit':
      return reference === '' ? { name: 'help', unknown: `${word} without a reference` } : { name: word, reference };
    case 'actions':
      return { name: word, reference: reference === '' ? null : reference };
    default:
      return { name: 'help', unknown: second };
  }
};
