/** A child’s name does not go out where people read it who are not to have it (I-26). */
import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

it('the place of a meeting is refused with a name in it, and taken without', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const last = await story.fillConvening();
  const named = { meeting: { where: 'Room 4, about the Sample family' } };
  await expect(story.sendConvening(last, named)).rejects.toThrow(
    'Child A is named in the place, or how to join, which people see who are not to have the name.',
  );
  await story.sendConvening(last);
});

it('a name that is entered as the initials is said on the page where it happens', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await expect(story.fillToPeople({ children: [{ name: 'Amal Sample', initials: 'AMAL' }] })).rejects.toThrow(
    'Child A is named in the initials',
  );
});

it('nor a reason that the channel shows; emergency action is recorded in any words', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await expect(story.chair.changesTime('2026-11-24T15:00', 'SAMPLE’s mother is in court')).rejects.toThrow(
    'Child A is named in the reason for the new time',
  );
  await story.chair.changesTime('2026-11-24T15:00', 'J.S.’s mother is in court');
  await story.as('socialWorker').recordsEmergencyAction('Jo Sample taken to hospital by ambulance');
  await expect(story.chair.standsDown('The Sample children moved away')).rejects.toThrow(
    'Child A is named in the reason for standing down',
  );
  await story.chair.standsDown('The family moved away, and another council holds it');
});
