/** The fictional council as the Agents Playground is told of it: the same ids as everywhere else, so the bot knows them. */
import { councilTenantId, type FictionalPerson, type TeamsIdentity } from '../rehearsal/fictionalPerson.ts';
import { people } from '../rehearsal/people.ts';
import { botId, botName, channel, groupChat, personalChats } from '../rehearsal/places.ts';

/** One person acts in the Playground, the manager who convenes and chairs. */
const manager = 'priya-shah';
/** Its configuration takes exactly five more: those who fill the seats of an ordinary discussion, and the school. */
const colleagues = ['ellie-vaughan', 'tom-reyes', 'grace-mensah', 'anil-kapoor', 'ruth-ellison'];

/** Whether the Playground has this person. It fails on a message to anybody else, so they are reached by e-mail. */
export const isInPlayground = (personId: string): boolean => [manager, ...colleagues].includes(personId);

/** What the Playground reads at `M365_AGENTS_PLAYGROUND_CONFIG_PATH`, version 0.1.1, with its own spelling. */
export interface PlaygroundCast {
  readonly version: '0.1.1';
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly currentUser: PlaygroundUser;
  readonly users: readonly PlaygroundUser[];
  readonly personalChat: { readonly id: string };
  readonly groupChat: { readonly id: string; readonly name: string };
  readonly team: {
    readonly id: string;
    readonly name: string;
    readonly aadGroupId: string;
    readonly channels: readonly { readonly id: string; readonly name: string }[];
  };
}

interface PlaygroundUser {
  readonly id: string;
  readonly name: string;
  readonly userPrincipleName: string;
  readonly aadObjectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
}

/** The team's Entra group, which only the Playground asks for. */
const teamGroupId = 'b1c0ffee-5a3e-4d27-9c61-2f8e7d4a9b05';

export const playgroundCast = (): PlaygroundCast => ({
  version: '0.1.1',
  tenantId: councilTenantId,
  bot: { id: botId, name: botName },
  currentUser: user(manager),
  users: colleagues.map(user),
  personalChat: { id: personalChatOf(manager) },
  groupChat: { id: groupChat.id, name: groupChat.name },
  team: {
    id: channel.teamId,
    name: channel.teamName,
    aadGroupId: teamGroupId,
    channels: [{ id: channel.id, name: channel.name }],
  },
});

const inTeams = (id: string): FictionalPerson & { readonly teams: TeamsIdentity } => {
  const person = people.find((candidate) => candidate.id === id);
  if (person?.teams == null) throw new Error(`${id} is not a person with a Teams account`);
  return { ...person, teams: person.teams };
};

const user = (id: string): PlaygroundUser => {
  const { name, email, teams } = inTeams(id);
  const surname = name.slice(name.lastIndexOf(' ') + 1);
  return {
    // Teams opens a chat with either of a person's ids, the Playground only with this one: the one a directory knows.
    id: teams.userId,
    name,
    userPrincipleName: email,
    aadObjectId: teams.userId,
    givenName: name.slice(0, -surname.length).trim(),
    surname,
    email,
  };
};

const personalChatOf = (id: string): string => {
  const chat = personalChats.find(({ members }) => members.some((member) => member.id === id));
  if (chat === undefined) throw new Error(`${id} has no chat with the bot`);
  return chat.id;
};
