import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { facts, file, longest, strategy, withFolder } from './strategy.ts';

withFolder();

describe('practice explain', () => {
  it('prints what Sandwell requires, each answer with its rule and source, on 80 columns', async () => {
    const { code, out } = await strategy('practice', 'explain', '--standard', 'sandwell', '--facts', facts);
    expect(code).toBe(0);
    expect(out).toContain('Friday 22 May 2026, 11:59pm. For immediate risk');
    expect(out).toContain('T-7: Section 9');
    expect(out).toContain('Safeguarding Unit chair, Senior Manager, Head of Service (complex meeting).');
    expect(out).toContain('CH-4: Sections 4 and 4.1');
    expect(out).not.toContain('What follows from what was said');
    expect(out).toContain('L-1: Section 10');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('says what follows from what was said, and counts from the referral while the time of the action is not known', async () => {
    const injured = file('injured.json', {
      referralReceivedAt: '2026-05-22T16:55:00+01:00',
      circumstances: ['emergencyActionTaken'],
      concerns: ['criminalPhysicalInjury'],
    });
    const { out } = await strategy('practice', 'explain', '--standard', 'practice-standards-2025', '--facts', injured);
    expect(out).toContain('What follows from what was said\n  Physical injury: from Criminal physical injury');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('A manager may set it aside with a reason.');
    expect(out).toContain('The time of the emergency action is not known');
    expect(out).toContain('Read the other way (workingDay1): Tuesday 26 May 2026, 11:59pm.');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('gives the same as data, in London time', async () => {
    const { out } = await strategy('practice', 'explain', '--standard', 'sandwell', '--facts', facts, '--json');
    const found = z
      .looseObject({
        timescale: z.looseObject({ dueAt: z.string(), governing: z.string() }),
        sources: z.record(z.string(), z.looseObject({ heading: z.string() })),
      })
      .parse(JSON.parse(out));
    expect(found.timescale).toMatchObject({ dueAt: '2026-05-22T23:59:59+01:00', governing: 'T-7' });
    expect(found.sources['T-7']?.heading).toBe('Section 9');
  });

  it('lays the local standards side by side', async () => {
    const { code, out } = await strategy('practice', 'explain', '--compare', '--facts', facts);
    expect(code).toBe(0);
    for (const title of ['Practice Standards 2025', 'Darlington', 'Sandwell', 'Liverpool']) {
      expect(out.split(title)).toHaveLength(6);
    }
    expect(out).toContain('Friday 22 May 2026, 11:59pm (T-2)');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('compares as data by the key of the standard', async () => {
    const { out } = await strategy('practice', 'explain', '--compare', '--facts', facts, '--json');
    expect(Object.keys(JSON.parse(out) as object)).toEqual([
      'darlington',
      'liverpool',
      'practice-standards-2025',
      'sandwell',
    ]);
  });
});

describe('practice check', () => {
  it('prints what blocks and what warns', async () => {
    const given = file('check.json', {
      standard: 'practice-standards-2025',
      attendees: [
        {
          personId: 'p1',
          role: 'chair',
          mode: 'teams',
          hasDecisionAuthority: true,
          isChair: true,
          rank: 'teamManager',
        },
        { personId: 'p2', role: 'police', mode: 'phone', hasDecisionAuthority: true },
      ],
      s47Decision: false,
      decisionReason: 'Threshold not met',
      outcomes: [{ code: 'noFurtherAction' }],
    });
    const { code, out } = await strategy('practice', 'check', '--facts', given);
    expect(code).toBe(0);
    expect(out).toMatch(/^Blocks\n {2}Social worker: nobody takes part\.\n {6}Q-2, seatMissing:socialWorker\n/);
    expect(out).toContain('O-7, nfaReasonRequired');
    expect(out).toContain('Warns\n  The officer is not a Dedicated Decision Maker');
    const data = await strategy('practice', 'check', '--facts', given, '--json');
    expect(Object.keys(JSON.parse(data.out) as object)).toEqual(['blocks', 'warns']);
  });

  it('says so when nothing blocks', async () => {
    const { out } = await strategy('practice', 'check', '--standard', 'darlington', '--facts', file('none.json', {}));
    expect(out).toBe('Nothing blocks this.\n');
  });
});

describe('practice rules', () => {
  it('prints a standard as a document, baseline rules with their own source', async () => {
    const { code, out } = await strategy('practice', 'rules', '--standard', 'liverpool');
    expect(code).toBe(0);
    expect(out).toContain('Q-8     Before birth midwifery takes part, and counts as health too.');
    expect(out).toContain('Working Together to Safeguard Children 2023');
    expect(out).toContain('DL-7: Are the "45 days" of a Liverpool assessment calendar or working days?');
    expect(out).toContain('In force: calendar days, the earlier (READINGS=DL-7:calendarDays).');
    expect(out).toContain('Otherwise: working days (READINGS=DL-7:workingDays).');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('prints the leaflet for families too, and all of them as data', async () => {
    const leaflet = await strategy('practice', 'rules', '--standard', 'family-guide');
    expect(leaflet.out).toContain('Will my child be taken away? (FG-7)');
    const { out } = await strategy('practice', 'rules', '--standard', 'sandwell', '--json');
    const { rules } = z.looseObject({ rules: z.array(z.looseObject({ id: z.string() })) }).parse(JSON.parse(out));
    expect(rules.length).toBeGreaterThan(100);
  });
});
