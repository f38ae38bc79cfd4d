/**
 * The place where a discussion lives, as Teams has it today: the conversation it was convened in, or the convenor's own chat
 * where that was chosen, or where the conversation has vanished. Part of the composition root.
 */
import { messageCard } from '../cards/message.ts';
import type { Conduct } from '../conduct/conduct.ts';
import type { Directory } from '../directory/directory.ts';
import { leading, livesIn, participants, type Discussion } from '../discussion/state/discussion.ts';
import type { NoticeKind } from '../discussion/state/notice.ts';
import { kindOf, referenceOf } from '../discussion/state/noticeId.ts';
import type { SendTeams, TeamsMessage } from '../channels/send.ts';
import type { TeamsIdOf } from '../teams/members.ts';
import type { Roster } from '../teams/roster.ts';
import { system } from '../discussion/state/people.ts';

/** Null where the convenor is in the directory, or in Teams, no more. */
export const placeOf = async (d: Discussion, directory: Directory): Promise<TeamsMessage['to'] | null> => {
  const conversation = livesIn(d);
  if (conversation !== null) return { kind: 'conversation', conversation };
  const teams = (await directory.byId(d.convenor.personId))?.teams ?? null;
  return teams === null ? null : { kind: 'person', ...teams };
};

/** Said once for each place, however many of its cards find out. */
export const placeGone = async (
  reference: string,
  conversation: string,
  conduct: Pick<Conduct, 'act'>,
): Promise<void> => {
  const command = { kind: 'reportPlaceGone', conversation } as const;
  await conduct.act({ reference, command, actor: system, key: `${reference}/gone/${conversation}` });
};

/**
 * The agenda card takes the place of the message that announced the form, when it is in the same conversation; deleted
 * meanwhile, it is a message of its own. Where the cards are in the convenor's own chat, the announcement says no more.
 */
export const inPlaceOfAnnouncement =
  ({ roster, sendTeams }: { readonly roster: Roster; readonly sendTeams: SendTeams }): SendTeams =>
  async (message) => {
    const { id, replaces, to } = message;
    const isFirst = replaces === null && kindOf(id) === 'agendaCard';
    const announced = isFirst ? await roster.announcement(referenceOf(id)) : null;
    if (announced === null) return sendTeams(message);
    if (to.kind === 'conversation') {
      if (to.conversation !== announced.conversation) return sendTeams(message);
      const updated = await sendTeams({ ...message, replaces: announced.activityId });
      return updated.result === 'closed' ? sendTeams(message) : updated;
    }
    const withdrawn = await sendTeams({ ...message, ...nothingToSee(announced) });
    return withdrawn.result === 'sent' || withdrawn.result === 'closed' ? sendTeams(message) : withdrawn;
  };

/** It has named a form that is filled in by now. */
const nothingToSee = ({
  conversation,
  activityId,
}: {
  readonly conversation: string;
  readonly activityId: string;
}) => ({
  to: { kind: 'conversation' as const, conversation },
  summary: 'This form is closed',
  card: messageCard({ title: 'Strategy discussions', lines: ['This form is closed.'] }),
  replaces: activityId,
});

/** Teams refreshes a card by itself for so many and no more. */
const mostViewers = 60;

/** Whose client shows their own view of a card by itself; for everybody else it is a button, refused to whoever may not. */
const whoseView = (kind: NoticeKind, d: Discussion): readonly { readonly personId: string }[] => {
  switch (kind) {
    case 'agendaCard':
    case 'takingPartCard':
      return participants(d);
    case 'decisionCard':
      return d.stage === 'decided' ? participants(d) : [d.chair];
    case 'deliveryCard':
      return leading(d);
    default:
      return [];
  }
};

export const viewersOf = async (
  kind: NoticeKind,
  d: Discussion,
  edges: { readonly directory: Directory; readonly teamsIdOf: TeamsIdOf },
): Promise<readonly string[]> => {
  const ids: (string | null)[] = [];
  // One after another: Teams answers fourteen such questions a second.
  for (const { personId } of whoseView(kind, d).slice(0, mostViewers)) {
    const teams = (await edges.directory.byId(personId))?.teams ?? null;
    ids.push(teams === null ? null : await edges.teamsIdOf(teams, d.place.conversation));
  }
  return ids.filter((id) => id !== null);
};
