/** What is known of the child and those it lives with: entered by those who carry the case, with nothing of it lost. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { detailsOf } from '../../src/discussion/state/details.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council, type Shown } from './council.ts';
import { recordOf } from './record.ts';
import { agendaOf } from './takingPart.ts';

let council: Council;
let reference: string;
beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const button = 'Details of child and household';
const listFor = async (person: string): Promise<Shown> =>
  council.as(person).press(await council.as(person).press(await agendaOf(council), 'Show what I can do'), button);
const formOf = async (person: string, of: string): Promise<Shown> =>
  council.as(person).press(await listFor(person), 'Continue', { of });
const known = async (of: string) => detailsOf((await recordOf(council, reference)).discussion?.entered ?? [], of);

it('nothing has to be answered, and each field says what it is for', async () => {
  const form = await formOf('ellie-vaughan', 'A');
  expect(form.text).toContain('Goes with invitations to secure addresses and in Teams; the NHS number to health only.');
  expect((await council.as('ellie-vaughan').press(form, 'Save', {})).text).toContain('Fill in at least one part.');
  const wrong = await council.as('ellie-vaughan').press(form, 'Save', { nhsNumber: '943 476 5918', gp: 'Dr Osei' });
  expect(wrong.text).toContain('The NHS number has ten digits');
  expect(JSON.stringify(wrong.card)).toContain('Dr Osei');
  const right = { nhsNumber: '9434765919', ethnicity: 'MWBC', disabilities: 'HEAR,VIS', address: '1 Mill Lane' };
  expect((await council.as('ellie-vaughan').press(wrong, 'Save', right)).text).toContain('It is recorded.');
  expect(await known('A')).toEqual({ gp: 'Dr Osei', ...right, nhsNumber: '943 476 5919' });
});

it('two people at once: what each entered stands; the same field differently is shown to the second', async () => {
  const [one, two] = [await formOf('priya-shah', 'A'), await formOf('ellie-vaughan', 'A')];
  await council.as('priya-shah').press(one, 'Save', { firstLanguage: 'Polish', gp: 'Dr Amin' });
  const other = await council.as('ellie-vaughan').press(two, 'Save', { education: 'Hill Primary' });
  expect(other.text).toContain('It is recorded.');
  expect(await known('A')).toMatchObject({ firstLanguage: 'Polish', gp: 'Dr Amin', education: 'Hill Primary' });
  const stale = await council.as('ellie-vaughan').press(two, 'Save', { gp: 'Dr Brown' });
  expect(stale.text).toContain('Somebody else has entered this meanwhile');
  expect(stale.text).toContain('GP: Dr Amin');
  expect((await known('A')).gp).toBe('Dr Amin');
});

it('parents and others of the household are written down, and taken out; a parent is invited to nothing', async () => {
  const social = council.as('ellie-vaughan');
  const nobody = await social.press(await formOf('ellie-vaughan', 'new'), 'Save', { risk: 'yes' });
  expect(nobody.text).toContain('Enter the name, or how they are related to the child.');
  const mother = { name: 'Ann Sample', relationship: 'Mother', birthDate: '1990-02-03', parentalResponsibility: 'yes' };
  await social.press(await formOf('ellie-vaughan', 'new'), 'Save', mother);
  await social.press(await formOf('ellie-vaughan', 'new'), 'Save', {
    name: 'Lee Marsh',
    relationship: 'Partner',
    risk: 'yes',
  });
  const list = await listFor('ellie-vaughan');
  expect(list.text).toMatch(/Ann Sample, Mother[^]*Lee Marsh, Partner/);
  await social.press(await formOf('ellie-vaughan', 'H2'), 'Take them out', {});
  const left = await listFor('ellie-vaughan');
  expect(left.text).not.toContain('Lee Marsh');
  const { discussion } = await recordOf(council, reference);
  expect(JSON.stringify(discussion?.invitations)).not.toContain('Ann Sample');
});

it('whose views were heard, what the family knows, the risks and the plan have a page of their own', async () => {
  const form = await formOf('ellie-vaughan', 'A.views');
  expect(form.text).toContain('Views of the child and the parents');
  const heard = {
    childViews: 'I want to stay with Nan',
    consent: 'notAsked',
    consentWhy: 'Risk',
    categories: 'neglect',
  };
  expect((await council.as('ellie-vaughan').press(form, 'Save', heard)).text).toContain('It is recorded.');
  expect(await known('A')).toMatchObject({ ...heard, gp: 'Dr Amin' });
  const read = await council.as('tom-reyes').press(await agendaOf(council), 'Read what was said');
  expect(read.text).toMatch(/What the child says and wants: I want to stay with Nan[^]*Kinds of harm: Neglect/);
});

it('who takes part sees on the agenda that the family was not told, and that nobody consented; the channel does not', async () => {
  const form = await formOf('ellie-vaughan', 'A.views');
  const unknown = { familyInformed: 'no', familyInformedWhy: 'He may take her abroad' };
  expect((await council.as('ellie-vaughan').press(form, 'Save', unknown)).text).toContain('It is recorded.');
  const toldNothing = 'the family was not told before the discussion. Do not tell them until it is agreed';
  const seen = await until('the agenda with it', async () => {
    const text = textOf((await agendaOf(council, 'tom-reyes')).cards);
    return text.includes(toldNothing) ? text : undefined;
  });
  expect(seen).toContain('consent to share information was not asked for');
  expect(seen).not.toContain('abroad');
  const inChannel = await council.as('victor-lane').posted('channel');
  expect(inChannel.map(({ cards }) => textOf(cards)).join()).not.toMatch(/was not told|was not asked for/);
});

it('whoever is invited from then on has what finds the child in their records, and no more', async () => {
  const chair = council.as('priya-shah');
  const invite = async (name: string, role: string, agency: string, email: string): Promise<void> => {
    const form = await chair.press(await agendaOf(council), 'Invite somebody else');
    expect((await chair.press(form, 'Invite them', { name, role, agency, email })).text).toMatch(/^✔ /);
  };
  await invite('Jan Wells', 'gp', 'Highfield Surgery', 'jan.wells@highfield.nhs.net');
  await invite('Bo Finch', 'police', 'Exampleshire Police', 'bo.finch@exampleshire.police.uk');
  await invite('Di Marsh', 'education', 'Hill Primary School', 'di@hillprimary.example');
  const to = async (address: string): Promise<string> => {
    const found = await until(`a letter to ${address}`, async () => {
      const { mail } = await council.api<{ mail: { text: string }[] }>('GET', 'mail/others');
      return mail.find((one) => JSON.stringify(one).includes(address));
    });
    return found.text;
  };
  expect(await to('jan.wells')).toMatch(/Address: 1 Mill Lane[^]*Parents: Ann Sample[^]*NHS number: 943 476 5919/);
  expect(await to('bo.finch')).toMatch(/Address: 1 Mill Lane[^]*Parents: Ann Sample/);
  expect(await to('bo.finch')).not.toMatch(/NHS number|Dr Amin|Polish/);
  expect(await to('di@hillprimary')).not.toMatch(/Mill Lane|Ann Sample|NHS number/);
});

it('those taking part read it; nobody else opens the form, and the channel shows nothing of it', async () => {
  const read = await council.as('tom-reyes').press(await agendaOf(council), 'Read what was said');
  expect(read.text).toMatch(/Disabilities: Hearing, Vision[^]*Ethnicity: White and Black Caribbean/);
  expect(read.text).toMatch(/Name: Ann Sample[^]*Date of birth: Saturday 3 February 1990/);
  for (const verb of ['details.open', 'details.send', 'details.takeOut']) {
    const data = { reference, nonce: 'forged', of: 'A', basedOn: 99, gp: 'Dr No' };
    const shown = await council.as('tom-reyes').forge(await agendaOf(council), { type: 'Action.Execute', verb, data });
    expect(shown.text).toContain('can record details of the child and household here');
  }
  expect((await known('A')).gp).toBe('Dr Amin');
  const channel = (await council.as('nadia-hussain').posted('channel')).map(({ cards }) => textOf(cards)).join();
  expect(channel).not.toMatch(/Mill Lane|Ann Sample|Polish|943/);
});
