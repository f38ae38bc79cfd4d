/** In the place of src/start/tenant.ts: the people are the same, and their mail server is in another process. */
import { Router } from 'express';
import { councilTenantId } from '../../../src/rehearsal/fictionalPerson.ts';
import { people } from '../../../src/rehearsal/people.ts';
import { botAppId } from '../../../src/rehearsal/places.ts';
import type { Rehearsal } from '../../../src/rehearsal/rehearsal.ts';

export const startTenant = (): Promise<Rehearsal> =>
  Promise.resolve({
    router: Router(),
    smtpPort: Number(process.env['BENCH_SMTP_PORT']),
    people,
    tenantId: councilTenantId,
    botId: botAppId,
    close: () => Promise.resolve(),
  });
