import type { Source } from '../../language/rule.ts';

const document = "Sandwell children's trust procedure";

/** Where in the procedure a rule stands. */
export const under = (heading: string): Source => ({ document, heading });
