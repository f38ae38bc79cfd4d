/** Decisions that a rule does not let stand: refused with the rule, on the card, before anything is recorded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceFor } from '../builders/standards.ts';
import { rulesOfKind } from '../../src/practice/practice.ts';
import type { Convening } from './convening.ts';
import { standards, type StandardName } from './cast.ts';
import { Refused, type Shown } from './hand.ts';
import type { Answers } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
});
afterAll(() => story.end());

/** What the form says to these outcomes for the child, nothing else being filled in but what is given. */
const saidTo = async (told: Convening, first: Answers, second: Answers = {}): Promise<Shown> => {
  await story.convene(told);
  await story.as('socialWorker').here();
  await story.chair.done('Open the decision form', { saying: [`Strategy discussion ${story.reference}`] });
  const page = await story.chair.press('Open the decision form', { saying: [`Decision on ${story.reference}`] });
  const usual = { s47: 'yes', reasons: 'Two injuries', family: 'told', familyWhat: 'The social worker explains' };
  const next = await page.press('Continue', { ...usual, ...first });
  return next.press('Continue', second);
};

const concerning = (...concerns: readonly string[]): Convening => ({
  concern: { concern: 'As reported today', concerns },
  others: ['paediatrician'],
});

describe('under Practice Standards', () => {
  beforeAll(() => story.under('practice-standards-2025'));

  it.each(
    rulesOfKind(practiceFor('practice-standards-2025'), 'jointInvestigation').map((rule) => [rule.id, rule] as const),
  )('%s: what must be investigated jointly is not left without', async (id, { concern }) => {
    const page = await saidTo(concerning(concern), { s47: 'no', outcomes: ['s17Assessment'] });
    expect(page.text).toContain(`${id}: `);
  });

  it('one agency alone does not lead where it must be joint (J-10)', async () => {
    const page = await saidTo(concerning('fii'), { outcomes: ['s47SingleAgency'] });
    expect(page.text).toContain('J-10');
  });

  it('outcomes that exclude each other are not taken together (O-11)', async () => {
    const page = await saidTo({}, { outcomes: ['s47SingleAgency', 'policeOnly'] });
    expect(page.text).toContain('O-11');
  });

  it('no further action waits until nobody has a safeguarding concern (O-7)', async () => {
    const page = await saidTo(
      {},
      { s47: 'no', outcomes: ['noFurtherAction'] },
      { 'answer.safeguardingConcerns': 'yes' },
    );
    expect(page.text).toContain('O-7');
  });

  it('an adult’s allegation goes to the police alone only once no child is in contact (J-12)', async () => {
    const page = await saidTo(
      {},
      { s47: 'no', outcomes: ['policeOnly'] },
      {
        'outcome.policeOnly.ground': 'adultHistoricNoCurrentConcern',
        'answer.complainantIsAdult': 'yes',
        'answer.currentChildProtectionConcern': 'no',
        'answer.childInContactWithAllegedOffender': 'unknown',
      },
    );
    expect(page.text).toContain('J-12');
  });

  it('a minor injury to a child on a plan has a joint investigation considered (J-8)', async () => {
    await story.convene({ concern: { concern: 'A bruise', concerns: ['minorInjury'], circumstances: ['cpPlan'] } });
    await story.as('socialWorker').here();
    const details = { 'answer.urgentEnquiry': 'no' };
    const last = await story.chair.fillsDecision({ outcomes: ['s47SingleAgency'], details });
    expect(last.text).toContain('a joint investigation is always considered');
  });
});

/** The circumstances in which a rule calls for a discussion. */
const groupOf = (name: StandardName, fact: string): string =>
  Object.entries(practiceFor(name).facts).find(([known]) => known === fact)?.[1].group ?? 'circumstances';

describe.each(Object.keys(standards) as StandardName[])('%s: where a discussion is called for', (name) => {
  const rules = rulesOfKind(practiceFor(name), 'trigger').filter(({ strength }) => strength === 'must');

  it.each(rules.map(({ id, when }) => [id, [...(when.allOf ?? []), ...(when.anyOf ?? []).slice(0, 1)]] as const))(
    '%s: it is not stood down because the child was assessed lately, or the case is open',
    async (_id, facts) => {
      await story.under(name);
      const ticked = Object.groupBy(facts, (fact) => groupOf(name, fact));
      await story.convene({ concern: { concern: 'As reported', ...(ticked as Readonly<Record<string, string[]>>) } });
      await expect(story.chair.standsDown('In September', 'The child was assessed recently')).rejects.toThrow(Refused);
      await expect(story.chair.standsDown('Since May', 'The case is already open')).rejects.toThrow('C-2');
    },
  );
});

describe('under Sandwell', () => {
  beforeAll(() => story.under('sandwell'));

  it('an enquiry into female genital mutilation is joint (G-1)', async () => {
    const page = await saidTo(concerning('fgm'), { outcomes: ['s47SingleAgency'] });
    expect(page.text).toContain('G-1');
  });

  it('without harm, female genital mutilation has one of four outcomes (O-12)', async () => {
    const page = await saidTo(concerning('fgm'), { s47: 'no', outcomes: ['noChildProtectionAction'] });
    expect(page.text).toContain('O-12');
  });

  it('a follow-up is within 28 days (O-6, DL-8)', async () => {
    const page = await saidTo(
      {},
      { s47: 'no', outcomes: ['followUpDiscussion'] },
      { 'outcome.followUpDiscussion.date': '2027-01-15' },
    );
    expect(page.text).toContain('The date must be within 28 days of this discussion.');
  });

  it('after a plan in the past two years, a child protection referral starts an enquiry (C-8)', async () => {
    const told = {
      concern: { concern: 'Marks', circumstances: ['cpPlanWithinTwoYears', 'childProtectionReferral'] },
    };
    const page = await saidTo(told, { s47: 'no', outcomes: ['s17Assessment'] });
    expect(page.text).toContain('C-8');
  });

  it('a telephone call alone needs a reason (M-3)', async () => {
    await expect(story.convene({ meeting: { format: 'phone', where: '01632 960000' } })).rejects.toThrow('M-3');
  });

  it('a discussion on an allegation against somebody in a position of trust waits for the referral form (CH-8)', async () => {
    const told = { concern: { concern: 'A teacher is named', complexReasons: ['positionOfTrust'] } };
    await expect(story.convene(told)).rejects.toThrow('CH-8');
  });
});
