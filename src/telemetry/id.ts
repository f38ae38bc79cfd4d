/** What may be written down as an id or a code, in the log and to a collector. */
import { z } from 'zod';

/** Without spaces, commas or @: names, addresses and sentences do not look like this. */
export const id = z
  .string()
  .regex(/^[\w:./|-]{1,200}$/)
  .catch('unreadable');
