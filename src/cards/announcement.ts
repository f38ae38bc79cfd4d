import { z } from 'zod';
import { plain, said, template } from './bind.ts';

/** What everybody in the place sees while somebody prepares a discussion: whose form it is, and nothing of what is in it. */
export const announcementCard = template(
  'announcement',
  z.object({
    reference: plain,
    owner: said,
    /** Teams ids of those whose client opens the form by itself. */
    viewers: z.array(plain),
  }),
);
