/**
 * The record of one child of several holds nothing of the others. What people write cannot be split by child, so what
 * names another child is left out whole, and the record says that it was.
 */
import type { Child } from '../../discussion/state/childShape.ts';
import { plainWords } from '../../practice/language/spelling.ts';
import type { Block } from '../paper/paper.ts';
import { leaveOut } from './leaveOut.ts';

const leftOut = 'Left out here, because it names another child. It is in the full record.';

type Named = Pick<Child, 'childId' | 'name' | 'initials'>;

/** The words that mean another child and not this one: brothers and sisters share a surname. */
const namesOf = (children: readonly Named[], childId: string): readonly string[] => {
  const own = new Set(children.filter((child) => child.childId === childId).flatMap(({ name }) => plainWords(name)));
  return children
    .filter((child) => child.childId !== childId)
    .flatMap(({ name }) => plainWords(name))
    .filter((word) => word.length > 1 && !own.has(word));
};

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** `K.S.`, `KS` and `k. s.` are one. */
const initialsOf = (children: readonly Named[], childId: string): readonly string[] => {
  const own = children.filter((child) => child.childId === childId).map(({ initials }) => letters(initials));
  return children
    .filter((child) => child.childId !== childId)
    .map(({ initials }) => letters(initials))
    .filter((initials) => initials !== '' && !own.includes(initials));
};

/** Whether something that was written names a child other than this one. */
export const namesAnother = (children: readonly Named[], childId: string): ((text: string) => boolean) => {
  const names = new Set(namesOf(children, childId));
  const initials = new Set(initialsOf(children, childId));
  return (text) =>
    plainWords(text).some((word) => names.has(word)) ||
    (text.match(/(?<![\p{L}\p{N}])(?:\p{Lu}[.\s]*){2,4}(?![\p{L}\p{N}])/gu) ?? []).some((run) =>
      initials.has(letters(run)),
    );
};

export const aboutOne = (blocks: readonly Block[], children: readonly Named[], childId: string): readonly Block[] =>
  leaveOut(blocks, namesAnother(children, childId), leftOut);
