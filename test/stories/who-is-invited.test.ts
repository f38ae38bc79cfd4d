import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const unborn = { name: '', initials: 'U.S.', birthKind: 'unborn', birthDate: '2027-02-10' };
const everybody = ['unitManager', 'socialWorker', 'police', 'school', 'health', 'midwife'] as const;

it('under Liverpool a child not yet born needs midwifery, though nobody ticked that it is unborn (I-9, Q-8)', async () => {
  story = await begin({ standard: 'liverpool', at: '2026-11-24T10:00' });
  const people = await story.fillToPeople({ children: [unborn] });
  expect(people.text).toMatch(/Required here: .*Midwifery/);

  await story.convene({ children: [unborn], meetsAt: '2026-11-24T14:00' });
  expect((await story.letter('midwife', 'asks you to take part')).text).toContain('U.S., expected');
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  const lastPage = await story.chair.fillsDecision();
  await expect(lastPage.done('Record the decision')).rejects.toThrow('Missing: Midwifery');

  // She speaks for health as well.
  await story.as('midwife').here();
  await lastPage.done('Record the decision');
  expect((await story.letter('midwife', 'What was decided')).text).toContain('a section 47 enquiry will start');
});

it('under Sandwell hospital and community midwifery are both required, whoever is found to come (I-9)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  const people = await story.fillToPeople({ children: [unborn] });
  expect(people.text).toMatch(/Required here: .*Community midwifery; Hospital midwifery/);

  await story.convene({
    children: [unborn],
    meetsAt: '2026-11-24T14:00',
    people: {
      namedName: 'Nia Powell',
      namedRole: 'Hospital midwifery',
      namedAgency: 'Exampleshire General Hospital',
      namedEmail: 'nia.powell@exampleshire.nhs.net',
    },
  });
  const card = await story.chair.agenda();
  expect(card.text).toContain(
    'Nia Powell, Hospital midwifery, Exampleshire General Hospital (not in the directory): no answer',
  );
  expect(card.text).toContain('Bea Cartwright, Midwife, Exampleshire Community NHS Trust: no answer');
  await story.passUntil('2026-11-24T14:00');
  await story.arrive(...everybody);
  await story.chair.decides();
});

it('nobody is reminded to see a child who is not yet born (V-1)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const urgentEnquiry = { details: { 'answer.urgentEnquiry': 'no' } };
  await story.convene({ children: [{}], meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides(urgentEnquiry);
  const seen = 'The child must be seen';
  await story.pass('P2D');
  await story.letter('socialWorker', seen);

  await story.convene({ children: [unborn], meetsAt: '2026-11-26T16:00' });
  await story.passUntil('2026-11-26T16:00');
  await story.arrive();
  await story.chair.decides(urgentEnquiry);
  await story.pass('P3D');
  await expect(story.letter('socialWorker', seen)).rejects.toThrow('has no letter “The child must be seen”');
});

it('a young person near 18 with likely care needs gets the adult social care manager (I-20)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  // 17 years and 8 months.
  const young = { name: 'Sam Sample', initials: 'S.S.', birthDate: '2009-03-24' };
  const question = 'Is the young person likely to need care and support as an adult?';
  const likely = (answer: string) => ({ children: [young], concern: { [question]: answer } });
  expect((await story.fillToPeople(likely('No'))).text).not.toContain('Adult social care manager');
  expect((await story.fillToPeople(likely('Yes'))).text).toMatch(/Required here: .*Adult social care manager/);

  const manager = { namedName: 'Owen Price', namedRole: 'Adult social care manager', namedAgency: 'Adult social care' };
  await story.convene({ ...likely('Yes'), people: { ...manager, namedEmail: 'owen.price@exampleshire.gov.uk' } });
  expect((await story.chair.agenda()).text).toContain('Owen Price, Adult social care manager, Adult social care');
});

it('more than 6 months before the 18th birthday nobody needs the adult social care manager (I-20)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  const question = 'Is the young person likely to need care and support as an adult?';
  const people = await story.fillToPeople({
    children: [{ name: 'Sam Sample', initials: 'S.S.', birthDate: '2009-06-24' }],
    concern: { [question]: 'Yes' },
  });
  expect(people.text).not.toContain('Adult social care manager');
});

it('a referral by a school or nursery says where the child goes: nobody has to tick it (I-2)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const setting = 'School, nursery or children’s centre';
  const referred = (standing: string) => ({ referral: { standing } });
  expect((await story.fillToPeople(referred('professional'))).text).not.toContain(setting);
  const page = await story.fillToPeople(referred('education'));
  expect(page.text).toContain(setting);
});
