import { z } from 'zod';
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import { plain, template, type Card } from './bind.ts';
import { email, inputsOf, oneOf, optional, required, wallTime, type Read } from './form.ts';
import type { Referrer } from '../discussion/state/event.ts';
import type { Instant } from '../practice/time/instant.ts';

const shape = {
  receivedDate: plain,
  receivedTime: plain,
  identifiedDate: plain,
  identifiedTime: plain,
  referrerName: plain,
  standing: plain,
  referrerAgency: plain,
  referrerEmail: plain,
  referrerPhone: plain,
};
const bind = template('convene-referral', z.object({ reference: plain, revision: z.number(), ...shape }));

export type ReferralInput = Readonly<Record<keyof typeof shape, string>>;

const blank: ReferralInput = {
  receivedDate: '',
  receivedTime: '',
  identifiedDate: '',
  identifiedTime: '',
  referrerName: '',
  standing: '',
  referrerAgency: '',
  referrerEmail: '',
  referrerPhone: '',
};

/** Everything somebody typed on this page, to be shown back. */
export const typedReferral = (typed: Readonly<Record<string, string>>): ReferralInput => ({
  ...blank,
  ...inputsOf(shape, typed),
});

/** Step 2. `typed` is what the person just entered, when it has to be put right. */
export const conveneReferralCard = (draft: Draft<ConveningDraft>, typed: ReferralInput | null): Card =>
  bind({ reference: draft.id, revision: draft.revision, ...(typed ?? savedReferral(draft.body)) });

const savedReferral = ({ referral }: ConveningDraft): ReferralInput => {
  const identified = referral?.concernsIdentifiedAt ?? null;
  return {
    receivedDate: referral === null ? '' : londonDate(referral.receivedAt),
    receivedTime: referral === null ? '' : londonTime(referral.receivedAt),
    identifiedDate: identified === null ? '' : londonDate(identified),
    identifiedTime: identified === null ? '' : londonTime(identified),
    referrerName: referral?.referrer.name ?? '',
    standing: referral === null ? 'professional' : standingOf(referral.referrer),
    referrerAgency: referral?.referrer.agency ?? '',
    referrerEmail: referral?.referrer.email ?? '',
    referrerPhone: referral?.referrer.phone ?? '',
  };
};

/** I-2: a referrer of a school, nursery or children’s centre says by that where the child goes. */
const standings = ['education', 'professional', 'public', 'family'] as const;
type Standing = (typeof standings)[number];

const standingOf = ({ standing, ofEducation }: Referrer): Standing => (ofEducation === true ? 'education' : standing);

const standingLabels: Readonly<Record<Standing, string>> = {
  education: 'a professional of a school, nursery or children’s centre',
  professional: 'a professional',
  public: 'a member of the public',
  family: 'a member of the family',
};

export const standingWords = (referrer: Referrer): string => standingLabels[standingOf(referrer)];

const isProfessional = (standing: Standing): boolean => standing === 'education' || standing === 'professional';

export const conveneReferralForm = z
  .object({
    receivedDate: required('The date', 40, 'Enter the date the referral was received.'),
    receivedTime: required('The time', 40, 'Enter the time the referral was received.'),
    identifiedDate: optional('The date', 40),
    identifiedTime: optional('The time', 40),
    referrerName: required('The referrer’s name', 100, 'Enter the name of the person who made the referral.'),
    standing: oneOf(standings, 'Say who the referrer is.'),
    referrerAgency: optional('The agency', 100),
    referrerEmail: email('The referrer’s e-mail address'),
    referrerPhone: optional('The telephone number', 40),
  })
  .refine((form) => !isProfessional(form.standing) || form.referrerAgency !== '', 'Enter the referrer’s agency.')
  .refine(
    (form) => isProfessional(form.standing) || form.referrerAgency === '',
    'You entered an agency. Say that the referrer is a professional, or clear the agency.',
  )
  .refine(
    (form) => form.referrerEmail !== null || form.referrerPhone !== '',
    'Enter an e-mail address or a telephone number: the referrer is owed the outcome.',
  );

/** The instants of the form; problems where a date or time is impossible or still to come. */
export const referralTimes = (
  form: z.output<typeof conveneReferralForm>,
  now: Instant,
): Read<{ receivedAt: Instant; concernsIdentifiedAt: Instant | null }> => {
  const received = wallTime(form.receivedDate, form.receivedTime, 'When the referral was received');
  const identified = wallTime(form.identifiedDate, form.identifiedTime, 'When concerns were identified');
  const problems = [received, identified].flatMap((read) => (read.ok ? [] : read.problems));
  if (!received.ok || !identified.ok || received.value === null) return { ok: false, problems };
  if (received.value > now) return { ok: false, problems: ['The referral cannot have been received in the future.'] };
  if (identified.value !== null && identified.value > now) {
    return { ok: false, problems: ['Concerns cannot have been identified in the future.'] };
  }
  return { ok: true, value: { receivedAt: received.value, concernsIdentifiedAt: identified.value } };
};

export const referrerFrom = (form: z.output<typeof conveneReferralForm>, personId: Referrer['personId']): Referrer => ({
  personId,
  name: form.referrerName,
  standing: form.standing === 'education' ? 'professional' : form.standing,
  ...(form.standing === 'education' ? { ofEducation: true } : {}),
  agency: isProfessional(form.standing) ? form.referrerAgency : null,
  email: form.referrerEmail,
  phone: form.referrerPhone === '' ? null : form.referrerPhone,
});
