/**
 * What the rules of a standard put on the forms, rule by rule: the table of `practice coverage` names these stories. The
 * circumstances of each rule are taken from the standard itself, so that a rule that is added is gone through too.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceFor } from '../builders/standards.ts';
import { decidingAreas } from '../../src/practice/answers/decidingAreas.ts';
import { appliesUnder } from '../../src/practice/language/readings.ts';
import type { Area, When } from '../../src/practice/language/parts.ts';
import { rulesOfKind, type Practice } from '../../src/practice/practice.ts';
import { roleWords } from '../../src/practice/language/roles.ts';
import { standards, type StandardName } from './cast.ts';
import { choosePeople, type Convening } from './convening.ts';
import { inWords, questionsOn, type Answers } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
});
afterAll(() => story.end());

const names = Object.keys(standards) as StandardName[];

/** What has to be entered on the form for these to be true. */
const entering = ({ facts }: Practice, wanted: readonly string[]): Convening => {
  const child: Record<string, string> = {};
  const answers: Record<string, string> = {};
  const ticks: Record<string, string[]> = {};
  for (const fact of wanted) {
    const group = Object.entries(facts).find(([name]) => name === fact)?.[1].group;
    if (fact === 'nearly18') child['birthDate'] = '2009-02-10';
    else if (fact === 'underSchoolAge') child['birthDate'] = '2025-02-10';
    else if (fact === 'complexMeeting') (ticks['complexReasons'] ??= []).push('independentViewNeeded');
    else if (group !== undefined) (ticks[group] ??= []).push(fact);
    else if (fact !== 'referredByProfessional') answers[fact] = 'yes';
  }
  return { children: [child], concern: { concern: 'Marks on both arms', ...ticks, ...answers } };
};

const enteredOtherwise = ['inEducationSetting', 'unborn', 'referredByProfessional'];

/** The first of those any one of which is enough, but for what is not on the form. */
const factsOf = (when: When | undefined): readonly string[] => {
  const any = when?.anyOf?.find((fact) => !enteredOtherwise.includes(fact));
  return [...(when?.allOf ?? []), ...(any === undefined ? [] : [any])];
};

/** Those of the rule that hold together with what another needs. */
const together = (rules: readonly { readonly when?: When | undefined }[]): readonly string[] => [
  ...new Set(rules.flatMap(({ when }) => factsOf(when))),
];

/** The page on which the people are chosen, in words: the deadline, the seats and who is suggested, each with its rule. */
const peoplePage = (practice: Practice, facts: readonly string[]) =>
  story.fillToPeople(entering(practice, [...new Set(facts)]));

describe.each(names)('%s: the page of people', (name) => {
  const practice = practiceFor(name);
  beforeAll(() => story.under(name));

  it.each(rulesOfKind(practice, 'timescale').map((rule) => [rule.id, rule] as const))(
    'sets the time by %s in its circumstances',
    async (id, rule) => {
      const page = await peoplePage(practice, factsOf(rule.when));
      for (const role of rule.invite ?? []) expect(page.text).toContain(roleWords(role));
      if (rule.invite === undefined) expect(page.text).toContain(`${id}: `);
    },
  );

  it('has a place for every seat, with its rule', async () => {
    const rules = rulesOfKind(practice, 'seats');
    const page = await peoplePage(practice, together(rules));
    for (const { id } of rules) expect(inWords(page.card)).toContain(`${id}: `);
  });

  it('suggests everybody whom a rule would have invited in its circumstances', async () => {
    const rules = rulesOfKind(practice, 'invitee');
    const facts = rules.flatMap((rule) => [...factsOf(rule.when), ...Object.values(rule.onlyIf ?? {})]);
    const { text } = await peoplePage(practice, facts);
    const wanted = rules.flatMap(({ roles }) => roles).map(roleWords);
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  });
});

/** Asked only of a discussion that follows another (T-14, DL-10). */
const askedLater: readonly Area[] = ['furtherDiscussion', 'extension'];

/** Where the form for a child keeps the answer to a field of this area. */
const idOf = (area: Area, field: string): string => {
  if (area === 'plan' || area === 'family') return `${area}.${field}`;
  return area === 'decision' ? `answer.${field}` : `further.${area}.${field}`;
};

/** Asked on the first page for a child. */
/** What the family is told stands in the plan as well (PL-1). */
const onFirstPage = [
  ...['answer.s47Decision', 'answer.decisionReason', 'family.decision', 'family.what'],
  'plan.familyCommunication',
];

const details = async (concern: Convening, outcomes: readonly string[]) => {
  await story.convene(concern);
  await story.as('police').here();
  await story.chair.done('Open the decision form', { saying: [`Strategy discussion ${story.reference}`] });
  const first = await story.chair.press('Open the decision form', { saying: [`Decision on ${story.reference}`] });
  const answers = { s47: 'yes', outcomes, reasons: 'Two injuries', family: 'withheld', familyWhat: 'Not yet' };
  return first.press('Continue', answers);
};

