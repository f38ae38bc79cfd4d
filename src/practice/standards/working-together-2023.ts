/** Working Together to Safeguard Children 2023: the statutory baseline every local standard extends. */
import type { Source } from '../language/rule.ts';
import type { Standard } from '../language/standard.ts';
import { statutoryAgenda } from './statutoryAgenda.ts';
import { baselineOutcomes } from './baselineOutcomes.ts';
import { shared } from './shared.ts';

const document = 'Working Together to Safeguard Children 2023';
const under = (heading: string): Source => ({ document, heading });

export const workingTogether2023: Standard = {
  key: 'working-together-2023',
  title: 'Working Together to Safeguard Children 2023',
  version: '2023.1',
  source: document,
  extends: null,
  replaces: [],
  rules: [
    { ...shared['C-1'], source: under('Strategy discussion') },
    { ...shared['C-2'], source: under('Strategy discussion') },
    { ...shared['CH-10'], source: under('Strategy discussion') },
    { ...shared['Q-1'], source: under('Strategy discussion: attendance') },
    { ...shared['Q-10'], source: under('Strategy discussion: attendance') },
    { ...shared['S-1'], source: under('Strategy discussion: attendance (reading: applies everywhere)') },
    { ...shared['S-4'], source: under('Strategy discussion: attendance (reading of Q-10)') },
    { ...shared['I-1'], source: under('Strategy discussion: attendance') },
    { ...shared['I-7'], source: under('Strategy discussion: attendance') },
    { ...shared['M-2'], source: under('Strategy discussion') },
    { ...shared['T-13'], source: under('Strategy discussion') },
    ...statutoryAgenda(under('Strategy discussion: tasks')),
    baselineOutcomes(under('Strategy discussion: outcome')),
    { ...shared['PL-2'], source: under('Initial child protection conferences') },
    { ...shared['PL-3'], source: under('Strategy discussion: tasks') },
    { ...shared['F-1'], source: under('Strategy discussion: tasks') },
    { ...shared['N-6'], source: under('Strategy discussion: tasks (reading of F-1)') },
    { ...shared['R-10'], source: under('Strategy discussion: tasks') },
    { ...shared['DL-3'], source: under('Initial child protection conferences') },
    { ...shared['DL-6'], source: under('Assessment') },
    { ...shared['AC-1'], source: under('Strategy discussion: tasks') },
  ],
};
