/**
 * Activities as Teams writes them: the envelope every message, invoke and installation shares, in the field's own form.
 * Shapes follow the documented examples of bot conversations in channels, group chats and personal chats.
 */
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { botId, botName, conversationIdOf } from './places.ts';
import type { Place } from './places.ts';
import type { FictionalPerson } from './fictionalPerson.ts';

const timeZone = 'Europe/London';

/** Anything JSON can hold, as sent to the bot. */
export type Activity = Readonly<Record<string, unknown>>;

export interface Setting {
  /** Where bots send their answers. */
  readonly serviceUrl: string;
  readonly now: Date;
}

/** An instant as Teams writes `localTimestamp`: London's clock with its offset from UTC. */
const londonTimestamp = (now: Date): string => format(new TZDate(now, timeZone), "yyyy-MM-dd'T'HH:mm:ssxxx");

/** How Teams names a person to a bot. */
const accountOf = (person: FictionalPerson): Activity => ({
  id: person.teams?.mri,
  name: person.name,
  aadObjectId: person.teams?.userId,
});

const botAccount: Activity = { id: botId, name: botName };

const conversationTypes = { channel: 'channel', groupChat: 'groupChat', personal: 'personal' } as const;

const conversationOf = (place: Place, thread: string | null): Activity => ({
  ...(place.kind === 'personal' ? {} : { isGroup: true }),
  ...(place.kind === 'groupChat' ? { name: place.name } : {}),
  conversationType: conversationTypes[place.kind],
  tenantId: place.tenantId,
  id: conversationIdOf(place, thread),
});

/** In channels the tenant is that of the person speaking, which for an outsider is not the team's own. */
const channelDataOf = (place: Place, tenantId: string): Activity => ({
  ...(place.kind === 'channel'
    ? {
        teamsChannelId: place.id,
        teamsTeamId: place.teamId,
        channel: { id: place.id, name: place.name },
        team: { id: place.teamId, name: place.teamName },
      }
    : {}),
  tenant: { id: tenantId },
});

const envelope = (setting: Setting, place: Place, thread: string | null, person: FictionalPerson): Activity => ({
  channelId: 'msteams',
  serviceUrl: setting.serviceUrl,
  timestamp: setting.now.toISOString(),
  localTimestamp: londonTimestamp(setting.now),
  localTimezone: timeZone,
  locale: 'en-GB',
  from: accountOf(person),
  conversation: conversationOf(place, thread),
  recipient: botAccount,
  channelData: channelDataOf(place, person.teams?.tenantId ?? place.tenantId),
});

const clientInfo: Activity = {
  type: 'clientInfo',
  locale: 'en-GB',
  country: 'GB',
  platform: 'Web',
  timezone: timeZone,
};

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface Utterance {
  readonly id: string;
  readonly person: FictionalPerson;
  readonly place: Place;
  readonly thread: string | null;
  readonly text: string;
  readonly mentionsBot: boolean;
  /** A private slash command: a targeted message that the rest of the conversation never sees. */
  readonly isPrivate: boolean;
}

/** What a person typed. A mention arrives as `<at>` in the text with an entity, and once more as HTML. */
export const messageActivity = (setting: Setting, said: Utterance): Activity => {
  const base = envelope(setting, said.place, said.thread, said.person);
  const mention = `<at>${botName}</at>`;
  const text = said.mentionsBot ? `${mention} ${said.text}` : said.text;
  const html = `<p>${said.mentionsBot ? `<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">${botName}</span>&nbsp;` : ''}${escapeHtml(said.text)}</p>`;
  return {
    ...base,
    type: 'message',
    id: said.id,
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: html }],
    entities: [...(said.mentionsBot ? [{ type: 'mention', mentioned: botAccount, text: mention }] : []), clientInfo],
    ...(said.isPrivate ? { recipient: { ...botAccount, isTargeted: true } } : {}),
  };
};

export interface CardUse {
  readonly id: string;
  readonly person: FictionalPerson;
  readonly place: Place;
  readonly thread: string | null;
  readonly messageId: string;
}

/** `Action.Execute`: an invoke. `automatic` is a refresh the person did not ask for. */
export const executeActivity = (
  setting: Setting,
  use: CardUse,
  action: Activity,
  trigger: 'manual' | 'automatic',
): Activity => ({
  ...envelope(setting, use.place, use.thread, use.person),
  type: 'invoke',
  name: 'adaptiveCard/action',
  id: use.id,
  replyToId: use.messageId,
  value: { action: { type: 'Action.Execute', ...action }, trigger },
  entities: [clientInfo],
});

/** Somebody types into a list that has `choices.data`: their client asks the bot who or what there is. */
export const searchActivity = (
  setting: Setting,
  use: CardUse,
  query: { readonly text: string; readonly dataset: string },
): Activity => ({
  ...envelope(setting, use.place, use.thread, use.person),
  type: 'invoke',
  name: 'application/search',
  id: use.id,
  replyToId: use.messageId,
  value: { queryText: query.text, queryOptions: { skip: 0, top: 15 }, dataset: query.dataset },
  entities: [clientInfo],
});

/** `Action.Submit`: a message without text whose `value` is the form. */
export const submitActivity = (setting: Setting, use: CardUse, data: unknown): Activity => ({
  ...envelope(setting, use.place, use.thread, use.person),
  type: 'message',
  id: use.id,
  replyToId: use.messageId,
  value: data,
  entities: [clientInfo],
});

/** Somebody joins an online meeting or leaves it: told to a bot that has `OnlineMeetingParticipant.Read.Chat` there. */
export const meetingActivity = (
  setting: Setting,
  moving: Pick<Utterance, 'id' | 'person' | 'place' | 'thread'> & { readonly event: 'join' | 'leave' },
): Activity => {
  const { id, person, place, thread, event } = moving;
  const base = envelope(setting, place, thread, person);
  return {
    ...base,
    type: 'event',
    id,
    name: `application/vnd.microsoft.meetingParticipant${event === 'join' ? 'Join' : 'Leave'}`,
    value: {
      members: [
        {
          user: { ...accountOf(person), tenantId: person.teams?.tenantId },
          meeting: { inMeeting: event === 'join', role: 'Attendee' },
        },
      ],
    },
    channelData: { ...channelDataOf(place, place.tenantId), source: null, meeting: { id: `meeting/${place.id}` } },
  };
};

/** Sent when the app is added to a place: to the team or group chat as a whole, or to one person's own chat. */
export const installationActivities = (setting: Setting, place: Place, addedBy: FictionalPerson): Activity[] => {
  const base = envelope(setting, place, null, addedBy);
  const event = place.kind === 'channel' ? { eventType: 'teamMemberAdded' } : {};
  const channelData = { ...channelDataOf(place, place.tenantId), ...event };
  return [
    { ...base, type: 'conversationUpdate', id: `f:${place.id}/added`, membersAdded: [botAccount], channelData },
    { ...base, type: 'installationUpdate', id: `f:${place.id}/installed`, action: 'add', channelData },
  ];
};
