/** Sandwell: a children's trust procedure. It cites the 2015 and 2018 editions of Working Together; 2023 applies. */
import type { Standard } from '../language/standard.ts';
import { afterwards } from './sandwell/afterwards.ts';
import { agenda } from './sandwell/agenda.ts';
import { attendance } from './sandwell/attendance.ts';
import { convening } from './sandwell/convening.ts';
import { deciding } from './sandwell/deciding.ts';
import { fgm } from './sandwell/fgm.ts';
import { invited } from './sandwell/invited.ts';
import { medicals } from './sandwell/medical.ts';

export const sandwell: Standard = {
  key: 'sandwell',
  title: 'Sandwell',
  version: '2023.1',
  source: "Sandwell children's trust procedure",
  extends: 'working-together-2023',
  replaces: ['Q-1', 'CH-10', 'T-13', 'R-10', 'A-DA-1', 'A-DA-2', 'A-DA-3', 'A-DA-4', 'A-DA-5', 'A-DA-6'],
  rules: [...convening, ...attendance, ...invited, ...agenda, ...deciding, ...fgm, ...medicals, ...afterwards],
};
