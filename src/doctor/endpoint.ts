/** Whether Teams and the readers of letters reach this service at `PUBLIC_URL`, and strangers do not get in. */
import type { Around, Deployment } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';
import { asked } from './asked.ts';

const { good, fault } = findingsOf('public address');

const reach =
  'Point its name and certificate at this service, and forward /api/messages, /reply, /record and /leaflet.';

export const checkEndpoint = async ({ publicUrl }: Deployment, around: Around): Promise<Finding> => {
  const health = await asked(around.fetch, new URL('/healthz', publicUrl).href);
  if (!health.ok) return fault(`${publicUrl} was not reached: ${health.because}.`, `Start the bot. ${reach}`);
  const isOurs = health.response.status === 200 && (await health.response.text()).includes('"status":"ok"');
  if (!isOurs) return fault(`${publicUrl} answers, but it is not this service.`, reach);
  const unsigned = await asked(around.fetch, new URL('/api/messages', publicUrl).href, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"type":"message"}',
  });
  const status = unsigned.ok ? unsigned.response.status : unsigned.because;
  if (status === 401) return good(`${publicUrl} answers, and turns away a message that nobody has signed.`);
  return fault(
    `A message that nobody has signed was answered ${status} at ${publicUrl}/api/messages; it should be 401.`,
    'See that MODE is live there, and that no other service or gateway answers in its place.',
  );
};
