/**
 * Who takes part in a scenario besides those it names: a whole discussion needs a convenor, a referrer, a chair and
 * somebody for each seat. They are of the kind the standard asks for, and otherwise nobody in particular.
 */
import type { Referrer } from '../../discussion/state/event.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import type { Assessment } from '../../practice/assess.ts';
import { referrerFacts } from '../../practice/answers/referrer.ts';
import { isFamily } from '../../practice/language/roles.ts';

export const council = 'The council';

export const somebody = (id: string, role: string, over: Partial<Participant> = {}): Participant => ({
  personId: personId(id),
  name: id,
  role,
  agency: id,
  rank: null,
  email: null,
  ...over,
});

export const convenor = somebody('The convenor', 'teamManager', { agency: council, rank: 'teamManager' });

/** Somebody who may chair this discussion, as the form offers them. */
export const aChair = ({ chair }: Assessment): Participant =>
  somebody('The chair', 'childrensSocialCare', { agency: council, rank: chair.ranks?.[0] ?? null });

/** One person for each seat but the chair's. */
export const seatHolders = ({ seats }: Assessment): readonly Participant[] =>
  seats
    .filter(({ seat }) => seat !== 'chair')
    .map(({ seat, roles, ranks, inviteAs }) =>
      somebody(`For the seat ${seat}`, roles[0] ?? inviteAs ?? seat, { rank: ranks[0] ?? null }),
    );

/** Whoever made the referral; a professional where it is not said. */
export const referrerOf = (kind: string | null | undefined): Referrer => {
  const facts = referrerFacts(kind ?? 'professional');
  const isProfessional = facts.includes('referredByProfessional');
  return {
    personId: personId('The referrer'),
    name: 'The referrer',
    agency: isProfessional ? 'The referrer’s agency' : null,
    standing: isProfessional ? 'professional' : isFamily(kind ?? '') ? 'family' : 'public',
    ...(facts.includes('inEducationSetting') ? { ofEducation: true } : {}),
    email: null,
    phone: '01632 960000',
  };
};

/** The referrer, taking part. */
export const asParticipant = ({ personId: id, name, agency }: Referrer): Participant => ({
  ...somebody(name, 'referrer'),
  personId: id,
  agency: agency ?? '',
});
