/**
 * What people type, `/strategy` and its words, a file a command; text.ts reads them. A typed command is answered in its own
 * turn: it is a conversation, not a debt.
 */
import type { Card } from '../../cards/bind.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import type { Edges } from '../edges.ts';
import { actions } from './actions.ts';
import { audit } from './audit.ts';
import { cancel } from './cancel.ts';
import { convene } from './convene.ts';
import { closeFor } from '../forms/close.ts';
import { handOverFor } from '../forms/handOver.ts';
import { reconveneFor } from '../forms/reconvene.ts';
import { filing } from './filing.ts';
import { helpCard } from './help.ts';
import { list } from './list.ts';
import { rota } from './rota.ts';
import { service } from './service.ts';
import { show } from './show.ts';
import { readCommand } from './text.ts';
import type { Reply, Typed } from './typed.ts';

/** Answers one typed line; an unknown command gets help, not silence. */
export const answerTyped = async (text: string, edges: Edges, typed: Typed): Promise<Reply> => {
  const asksForHelp = text === '' || /^\/?help[.!?]?$/i.test(text);
  const command = readCommand(text) ?? { name: 'help' as const, unknown: asksForHelp ? null : text };
  switch (command.name) {
    case 'convene':
      return convene(edges, typed);
    case 'help':
      // What was typed may name a child: nobody else reads it again.
      return {
        ...alone(
          helpCard(command.unknown, typed.place.kind === 'personal', typed.who.person),
          'Strategy discussions: help',
        ),
        forAskerOnly: false,
        isUnderstood: command.unknown === null,
      };
    case 'list':
      return alone(await list(edges, typed), 'Open strategy discussions');
    case 'rota':
      return alone(await rota(edges, typed), 'Who is on duty');
    case 'filing':
      return alone(await filing(edges, typed), 'Records to file');
    case 'service':
      return alone(await service(edges, typed), 'How the service stands');
    case 'audit':
      return alone(await audit(command.reference, edges, typed), 'Who did and read what');
    case 'show':
      return alone(await show(command.reference, edges, typed), 'A strategy discussion');
    case 'cancel':
      return alone(await cancel(command.reference, edges, typed), 'Stand down a strategy discussion');
    case 'actions':
      return alone(await actions(command.reference, edges, typed), 'Actions of strategy discussions');
    case 'handover':
      return alone(await handOverFor(command.reference, typed.who, edges), 'Hand over a strategy discussion');
    case 'reconvene':
      return alone(await reconveneFor(command.reference, typed.who, edges), 'Change the time of a strategy discussion');
    case 'close':
      return alone(await closeFor(command.reference, typed.who, edges), 'Close a strategy discussion');
    default:
      return unreachable('command', command);
  }
};

const alone = (card: Card, summary: string): Reply => ({
  card,
  summary,
  forAskerOnly: true,
  isUnderstood: true,
  announces: null,
});