describe.each(names)('%s: the decision on a child', (name) => {
  const practice = practiceFor(name);
  beforeAll(() => story.under(name));

  it('asks all that a rule asks of it in its circumstances', async () => {
    const areas: readonly Area[] = ['decision', 'plan', 'family', ...decidingAreas].filter(
      (area) => !(askedLater as readonly string[]).includes(area),
    ) as readonly Area[];
    const rules = practice.rules.filter(
      ({ asks, bot }) => asks !== undefined && areas.includes(asks.about) && !bot.every((act) => act === 'agenda'),
    );
    const page = await details(entering(practice, together(rules as never)), ['s47Joint']);
    const asked = [...questionsOn(page.card).map(({ id }) => id), ...onFirstPage];
    const wanted = rules.flatMap(({ id, asks }) =>
      (asks?.fields ?? [])
        .filter(({ under }) => appliesUnder(practice.readings, under))
        .map((field) => [id, idOf(asks?.about ?? 'plan', field.name)] as const),
    );
    expect(wanted.filter(([, field]) => !asked.includes(field))).toEqual([]);
  });

  it('offers every outcome of a rule, with its rule, and asks what each needs', async () => {
    const rules = rulesOfKind(practice, 'outcome');
    const outcomes = rules.flatMap((rule) => rule.outcomes);
    const codes = outcomes.map(({ code }) => code);
    const page = await details({}, codes);
    const asked = questionsOn(page.card).map(({ id }) => id);
    const wanted = outcomes.flatMap(({ code, requires }) =>
      requires.filter(({ answeredBy }) => answeredBy === undefined).map((field) => `outcome.${code}.${field.name}`),
    );
    expect(wanted.filter((id) => !asked.includes(id))).toEqual([]);
  });
});

describe('while it is convened', () => {
  /** Fails unless the page after the concern asks all of these. */
  const isAsked = (concern: Answers, ids: readonly string[]) =>
    story.fillToPeople({
      concern: { concern: 'As reported', ...concern },
      particulars: Object.fromEntries(ids.map((id) => [id, ''])),
    });

  it('Practice Standards have the urgency, the chair and what was weighed asked (X-3, CH-2, X-1)', async () => {
    await story.under('practice-standards-2025');
    const factors = rulesOfKind(practiceFor('practice-standards-2025'), 'factors').flatMap((rule) => rule.factors);
    await isAsked({ circumstances: ['cin'] }, [
      'asked.urgency.urgencySetBy',
      'asked.urgency.urgencyReason',
      'asked.chairing.chairManagesTeam',
      'asked.chairing.otherChairReason',
      ...factors.map(({ name }) => `asked.factors.${name}`),
    ]);
  });

  it('Sandwell has the referral form asked for, and what was weighed (CH-8, X-1)', async () => {
    await story.under('sandwell');
    const factors = rulesOfKind(practiceFor('sandwell'), 'factors').flatMap((rule) => rule.factors);
    await isAsked({ complexReasons: ['positionOfTrust'] }, [
      'asked.complexBooking.ladoReferralForm',
      'asked.complexBooking.ladoDiscussion',
      ...factors.map(({ name }) => `asked.factors.${name}`),
    ]);
  });
});

describe('the chair', () => {
  const anybody = [
    'priya-shah',
    'asha-lindley',
    'ellie-vaughan',
    'gwen-harlow',
    'hannah-boyle',
    'joan-fairley',
    'leon-baptiste',
    'martin-okafor',
  ];
  it.each<[StandardName, readonly string[], readonly string[]]>([
    ['working-together-2023', [], anybody],
    ['practice-standards-2025', [], ['priya-shah', 'martin-okafor']],
    ['darlington', [], anybody],
    ['sandwell', [], ['hannah-boyle', 'gwen-harlow', 'joan-fairley', 'asha-lindley']],
    ['sandwell', ['independentViewNeeded'], ['joan-fairley', 'asha-lindley']],
    ['liverpool', [], ['leon-baptiste']],
  ])('is chosen from those whom the standard lets chair: %s, %j', async (name, facts, expected) => {
    await story.under(name);
    const page = await peoplePage(practiceFor(name), facts);
    const chair = questionsOn(page.card).find(({ id }) => id === 'seat.chair');
    expect(chair?.choices.map(({ value }) => value)).toEqual(expected);
  });
});

it('a chair whom the standard would rather see replaced is said on the last page (CH-6)', async () => {
  await story.under('sandwell');
  const told = {
    concern: { concern: 'Things do not fit', concerns: ['fii'] },
    seats: { chair: 'unitManager' },
  } as const;
  const people = await story.fillToPeople(told);
  const last = await choosePeople(people, told);
  expect(inWords(last.card)).toContain('CH-6');
});

describe.each(names)('%s: the card of the discussion', (name) => {
  const practice = practiceFor(name);

  it('has every item of the agenda, and the guidance to be followed here', async () => {
    await story.under(name);
    const guided = rulesOfKind(practice, 'trigger').filter(({ guidance }) => guidance !== undefined);
    await story.convene(entering(practice, together(guided)));
    const { text } = await story.chair.agenda();
    const wanted = [
      ...rulesOfKind(practice, 'agenda').map((rule) => rule.text),
      ...guided.map((rule) => rule.guidance),
    ];
    expect(wanted.filter((words) => !text.includes(words ?? ''))).toEqual([]);
  });
});

it('a factor to be weighed says what it may be about (X-2)', async () => {
  await story.under('practice-standards-2025');
  const last = await story.fillConvening({ concern: { concern: 'As reported', circumstances: ['cin'] } });
  const page = await last.press('Change what follows from it');
  expect(inWords(page.card)).toContain('Age, development, disability, being looked after');
});
