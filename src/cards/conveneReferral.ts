import { z } from 'zod';
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import { plain, template, type Card } from './bind.ts';
import { email, inputsOf, oneOf, optional, required, telephone, wallTime, type Read } from './form.ts';
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
const bind = template('convene-referral', z.object(shape));

type ReferralInput = Readonly<Record<keyof typeof shape, string>>;

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

/** What somebody typed of the referral, to be shown back. */
export const typedReferral = (typed: Readonly<Record<string, string>>): ReferralInput => ({
  ...blank,
  ...inputsOf(shape, typed),
});

/** The part of the first page about the referral. `typed` is what the person just entered, when it has to be put right. */
export const referralPart = (
  { body }: Draft<ConveningDraft>,
  now: Instant,
  typed: Readonly<Record<string, string>> | null,
): Card => bind(typed === null ? savedReferral(body, now) : typedReferral(typed));

/** Most are acted on the day they come. The hour is for whoever convenes to say: the limits run from it. */
const savedReferral = ({ referral }: ConveningDraft, now: Instant): ReferralInput => {
  const identified = referral?.concernsIdentifiedAt ?? null;
  return {
    receivedDate: referral === null ? londonDate(now) : londonDate(referral.receivedAt),
    receivedTime: referral === null ? '' : londonTime(referral.receivedAt),
    identifiedDate: identified === null ? '' : londonDate(identified),
    identifiedTime: identified === null ? '' : londonTime(identified),
    referrerName: referral?.referrer.anonymous === true ? '' : (referral?.referrer.name ?? ''),
    standing: referral === null ? 'professional' : standingOf(referral.referrer),
    referrerAgency: referral?.referrer.agency ?? '',
    referrerEmail: referral?.referrer.email ?? '',
    referrerPhone: referral?.referrer.phone ?? '',
  };
};

/** I-2: a referrer of a school, nursery or children’s centre says by that where the child goes. */
const standings = ['education', 'professional', 'public', 'family', 'anonymous'] as const;
type Standing = (typeof standings)[number];

const standingOf = ({ standing, ofEducation, anonymous }: Referrer): Standing =>
  anonymous === true ? 'anonymous' : ofEducation === true ? 'education' : standing;

const standingLabels: Readonly<Record<Standing, string>> = {
  education: 'a professional of a school, nursery or children’s centre',
  professional: 'a professional',
  public: 'a member of the public',
  family: 'a member of the family',
  anonymous: 'who gave no name',
};

export const standingWords = (referrer: Referrer): string => standingLabels[standingOf(referrer)];

const isProfessional = (standing: Standing): boolean => standing === 'education' || standing === 'professional';

export const conveneReferralForm = z
  .object({
    receivedDate: required('The date', 40, 'Enter the date the referral was received.'),
    receivedTime: required('The time', 40, 'Enter the time the referral was received.'),
    identifiedDate: optional('The date', 40),
    identifiedTime: optional('The time', 40),
    referrerName: optional('The referrer’s name', 100),
    standing: oneOf(standings, 'Say who the referrer is.'),
    referrerAgency: optional('The agency', 100),
    referrerEmail: email('The referrer’s e-mail address'),
    referrerPhone: telephone('The telephone number'),
  })
  .refine(
    (form) => form.standing === 'anonymous' || form.referrerName !== '',
    'Enter the name of the person who made the referral, or say that they gave no name.',
  )
  .refine(
    (form) => form.standing !== 'anonymous' || [form.referrerName, form.referrerPhone].every((text) => text === ''),
    'You entered a name or a telephone number. Say who the referrer is, or clear it.',
  )
  .refine(
    (form) => form.standing !== 'anonymous' || form.referrerEmail === null,
    'You entered an e-mail address. Say who the referrer is, or clear it.',
  )
  .refine((form) => !isProfessional(form.standing) || form.referrerAgency !== '', 'Enter the referrer’s agency.')
  .refine(
    (form) => isProfessional(form.standing) || form.referrerAgency === '',
    'You entered an agency. Say that the referrer is a professional, or clear the agency.',
  )
  .refine(
    (form) => form.standing === 'anonymous' || form.referrerEmail !== null || form.referrerPhone !== '',
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

const standingKept: Readonly<Record<Standing, Referrer['standing']>> = {
  education: 'professional',
  professional: 'professional',
  public: 'public',
  family: 'family',
  anonymous: 'public',
};

export const referrerFrom = (form: z.output<typeof conveneReferralForm>, personId: Referrer['personId']): Referrer => ({
  personId,
  name: form.standing === 'anonymous' ? 'Somebody who gave no name' : form.referrerName,
  standing: standingKept[form.standing],
  ...(form.standing === 'anonymous' ? { anonymous: true as const } : {}),
  ...(form.standing === 'education' ? { ofEducation: true } : {}),
  agency: isProfessional(form.standing) ? form.referrerAgency : null,
  email: form.referrerEmail,
  phone: form.referrerPhone === '' ? null : form.referrerPhone,
});
