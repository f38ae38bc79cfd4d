import type { Source } from '../../language/rule.ts';

const document = 'Practice standard and procedure, February 2025';

/** Where in the procedure a rule stands. */
export const under = (heading: string): Source => ({ document, heading });
