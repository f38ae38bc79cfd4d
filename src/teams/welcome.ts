/** What the bot says where it was added: what it does there, and who reads it. Nothing, where it was removed. */
import type { Activity } from 'botbuilder';
import { messageCard } from '../cards/message.ts';
import type { Card } from '../cards/bind.ts';
import type { SendTeams } from '../channels/send.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Drafts } from '../store/rows.ts';
import { answerOnce } from './answeredOnce.ts';
import { sendAnswer } from './sendAnswer.ts';

type Scope = 'personal' | 'groupChat' | 'channel';

const shared = (place: string): readonly string[] => [
  'Children’s social care managers convene a strategy discussion with /strategy.',
  `Everybody in ${place} reads what is posted here: the reference of a discussion, initials, ages, the time, and which seats are filled. All else each person taking part sees by themselves.`,
  'Do not write a child’s name here. For all that can be typed: /strategy help.',
];

const lines: Readonly<Record<Scope, readonly string[]>> = {
  personal: [
    'This is your own chat with the bot: nobody else reads it. What you are asked, told and owed about a strategy discussion comes here.',
    'Children’s social care managers convene one with /strategy. For all that can be typed: help.',
  ],
  groupChat: shared('this chat'),
  channel: shared('this channel'),
};

const welcomeCard = (scope: Scope): Card => messageCard({ title: 'Strategy discussions', lines: [...lines[scope]] });

/** Never rejects: nobody asked for it, so that it could not be sent is for the log alone. */
export const welcome = async (
  activity: Activity,
  edges: {
    readonly drafts: Drafts;
    readonly sendTeams: SendTeams;
    readonly clock: () => Instant;
    readonly fault: (error: unknown) => string;
  },
): Promise<void> => {
  const { conversation, id = '', action } = activity;
  if (action !== 'add') return;
  const key = `${conversation.id}/welcome/${id}`;
  const card = welcomeCard(scopeOf(conversation.conversationType));
  const to = { kind: 'conversation', conversation: conversation.id } as const;
  try {
    await answerOnce({ key, text: '', isEdit: false }, edges, async (repeat) => {
      const sent = await sendAnswer({ key, card, summary: 'Strategy discussions', repeat }, to, edges);
      return sent.result === 'sent' || sent.result === 'unknown' ? 'answered' : 'failed';
    });
  } catch (error) {
    edges.fault(error);
  }
};

const scopeOf = (type: string | undefined): Scope => (type === 'personal' || type === 'groupChat' ? type : 'channel');
