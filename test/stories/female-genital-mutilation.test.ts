import { afterEach, expect, it } from 'vitest';
import type { Answers } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const girl = { name: 'Amal Sample', initials: 'A.S.', birthDate: '2018-05-02' };
const danger = {
  concern: 'Flights are booked for tonight',
  concerns: ['fgm'],
  circumstances: ['Immediate danger of female genital mutilation'],
};
/** Telling the family would make them leave at once: nobody consents, and nobody is told. */
const withheld = { family: 'withheld', familyWhat: 'They would leave the country at once' };
const agreed: Answers = {
  'Why they are not told (if it applies)': 'It would put the child at more risk',
  'Has the family been told of the concern?': 'no',
  'further.familyConcern.concernNotToldReason': 'They would leave the country at once',
  'Of whom legal advice was sought': 'The duty solicitor',
  'When legal advice was sought': 'Today at 1pm',
  'Which order was considered': 'Female genital mutilation protection order',
  'further.fgm.unlawfulToldBy': '',
  'Is a medical assessment needed?': 'Needed',
  'further.medical.medicalRequestedBy': 'Manager',
  'further.medical.forensicNeed': 'None',
  'further.medical.examiner': 'Dr Anil Kapoor',
  'further.medical.sampleVenue': 'No samples',
  'further.medical.consentFrom': 'Nobody',
  'further.medical.consentLegalAdviceAt': 'Today at 1pm',
  'Medicals for brothers and sisters': 'There are none',
};

const convened = async (): Promise<void> => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ children: [girl], concern: danger, meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};

it('a girl in immediate danger: due and decided the same day, with nothing told to the family (T-7, G-2, F-3)', async () => {
  await convened();
  expect((await story.chair.agenda()).text).toContain('Tuesday 24 November 2026, 11:59pm');

  await story.chair.decides({ answers: withheld, details: agreed });
  const record = await story.letter('police', 'What was decided');
  expect(record.text).toContain('a section 47 enquiry will start');
  expect(record.text).toContain('Which order was considered: Female genital mutilation protection order');
  expect((await story.chair.agenda()).text).toContain('Decided');
});

it('it waits for legal advice, for an order to be considered and for the medical, never for telling the family (G-2)', async () => {
  await convened();
  const without = { 'Which order was considered': '', 'Is a medical assessment needed?': '' };
  const page = await story.chair.fillsDecision({ answers: withheld, details: { ...agreed, ...without } });
  expect(page.text).toContain('Fill in “Which order was considered”.');
  expect(page.text).toContain('Fill in “Is a medical assessment needed?”.');
  expect(page.text).not.toContain('unlawful');
});

it('a medical is left out only where the duty paediatrician agrees and it is minor (MD-4)', async () => {
  await convened();
  const none = {
    'Is a medical assessment needed?': 'Not needed',
    'further.medical.dutyPaediatricianAgrees': 'no',
    'further.medical.injuryOrNeglectMinor': 'yes',
    'further.medical.noMedicalReason': 'Nothing has happened yet',
  };
  const page = await story.chair.fillsDecision({ answers: withheld, details: { ...agreed, ...none } });
  expect(page.text).toContain('MD-4');
});

it('an enquiry into it is never without the police (G-1)', async () => {
  await convened();
  const leads = { 'outcome.s47SingleAgency.notJointReason': 'None of them was free' };
  const alone = { outcomes: ['s47SingleAgency'], answers: withheld, details: { ...agreed, ...leads } };
  expect((await story.chair.fillsDecision(alone)).text).toContain('G-1');
});

it('there is no medical beside a decision that no enquiry starts (MD-7)', async () => {
  await convened();
  const none = { s47: 'no', outcomes: ['s17Assessment'], answers: withheld, details: agreed } as const;
  const page = await story.chair.fillsDecision(none);
  expect(page.text).toContain('MD-7');
});
