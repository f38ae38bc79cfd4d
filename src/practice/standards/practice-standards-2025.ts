/** A council's practice standard and procedure dated February 2025. */
import type { Standard } from '../language/standard.ts';
import { afterwards } from './practice-standards-2025/afterwards.ts';
import { convening } from './practice-standards-2025/convening.ts';
import { decision } from './practice-standards-2025/decision.ts';
import { enquiry } from './practice-standards-2025/enquiry.ts';
import { gateRules } from './practice-standards-2025/gate.ts';
import { meeting } from './practice-standards-2025/meeting.ts';

export const practiceStandards2025: Standard = {
  key: 'practice-standards-2025',
  title: 'Practice Standards 2025',
  version: '2025.1',
  source: 'Practice standard and procedure, February 2025',
  extends: 'working-together-2023',
  replaces: ['Q-1', 'CH-10', 'T-13', 'R-10', 'A-DA-1', 'A-DA-2', 'A-DA-3', 'A-DA-4', 'A-DA-5', 'A-DA-6'],
  rules: [...convening, ...meeting, ...decision, ...enquiry, ...gateRules, ...afterwards],
};
