/** People of the directory as participants, and as a list to choose from. */
import { choiceOf, type Choice } from '../cards/bind.ts';
import type { Staff } from '../cards/onDuty.ts';
import type { Directory, DirectoryPerson } from '../directory/directory.ts';
import { participants, type Discussion } from '../discussion/state/discussion.ts';
import { personId, type Participant } from '../discussion/state/people.ts';
import type { Instant } from '../practice/time/instant.ts';

/** What somebody of whom the directory says nothing more takes part as. */
export const anyRole = 'professional';

export const usualRole = ({ roles }: DirectoryPerson): string => roles[0] ?? anyRole;

/** A directory person as a participant in one role. */
export const participantFrom = (person: DirectoryPerson, role = usualRole(person)): Participant => ({
  personId: personId(person.id),
  name: person.name,
  role,
  agency: person.agency,
  rank: person.rank,
  email: null,
});

/** What somebody of the directory takes part in a discussion as: what they were invited as, where that is theirs. */
export const roleIn = (d: Discussion, person: DirectoryPerson): string => {
  const before = participants(d).find(({ personId: id }) => id === person.id)?.role;
  return before !== undefined && [...person.roles, 'referrer'].includes(before) ? before : usualRole(person);
};

/** `mark`: what is to be known of them beside it. */
export const personChoice = (p: Pick<DirectoryPerson, 'id' | 'name' | 'agency'>, mark = ''): Choice =>
  choiceOf(`${p.name}${mark}, ${p.agency}`, p.id);

/** Everybody in the directory, and who of them is on duty. */
export const staffAt = async (directory: Pick<Directory, 'all' | 'onDuty'>, now: Instant): Promise<Staff> => {
  const [people, onDuty] = await Promise.all([directory.all(), directory.onDuty(now)]);
  return { people, onDuty };
};
