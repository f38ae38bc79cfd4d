/** How somebody would be told that they are invited, as far as the directory knows today. */
import type { Reached } from '../directory/reach.ts';

export const reachedWords: Readonly<Record<Exclude<Reached, 'neither'>, string>> = {
  teams: 'in Teams',
  email: 'by e-mail',
  inbox: 'through the shared mailbox of the agency',
};

/** Behind a name in a list. */
export const reachedMark = (reached: Reached): string =>
  reached === 'neither' ? 'cannot be reached: telephone them' : reachedWords[reached];

/** Once they are invited. */
export const invitedWords = (name: string, reached: Reached): string =>
  reached === 'neither'
    ? `${name} is invited. We cannot reach them: telephone them.`
    : `${name} is invited. They are told ${reachedWords[reached]}.`;
