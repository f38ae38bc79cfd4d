import type { CommandOf } from '../../src/discussion/commands/command.ts';
import type { Child } from '../../src/discussion/state/childShape.ts';
import { child, saying } from './convene.ts';
import { health, manager, police, professional, socialWorker } from './people.ts';
import { convenedStory, type Story } from './story.ts';

/** Of the council where the child lives. */
export const quill = professional('quill', 'homeAuthority', { agency: 'Northmoor Borough Council' });

/** A child was found here and lives in Northmoor. */
export const foundHere = (
  standard: 'practice-standards-2025' | 'liverpool' = 'practice-standards-2025',
  children: readonly Child[] = [child()],
): Story => {
  const chair =
    standard === 'liverpool' ? professional('manager', 'teamManager', { rank: 'childrensTeamLeader' }) : manager;
  const facts = saying(
    ['hostNotHome'],
    children.map(({ childId }) => childId),
  );
  return convenedStory(standard, chair, { chair, facts, children, invitees: [socialWorker, police, health] });
};

export const askTransfer = (over: Partial<CommandOf<'askTransfer'>> = {}): CommandOf<'askTransfer'> => ({
  kind: 'askTransfer',
  childIds: ['A'],
  of: quill,
  note: '',
  ...over,
});

export const answerTransfer = (accepts: boolean, transfer = 1): CommandOf<'answerTransfer'> => ({
  kind: 'answerTransfer',
  transfer,
  accepts,
  words: accepts ? 'We take Jo Sample from today' : 'Jo Sample moved away in May',
});

export const enterTransferAnswer = (
  how: 'letter' | 'email' | 'telephone',
  over: Partial<CommandOf<'enterTransferAnswer'>> = {},
): CommandOf<'enterTransferAnswer'> => ({
  ...answerTransfer(true),
  kind: 'enterTransferAnswer',
  entered: { how, from: 'Ann Cole, Head of Service', on: '2026-09-15' },
  ...over,
});
