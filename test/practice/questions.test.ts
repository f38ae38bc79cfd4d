import { describe, expect, it } from 'vitest';
import { questions } from '../../src/practice/answers/questions.ts';
import { under } from './given.ts';

const asked = (standard: Parameters<typeof under>[0]) => questions(under(standard));
const names = (standard: Parameters<typeof under>[0]) => asked(standard).map(({ fact }) => fact);

describe('the convene form asks', () => {
  it('nothing the standard does not turn on', () => {
    expect(names('DA')).not.toContain('fgm');
    expect(names('SA')).toContain('fgm');
    expect(names('LI')).toContain('radicalisation');
    expect(names('PS')).not.toContain('radicalisation');
  });

  it('each fact once, with the rules that turn on it', () => {
    for (const standard of ['WT', 'PS', 'DA', 'SA', 'LI'] as const) {
      expect(new Set(names(standard)).size).toBe(names(standard).length);
    }
    expect(asked('PS').find(({ fact }) => fact === 'seriousRisk')?.rules).toEqual(['T-2', 'M-1', 'A-PS-2']);
  });

  it('about forensic evidence only where it can matter', () => {
    expect(asked('PS').find(({ fact }) => fact === 'forensicEvidenceNeeded')).toEqual({
      fact: 'forensicEvidenceNeeded',
      kind: 'yesNo',
      of: 'child',
      words: 'Is forensic evidence needed?',
      rules: ['T-3'],
      onlyIf: ['penetrativeSexualAbuse'],
    });
    expect(names('LI')).not.toContain('forensicEvidenceNeeded');
  });

  it('when emergency action was taken, where a limit runs from it', () => {
    expect(asked('SA').at(-1)).toMatchObject({ fact: 'emergencyActionAt', kind: 'instant', rules: ['T-10'] });
    expect(names('DA')).not.toContain('emergencyActionAt');
  });
});
