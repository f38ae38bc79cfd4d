/** The second page: when and by whom the referral was made. */
import {
  conveneReferralCard,
  conveneReferralForm,
  referralTimes,
  referrerFrom,
  typedReferral,
} from '../../cards/conveneReferral.ts';
import { readForm } from '../../cards/form.ts';
import { personId } from '../../discussion/state/people.ts';
import type { Handler } from '../edges.ts';
import { asTyped } from '../press.ts';
import { page } from './pages.ts';

export const referralPage: Handler = page('referral', (press, form, edges) => {
  const again = () => conveneReferralCard(form, typedReferral(asTyped(press.data)));
  const read = readForm(conveneReferralForm, press.data);
  if (!read.ok) return { problems: read.problems, again };
  const times = referralTimes(read.value, edges.clock());
  if (!times.ok) return { problems: times.problems, again };
  const referrer = referrerFrom(read.value, personId(`${form.id}:referrer`));
  return { next: { ...form.body, referral: { ...times.value, referrer }, step: 'concern', peopleChosen: false } };
});
