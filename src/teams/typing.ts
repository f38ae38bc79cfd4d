/** What typed commands lead to. A typed command is answered in its own turn: it is a conversation, not a debt. */
import { createHash } from 'node:crypto';
import { agendaCard } from '../cards/agenda.ts';
import type { Card } from '../cards/bind.ts';
import { conveningCard } from '../cards/convening.ts';
import { listCard, listLength } from '../cards/list.ts';
import { standDownCard } from '../cards/meetingForms.ts';
import { messageCard } from '../cards/message.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { emptyConvening, saveDraft } from '../conduct/drafts.ts';
import { capacitiesOf } from '../discussion/commands/capacity.ts';
import { forbidden } from '../discussion/commands/forbidden.ts';
import { may } from '../discussion/commands/authority.ts';
import { londonDate } from '../practice/time/calendar.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { Edges, Typed } from './edges.ts';
import { readCommand } from './text.ts';
import { unreachable } from '../practice/language/unreachable.ts';

export interface Reply {
  readonly key: string;
  readonly card: Card;
  /** Shown in notifications: never case data. */
  readonly summary: string;
  /** Goes to the asker's own chat, wherever it was typed. */
  readonly forAskerOnly: boolean;
  /** The reference whose form this message announces; the agenda card replaces it later. */
  readonly announces: string | null;
}

/** Answers one typed line; an unknown command gets help, not silence. Nothing for a message already answered. */
export const answerTyped = async (text: string, edges: Edges, typed: Typed): Promise<readonly Reply[]> => {
  const command = readCommand(text) ?? { name: 'help' as const, unknown: text === '' ? null : text };
  const alone = (card: Card, summary: string): readonly Reply[] => [
    { key: typed.messageKey, card, summary, forAskerOnly: true, announces: null },
  ];
  switch (command.name) {
    case 'convene':
      return convene(edges, typed);
    case 'help':
      return [
        {
          key: typed.messageKey,
          card: helpCard(command.unknown),
          summary: 'Strategy discussions: help',
          forAskerOnly: false,
          announces: null,
        },
      ];
    case 'list':
      return alone(await list(edges, typed), 'Open strategy discussions');
    case 'show':
      return alone(await show(command.reference, edges, typed), 'A strategy discussion');
    case 'cancel':
      return alone(await cancel(command.reference, edges, typed), 'Stand down a strategy discussion');
    default:
      return unreachable('command', command);
  }
};

const convene = async (edges: Edges, { who, place, messageKey }: Typed): Promise<readonly Reply[]> => {
  const refusal = forbidden('convene', 'convene', null, who.actor);
  if (refusal !== null) {
    return [
      {
        key: messageKey,
        card: refusalCard(refusal),
        summary: 'Strategy discussion',
        forAskerOnly: true,
        announces: null,
      },
    ];
  }
  const reference = await freeReference(edges, messageKey);
  const draft = { id: reference, revision: 1, owner: who.actor.personId, body: emptyConvening(place) };
  // The same message delivered again finds its form already there, and is answered by the first delivery's card.
  if ((await saveDraft(edges.drafts, draft, edges.clock())) === 'conflict') return [];
  const card = conveningCard({ reference, owner: who.actor.name, viewers: [who.teamsId] });
  return [
    {
      key: messageKey,
      card,
      summary: 'A strategy discussion is being prepared',
      forAskerOnly: false,
      announces: reference,
    },
  ];
};

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `SD-` and six characters easy to say and hard to confuse, from the message, so that a repeat gets the same. */
const freeReference = async (edges: Edges, messageKey: string): Promise<string> => {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256').update(`${messageKey}/${attempt}`).digest();
    const reference = `SD-${[...digest.subarray(0, 6)].map((byte) => alphabet[byte % 32]).join('')}`;
    const taken = await edges.conduct.current(reference);
    if (taken === null) return reference;
  }
};

const list = async (edges: Edges, { who }: Typed): Promise<Card> => {
  if (!may('list', capacitiesOf(null, who.actor))) {
    return messageCard({
      title: 'Open strategy discussions',
      lines: ['Only children’s social care managers can list them. Yours are in your invitations in this chat.'],
    });
  }
  return listCard(await edges.store.listOpen(listLength), edges.clock());
};

const show = async (reference: string, edges: Edges, { who }: Typed): Promise<Card> => {
  const seen = await edges.conduct.read({ reference, actor: who.actor, deed: 'read' });
  if (seen.result === 'refused') return refusalCard(seen.refusal);
  return agendaCard(seen.discussion, edges.conduct.practiceOf(seen.discussion), edges.clock());
};

const cancel = async (reference: string, edges: Edges, { who }: Typed): Promise<Card> => {
  const seen = await edges.conduct.read({ reference, actor: who.actor, deed: 'read' });
  if (seen.result === 'refused') return refusalCard(seen.refusal);
  const refusal = forbidden('standDown', 'standDown', seen.discussion, who.actor);
  if (refusal !== null) return refusalCard(refusal);
  const { stage } = seen.discussion;
  if (stage === 'decided' || stage === 'stoodDown')
    return refusalCard({ code: 'tooLate', command: 'standDown', stage });
  return standDownCard(seen.discussion, edges.newId(), londonDate(edges.clock()));
};

const refusalCard = (refusal: Refusal): Card =>
  messageCard({ title: 'That cannot be done', lines: refusalWords(refusal) });

const helpCard = (unknown: string | null): Card =>
  messageCard({
    title: 'Strategy discussions',
    lines:
      unknown === null
        ? ['What you can type:']
        : [`“${unknown.slice(0, 60)}” is not something I know. What you can type:`],
    facts: [
      { title: '/strategy', value: 'Convene a strategy discussion. For children’s social care managers.' },
      { title: '/strategy list', value: 'The open discussions, the most pressing first.' },
      { title: '/strategy show REF', value: 'One discussion, such as /strategy show SD-ABC234.' },
      { title: '/strategy cancel REF', value: 'Stand one down, with a reason.' },
      { title: '/strategy help', value: 'This list.' },
    ],
  });
