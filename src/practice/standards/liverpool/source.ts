import type { Source } from '../../language/rule.ts';

const document = 'Liverpool partnership procedures, chapter 3.3, September 2020';

/** Where in the procedure a rule stands. */
export const under = (heading: string): Source => ({ document, heading });
