/** What the statutory returns have of an enquiry that was recorded through the bot: in all four, with the same dates. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conference, endEnquiry, press } from './ending.ts';
import { typed } from './operator.ts';
import { begin, type Story } from './story.ts';

let story: Story;
let number = 0;
beforeAll(async () => {
  story = await begin({ standard: 'darlington', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides();
});
afterAll(() => story.end());

const year = ['--from', '2026-04-01', '--to', '2027-03-31', '--by', 'Data team'];

/** What it said, and the file it wrote. */
const made = async (kind: string, period = year): Promise<{ said: string; text: string }> => {
  number += 1;
  const out = join(story.dataDir, `return-${number}`);
  const said = await typed(story.dataDir, 'returns', kind, ...period, '--out', out);
  return { said, text: readFileSync(out, 'utf8') };
};

it('without the council’s own number the child is named among the findings, by reference, and left out', async () => {
  const { said, text } = await made('cin');
  expect(said).toContain(
    `No number  unknown  ${story.reference}-A: The council’s own number for the child is not entered`,
  );
  expect(said).toContain(`8675Q  unknown  ${story.reference}-A: `);
  expect(said).toContain('Exit code 1.');
  expect(said).not.toMatch(/Sample|J\.S\./);
  expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<Children>\n</Children>\n');
});

it('the census has the Section47 group, with the day of the discussion and 15 working days', async () => {
  const which = await press(story, 'Details of child and household', 'socialWorker');
  const form = await which.press('Continue', { of: 'A' });
  await form.done('Save', { councilId: '10077', sex: 'F', ethnicity: 'WBRI', disabilities: 'NONE' });
  await story.passUntil('2026-12-15T10:00');
  await endEnquiry(story, 'socialWorker', { how: 'conference', date: '2026-12-08' });
  await conference(story, 'socialWorker', { what: 'held', date: '2026-12-14', plan: 'yes' });

  const { said, text } = await made('cin');
  expect(said).toMatch(/^Enquiries in .*: 1\. Findings: 0\.\n$/);
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<Children>
  <Child>
    <ChildIdentifiers>
      <LAchildID>10077</LAchildID>
    </ChildIdentifiers>
    <CINdetails>
      <CINreferralDate>2026-11-24</CINreferralDate>
      <Section47>
        <S47ActualStartDate>2026-11-24</S47ActualStartDate>
        <InitialCPCtarget>2026-12-15</InitialCPCtarget>
        <DateOfInitialCPC>2026-12-14</DateOfInitialCPC>
        <ICPCnotRequired>false</ICPCnotRequired>
      </Section47>
    </CINdetails>
  </Child>
</Children>
`);
});

it('Annex A has the row of list 5, with its dates as British ones', async () => {
  const { text } = await made('annex-a');
  const [columns = '', row = ''] = text.split('\r\n');
  expect(columns).toContain('Strategy discussion initiating Section 47 Enquiry Start Date');
  expect(row).toBe('10077,b) Female,WBRI,01/03/2019,8,b) No,24/11/2026,b) No,14/12/2026,a) Yes,0,0,,Ellie Vaughan');
});

it('the Standard Safeguarding Dataset has a row in each of its two tables', async () => {
  const folder = join(story.dataDir, 'ssd');
  mkdirSync(folder);
  await typed(story.dataDir, 'returns', 'ssd', ...year, '--out', folder);
  const id = `${story.reference}-A`;
  const rowOf = (file: string): string => readFileSync(join(folder, file), 'utf8').split('\r\n')[1] ?? '';
  expect(rowOf('ssd_s47_enquiry.csv')).toBe(
    `${id},,10077,2026-11-24,2026-12-08,N,"{""NFA_FLAG"":""N"",""CP_CONFERENCE_FLAG"":""Y""}",,ellie-vaughan`,
  );
  expect(rowOf('ssd_initial_cp_conference.csv')).toBe(
    `${id}-C,,${id},10077,,,N,2026-12-15,2026-12-14,Y,"{""CP_FLAG"":""Y""}",,ellie-vaughan`,
  );
});

it('the interface of the Department for Education has it within the child’s episode', async () => {
  const { text } = await made('dfe-api');
  expect(JSON.parse(text)).toEqual([
    {
      la_child_id: '10077',
      social_care_episodes: [
        {
          referral_date: '2026-11-24',
          section_47_assessments: [
            {
              section_47_assessment_id: `${story.reference}-A`,
              start_date: '2026-11-24',
              icpc_required_flag: true,
              icpc_date: '2026-12-14',
              end_date: '2026-12-08',
              purge: false,
            },
          ],
        },
      ],
    },
  ]);
});

it('what came after the period is not in it yet', async () => {
  const { text } = await made('dfe-api', ['--from', '2026-11-01', '--to', '2026-12-10', '--by', 'Data team']);
  expect(text).toContain('"end_date": "2026-12-08"');
  expect(text).toContain('"icpc_date": null');
});

it('is a look at the discussion like any other, and asks for a period', async () => {
  const exported = await typed(story.dataDir, 'export', story.reference, '--by', 'Records office');
  expect(exported).toContain('"deed": "returns"');
  const wrong = ['--from', '2027-04-01', '--to', '2027-03-31', '--by', 'Data team', '--out', 'none'];
  await expect(typed(story.dataDir, 'returns', 'cin', ...wrong)).rejects.toThrow('--to must not be before --from.');
  await expect(typed(story.dataDir, 'returns', 'cin', ...wrong.with(1, '1/4/2026'))).rejects.toThrow(
    '--from: "1/4/2026" must be a date such as 2026-04-01.',
  );
});
