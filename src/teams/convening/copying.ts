/** What a convene form takes over from an earlier discussion, for whoever may read that one: its children and its people. */
import { conveneChildCard } from '../../cards/conveneChild.ts';
import { withConfirmation } from '../../cards/confirmation.ts';
import type { ConveningDraft } from '../../conduct/drafts.ts';
import { mostChildren, nextChildId } from '../../discussion/state/childrenChanged.ts';
import { isSameChild, type Child } from '../../discussion/state/childShape.ts';
import { attendanceOf, type Discussion } from '../../discussion/state/discussion.ts';
import { isNamed } from '../../discussion/state/namedPerson.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import { referenceTyped } from '../../typed/reference.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import type { Edges, Handler } from '../edges.ts';
import { asTyped } from '../press.ts';
import { withChildren } from './childrenPage.ts';
import type { Convening } from './conveneForm.ts';
import { mostNamed } from './peoplePage.ts';
import { page } from './pages.ts';

export const copyEarlier: Handler = page('child', async (press, form, edges) => {
  const now = edges.clock();
  const typed = asTyped(press.data);
  const refuse = (...problems: readonly string[]) => ({ problems, again: () => conveneChildCard(form, now, typed) });
  const reference = referenceTyped(typed['copyFrom'] ?? '');
  if (reference === null) return refuse('Enter the reference of the discussion, such as SD-ABC234.');
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed: 'read' });
  if (seen.result === 'refused') return refuse(...refusalWords(seen.refusal));
  const children = withThose(form.body.children, seen.discussion.children);
  if (children.length > mostChildren) {
    return refuse(...refusalWords({ code: 'tooManyChildren', most: mostChildren }));
  }
  const copied = await samePeople(seen.discussion, form.id, edges);
  const done = copiedWords(reference, children.length - form.body.children.length, copied);
  return {
    next: { ...withChildren(form.body, children), ...copied.people, peopleChosen: false },
    card: (saved: Convening) => withConfirmation(conveneChildCard(saved, now, { ...typed, copyFrom: '' }), done),
  };
});

/** Each child once: who is on the form already stays as they are there. */
const withThose = (here: readonly Child[], theirs: readonly Child[]): Child[] =>
  theirs
    .filter((child) => !here.some((known) => isSameChild(known, child)))
    .reduce<Child[]>(
      (all, { name, initials, birth, caseReference }) => [
        ...all,
        { childId: nextChildId(all), name, initials, birth, caseReference },
      ],
      [...here],
    );

interface Copied {
  readonly people: Pick<ConveningDraft, 'seats' | 'others' | 'named'>;
  /** How many have left, or cannot be written to. */
  readonly left: number;
}

/** Those who took part, or were invited and did not decline. Which seat each takes is for the standard to say. */
export const samePeople = async (
  d: Discussion,
  formId: string,
  { directory }: Pick<Edges, 'directory'>,
): Promise<Copied> => {
  const all = lastTime(d);
  const listed = new Set((await directory.all()).map(({ id }) => id));
  const others = all.flatMap(({ personId: id }) => (listed.has(id) ? [id] : []));
  const named = all.filter(({ personId: id, email }) => isNamed(id) && email !== null).slice(0, mostNamed);
  return {
    people: {
      seats: others.includes(d.chair.personId) ? { chair: d.chair.personId } : {},
      others,
      named: named.map((person, i) => ({ ...person, personId: personId(`${formId}:named:${i + 1}`) })),
    },
    left: all.length - others.length - named.length,
  };
};

/** Whoever made the referral then comes as its referrer only. */
const lastTime = (d: Discussion): readonly Participant[] => {
  const coming = d.invitations.filter(({ reply }) => reply.answer !== 'declined').map(({ participant }) => participant);
  const everyone = [d.chair, ...coming, ...attendanceOf(d).map(({ participant }) => participant)];
  const once = new Map(everyone.map((person) => [person.personId, person]));
  return [...once.values()].filter(({ role }) => role !== 'referrer');
};

const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

const copiedWords = (reference: string, children: number, { people: { others, named }, left }: Copied): string => {
  const people = counted(others.length + named.length, 'person', 'people');
  const missing =
    left === 0 ? '' : ` ${counted(left, 'person', 'people')} could not be copied: they are not in the directory.`;
  return `Copied from ${reference}: ${counted(children, 'child', 'children')}, and ${people} to invite.${missing}`;
};
