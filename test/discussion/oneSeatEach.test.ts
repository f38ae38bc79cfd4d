/** Whoever takes part, and however often they were typed: a seat is filled by somebody it is for, and by nobody else’s namesake. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quorumNow } from '../../src/discussion/matter/quorumNow.ts';
import { namedPersonId } from '../../src/discussion/state/namedPerson.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import type { Quorum } from '../../src/practice/answers/quorum.ts';
import { assessed } from '../../src/discussion/matter/assessed.ts';
import { practiceFor } from '../builders/standards.ts';
import { present } from '../builders/attendance.ts';
import { manager, professional } from '../builders/people.ts';
import { convenedStory, type Story } from '../builders/story.ts';

const practice = practiceFor('practice-standards-2025');
const role = fc.constantFrom('socialWorker', 'police', 'policeDdm', 'health', 'gp', 'education', 'teamManager');

const spellings = fc.constantFrom<((text: string) => string)[]>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => ` ${text.toLowerCase()}. `,
  (text) => text.split(' ').toReversed().join(', '),
);
/** Four people who are in no directory, each typed up to three times, in whatever role. */
const typed: fc.Arbitrary<readonly Participant[]> = fc.array(
  fc
    .record({
      who: fc.constantFrom('Amal Noor', 'Kit Marlow', 'Alex Poole', 'Robin Day'),
      spelt: spellings,
      role,
      key: fc.uuid(),
    })
    .map(({ who, spelt, role: as, key }) =>
      professional(namedPersonId('SD-TEST22', 'attended', key), as, { name: spelt(who), agency: 'The agency' }),
    ),
  { maxLength: 12 },
);

const identified = { how: 'knownPersonally', note: '' } as const;
const seatedFrom = (people: readonly Participant[], story: Story = convenedStory()): Quorum => {
  const all = people.reduce((s, each) => s.then(manager, present(each, { identified })), story);
  if (all.state === null) throw new Error('nothing was convened');
  return quorumNow(all.state, practice);
};

it('no more seats are filled than there are people, however often they were typed', () => {
  fc.assert(
    fc.property(typed, (people) => {
      const filled = seatedFrom(people).seats.flatMap(({ filledBy }) => filledBy ?? []);
      const names = new Set(
        people.map(({ name }) =>
          name
            .toLowerCase()
            .match(/[a-z]+/g)
            ?.toSorted()
            .join(' '),
        ),
      );
      expect(new Set(filled).size).toBe(filled.length);
      expect(filled.length).toBeLessThanOrEqual(names.size);
    }),
  );
});

it('everybody typed again, in whatever spelling, fills no further seat', () => {
  fc.assert(
    fc.property(typed, spellings, (people, spelt) => {
      const again = people.map((each) => ({
        ...each,
        personId: namedPersonId('SD-TEST22', 'attended', `${each.personId}/again`),
        name: spelt(each.name),
      }));
      expect(seatedFrom([...people, ...again]).missing).toEqual(seatedFrom(people).missing);
    }),
  );
});

it('a person of the directory fills a seat of theirs, and no other, whatever they came as', () => {
  const rolesListed = fc.uniqueArray(role, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(rolesListed, fc.nat({ max: 2 }), (roles, which) => {
      const someone = professional('someone', roles[which % roles.length] ?? '', { roles });
      const { seats } = seatedFrom([someone]);
      const story = convenedStory();
      const required = story.state === null ? [] : assessed(story.state, practice).seats;
      const theirs = required.filter((seat) => roles.some((each) => seat.roles.includes(each))).map(({ seat }) => seat);
      const filled = seats.filter(({ filledBy }) => filledBy !== null).map(({ seat }) => seat);
      expect(theirs).toEqual(expect.arrayContaining(filled));
      expect(filled.length).toBe(Math.min(theirs.length, 1));
    }),
  );
});
