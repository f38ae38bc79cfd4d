/** Liverpool: partnership procedures, chapter 3.3, last revised September 2020. */
import type { Standard } from '../language/standard.ts';
import { afterwards } from './liverpool/afterwards.ts';
import { convening } from './liverpool/convening.ts';
import { deciding } from './liverpool/deciding.ts';

export const liverpool: Standard = {
  key: 'liverpool',
  title: 'Liverpool',
  version: '2020.9',
  source: 'Liverpool partnership procedures, chapter 3.3, September 2020',
  extends: 'working-together-2023',
  replaces: ['Q-1', 'CH-10', 'R-10', 'DL-6', 'A-DA-1', 'A-DA-2', 'A-DA-3', 'A-DA-4', 'A-DA-5', 'A-DA-6'],
  rules: [...convening, ...deciding, ...afterwards],
};
