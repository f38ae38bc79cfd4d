import { describe, expect, it } from 'vitest';
import { parseEntries, type DirectoryPerson } from '../../src/directory/entry.ts';
import { whomToRing } from '../../src/directory/ring.ts';
import type { PersonRecipient } from '../../src/discussion/state/notice.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { manager, police, professional } from '../builders/people.ts';
import { convenedStory, stateOf } from '../builders/story.ts';

const chair = professional('the-chair', 'serviceManager', { rank: 'serviceManager' });
const d = stateOf(convenedStory(undefined, manager, { chair, invitees: [chair, police] }));
const council = { authority: 'Exampleshire County Council', telephone: '01632 960 100' };

const to = ({ personId }: Participant): PersonRecipient => ({ to: 'person', personId });
const numbers = (...those: readonly Participant[]) => ({
  byId: (id: string) =>
    Promise.resolve(
      those.some(({ personId }) => personId === id) ? ({ telephone: `number of ${id}` } as DirectoryPerson) : null,
    ),
});

describe('somebody who is written to can ring', () => {
  it.each<[string, readonly Participant[], PersonRecipient, string | undefined]>([
    ['whoever convened it', [manager, chair], to(police), manager.personId],
    ['the chair, where the directory has no number of the convenor', [chair], to(police), chair.personId],
    ['the council, where it has neither', [], to(police), undefined],
    ['the chair, if they convened it themselves', [manager, chair], to(manager), chair.personId],
    ['whoever convened it, about their referral', [manager], { to: 'referrer' }, manager.personId],
  ])('%s', async (_whom, known, recipient, expected) => {
    const { whom, on } = (await whomToRing(recipient, d, numbers(...known), council)) ?? {};
    expect(on).toBe(expected === undefined ? council.telephone : `number of ${expected}`);
    expect(whom).toBe(expected === undefined ? council.authority : expected);
  });

  it('the council, if they are of the public or the family', async () => {
    const { referral } = d;
    for (const standing of ['public', 'family'] as const) {
      const reported = { ...d, referral: { ...referral, referrer: { ...referral.referrer, standing } } };
      const ring = await whomToRing({ to: 'referrer' }, reported, numbers(manager, chair), council);
      expect(ring).toEqual({ whom: council.authority, on: council.telephone });
    }
  });

  it('nobody, where no number is known', async () => {
    expect(await whomToRing(to(police), d, numbers(), { ...council, telephone: null })).toBeNull();
  });
});

describe('a telephone number in the directory', () => {
  const faultsOf = (telephone: string): readonly string[] => {
    const person = { id: 'p', name: 'P', title: 'T', agency: 'A', roles: ['police'], telephone };
    const parsed = parseEntries(JSON.stringify({ people: [person] }));
    return parsed.result === 'refused' ? parsed.faults : [];
  };

  it.each([
    '01632 960 101',
    '(01632) 960101',
    '+44 (0)1632 960101',
    '01632-960-101',
    '07700 900 123',
    '01632 960 101 ext. 12',
    '01632 960101 x12',
    '01632 960101, extension 4512',
  ])('“%s” is one', (number) => {
    expect(faultsOf(number)).toEqual([]);
  });

  it.each(['n/a', 'ask Priya', '01632 960 101 or 07700 900 123', '12', ''])('“%s” is not', (number) => {
    expect(faultsOf(number)).toEqual([
      'Person 1 (p) telephone must be a telephone number such as 01632 960 101 ext. 12.',
    ]);
  });
});
