/** one press on the warning before a meeting invites somebody it names, for a seat that nobody has promised to fill. */
import { messageCard } from '../../cards/message.ts';
import type { DirectoryPerson } from '../../directory/directory.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import { seatsNotPromised } from '../../discussion/matter/foreseen.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Practice } from '../../practice/practice.ts';
import { invitedWords } from '../../words/reachedWords.ts';
import { reachedBy } from '../../directory/reach.ts';
import { participantFrom, usualRole } from '../directoryPeople.ts';
import type { Handler } from '../edges.ts';
import { readHeader } from '../press.ts';
import { aboutMessage, carriedByMessage } from './ownMessage.ts';

export const inviteAsked: Handler = async (press, edges) => {
  const person = await edges.directory.byId(carriedByMessage(press).choice ?? '');
  if (person === null) return { card: hasLeft };
  const d = await edges.conduct.current(readHeader(press).reference);
  const role = d === null ? usualRole(person) : roleFor(person, d, edges.conduct.practiceOf(d));
  const participant = participantFrom(person, role);
  const reached = await reachedBy(participant, edges.directory);
  return aboutMessage(press, edges, () => ({
    command: { kind: 'invite', participant, insteadOf: null },
    done: invitedWords(person.name, reached),
  }));
};

const hasLeft = messageCard({
  title: 'Nobody was invited',
  lines: ['They are no longer in the directory. Open the discussion to invite somebody else.'],
});

/** What takes the seat they are asked for. */
const roleFor = (person: DirectoryPerson, d: Discussion, practice: Practice): string => {
  const open = seatsNotPromised(d, practice).map(({ seat }) => seat);
  const wanted = assessed(d, practice)
    .seats.filter(({ seat }) => open.includes(seat))
    .flatMap(({ roles }) => roles);
  return wanted.find((role) => person.roles.includes(role)) ?? usualRole(person);
};
