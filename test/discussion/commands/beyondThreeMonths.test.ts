import { describe, expect, it } from 'vitest';
import { instant } from '../../../src/practice/time/instant.ts';
import { convene } from '../../builders/convene.ts';
import { professional } from '../../builders/people.ts';
import { story, type Story } from '../../builders/story.ts';

describe('a discussion that follows others, beyond three months (DL-10)', () => {
  const unitManager = professional('unit-manager', 'socialWorkManager', { rank: 'socialWorkUnitManager' });
  const at = instant('2026-11-25T10:00:00Z');
  const follows = {
    reference: 'SD-BEFORE2',
    discussions: [
      { at: instant('2026-09-01T15:00:00+01:00'), decidedS47: true },
      { at: instant('2026-11-10T15:00:00Z'), decidedS47: false },
    ],
    said: [],
    whereaboutsUnknownAt: null,
  };
  const convened = (answers: Readonly<Record<string, boolean>>): Story => {
    const facts = { said: [], answers, ofChild: {}, setAside: [] };
    const meeting = { ...convene().meeting, startsAt: instant('2026-12-04T10:00:00Z') };
    const command = convene({ chair: unitManager, facts, follows, meeting });
    return story('sandwell').when(unitManager, command, at);
  };

  it('is refused, unless both conditions are met; then only the gap between two binds (DL-8)', () => {
    expect(convened({}).refusal).toMatchObject({ code: 'meetingTooLate', rule: 'DL-9' });
    expect(convened({ exceptional: true, headOfServiceAuthorised: false }).refusal).toMatchObject({ rule: 'DL-9' });
    const { state } = convened({ exceptional: true, headOfServiceAuthorised: true });
    expect(state?.deadline).toMatchObject({ rule: 'DL-8', dueAt: instant('2026-12-08T23:59:59Z') });
  });
});
