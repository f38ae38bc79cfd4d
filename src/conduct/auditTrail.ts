/** Who did and who read what, when: a line for each commit and each look, from what is held about a discussion. */
import { fold } from './fold.ts';
import type { Child } from '../discussion/state/childShape.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Actor } from '../discussion/state/people.ts';
import { plainWords } from '../practice/language/spelling.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Held } from '../store/archive.ts';

export interface Trace {
  readonly at: Instant;
  readonly reference: string;
  /** An id of the directory, or what an operator called themselves. */
  readonly who: string;
  readonly name: string;
  /** `operator`: at the machine, or as an older program noted it. */
  readonly via: Actor['via'];
  readonly did: 'changed' | 'read';
  readonly what: string;
}

/** What was changed, and then what was read. `names` has those of the directory by id. */
export const traces = (
  { reference, commits, reads }: Pick<Held, 'reference' | 'commits' | 'reads'>,
  names: ReadonlyMap<string, string>,
): readonly Trace[] => {
  // Whoever has left the directory is known by what they did here.
  const known = new Map([...commits.map(({ actor }) => [actor.personId as string, actor.name] as const), ...names]);
  const changed = commits.map(({ at, actor, events }): Trace => ({
    ...{ at, reference, who: actor.personId, name: actor.name, via: actor.via, did: 'changed' },
    what: events.map(({ type }) => spaced(type)).join(', '),
  }));
  const read = reads.map(({ at, personId, deed }): Trace => {
    const name = known.get(personId);
    return {
      ...{ at, reference, who: personId, name: name ?? personId, did: 'read', what: spaced(deed) },
      via: name === undefined ? 'operator' : 'teams',
    };
  });
  return [...changed, ...read];
};

/** `informationShared`: “information shared”. */
const spaced = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** Whether a discussion was ever about this child: by its name, however spelt, or the council’s number for it. */
export const isAbout = ({ commits }: Pick<Held, 'commits'>, child: string): boolean => {
  const d = fold(commits);
  if (d === null) return false;
  return asItEverWas(d).some((each) => isCalled(each, child) || each.caseReference === child.trim());
};

/** Every child it is or was about, as it is and as it was before it was corrected. */
export const asItEverWas = ({ children, changedChildren }: Discussion): readonly Child[] => [
  ...children,
  ...changedChildren.map(({ child }) => child),
];

export const isCalled = ({ name }: Child, asked: string): boolean =>
  plainWords(name).join(' ') === plainWords(asked).join(' ');
