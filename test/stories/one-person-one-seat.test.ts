import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const record = async (answers: Readonly<Record<string, string>>) => {
  const form = await story.chair.press('Record attendance', { saying: [`Strategy discussion ${story.reference}`] });
  return form.press('Record attendance', { mode: 'phone', authority: 'yes', ...answers });
};
const byHand = (name: string, agency: string, role: string) => ({
  'Their name': name,
  'Their agency, in full': agency,
  'They take part as': role,
  'How do you know who they are?': 'I know them',
});

it('the chair typed again by hand is the chair, and no social worker (Q-2)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T14:00' });
  await story.convene();
  await story.chair.here();
  const asSocialWorker = await record(byHand('SHAH, Priya', ' exampleshire COUNTY council.', 'Social worker'));
  expect(asSocialWorker.text).toContain(
    'Priya Shah cannot take part as “Social worker”: the directory has them as “Team Manager” or “Social Work Manager”',
  );
  await asSocialWorker.press('Cancel');
  // As what the directory has her as, she is herself, and is there once.
  const asHerself = await record(byHand('Ms Priya Shah', 'Exampleshire County Council', 'Social Work Manager'));
  expect(asHerself.text).toContain('✔ Priya Shah is recorded as taking part.');
  const card = await story.chair.agenda();
  expect(card.text).toContain('1 taking part');
  expect(card.text).toMatch(/Social worker\nEllie Vaughan\nNo answer/);
});

it('somebody in no directory, spelt in two ways, sits on one seat of two that want different people (Q-4)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T14:00' });
  await story.convene();
  await record(byHand('Alex Poole', 'Northmoor Borough Council', 'Social Work Manager'));
  const first = await story.chair.agenda();
  expect(first.text).toContain(
    'Social Work Manager\nAlex Poole, not in the directory: known personally. By telephone, joined 2pm\nPresent',
  );
  await record(byHand('poole, ALEX', 'the Northmoor borough council', 'Allocated social worker'));
  const second = await story.chair.agenda();
  expect(second.text).toContain(
    'Alex Poole, not in the directory: known personally. By telephone, joined 2pm\nPresent',
  );
  expect(second.text.match(/Alex Poole/g)).toHaveLength(1);
  expect(second.text).toContain('1 taking part');
});

it('one address in other capitals is one invitation', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const people = await story.fillToPeople();
  const kit = {
    namedName: 'Kit Marlow',
    namedRole: 'GP',
    namedAgency: 'Hill Street Surgery',
    'seat.police': 'tom-reyes',
  };
  const once = await people.press('Add this person', { ...kit, namedEmail: 'kit.marlow@hillstreet.nhs.net' });
  const twice = await once.press('Add this person', { ...kit, namedEmail: 'KIT.MARLOW@HillStreet.nhs.net' });
  expect(twice.text.match(/Added: Kit Marlow/g)).toHaveLength(1);
  // Somebody of the directory, by their address, is who they are there.
  const tom = {
    namedName: 'Thomas',
    namedAgency: 'Exampleshire Police',
    namedEmail: 'TOM.REYES@exampleshire.police.uk',
  };
  const asNurse = await twice.press('Add this person', { ...tom, namedRole: 'Police officer' });
  expect(asNurse.text).toContain('Added: DI Tom Reyes, Police officer, Exampleshire Police');
  await story.sendConvening(await asNurse.press('Continue'));
  expect((await story.chair.agenda()).text.match(/Tom Reyes/g)).toHaveLength(1);
});
