/** Whether this machine’s clock is right: a deadline is as good as its clock, and a token of the future is refused. */
import { millis, minute } from '../practice/time/instant.ts';
import type { Around, Deployment } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';
import { asked } from './asked.ts';

const { good, warning, fault, notChecked } = findingsOf('clock');

/** Half a minute shows on a deadline; five minutes and Microsoft’s tokens are not believed. */
const [noticed, refused] = [minute / 2, 5 * minute];
const mend = 'Let this machine take its time from a time server.';

export const checkClock = async ({ registration }: Deployment, around: Around): Promise<Finding> => {
  const url = `https://login.microsoftonline.com/${registration.tenantId}/v2.0/.well-known/openid-configuration`;
  const answer = await asked(around.fetch, url);
  const theirs = answer.ok ? Date.parse(answer.response.headers.get('date') ?? '') : Number.NaN;
  if (Number.isNaN(theirs)) return notChecked('No other clock was reached to compare with.');
  const apart = Math.abs(millis(around.now()) - theirs);
  const says = `This clock and Microsoft’s are ${Math.round(apart / 1000)} s apart.`;
  if (apart >= refused) return fault(says, mend);
  return apart >= noticed ? warning(says, mend) : good(says);
};
