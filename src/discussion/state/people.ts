import type { Instant } from '../../practice/time/instant.ts';
import type { Mode, Rank } from '../../practice/language/vocabulary.ts';

/** Identifies one professional: a directory entry, or somebody invited by name and e-mail for one discussion. */
export type PersonId = string & { readonly __brand: 'PersonId' };

export const personId = (value: string): PersonId => value as PersonId;

/** A professional as they stood when they were invited or attended. Copied into events, so the record never shifts. */
export interface Participant {
  readonly personId: PersonId;
  readonly name: string;
  /** What they take part as: `police`, `health`, `socialWorker`... in the practice vocabulary. */
  readonly role: string;
  /** All that the directory has them as. Left out for somebody who is in no directory, and by older programs. */
  readonly roles?: readonly string[] | undefined;
  readonly agency: string;
  readonly rank: Rank | null;
  /** Only for somebody invited by name; people in the directory are reached as it says at the time of sending. */
  readonly email: string | null;
}

/** What somebody does for the council beside taking part: files records, looks after who read what, looks after the service. */
export const offices = ['recordsOfficer', 'auditor', 'administrator'] as const;
export type Office = (typeof offices)[number];

/** All that somebody takes part as: who they are fills a seat, not what was chosen for them. */
export const rolesOf = ({ role, roles = [] }: Pick<Participant, 'role' | 'roles'>): readonly string[] => [
  ...new Set([role, ...roles]),
];

/** Who is doing something: always the authenticated person, never what a form says. */
export interface Actor {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  readonly rank: Rank | null;
  /** Left out for somebody without one, and by older programs. */
  readonly offices?: readonly Office[] | undefined;
  /** How the command reached us; kept in the audit trail. `system`: this program itself, and nobody can sign in as it. */
  readonly via: 'teams' | 'link' | 'operator' | 'system';
}

/** What this program does by itself. Nobody can sign in as it. */
export const system: Actor = {
  personId: personId('system'),
  name: 'Strategy discussions',
  role: 'system',
  agency: '',
  rank: null,
  via: 'system',
};

export interface Attendance {
  readonly participant: Participant;
  readonly mode: Exclude<Mode, 'written'>;
  readonly hasAuthority: boolean | null;
  readonly substituteFor: string | null;
  /** How somebody in no directory was known to be who they say. Left out for everybody else, and by older programs. */
  readonly identified?: Identified | undefined;
  /** When they came, as somebody said, or else when they were recorded, who may have been there before. */
  readonly joined?: { readonly at: Instant; readonly isSaid: boolean } | undefined;
  /** They have gone before the end. */
  readonly leftAt?: Instant | undefined;
}

/** How whoever records somebody who is in no directory knows who they are. */
export const identifications = ['idCardSeen', 'calledBack', 'knownPersonally', 'otherwise'] as const;
export interface Identified {
  readonly how: (typeof identifications)[number];
  /** The number of the card, who confirmed it...; may be blank. */
  readonly note: string;
}

/** Two spellings of one agency's name are one agency. */
export const agencyKey = (agency: string): string => agency.trim().toLowerCase();

/** The people of one agency, however its name is spelt. */
export const isOf =
  (agency: string) =>
  (one: { readonly agency: string }): boolean =>
    agencyKey(one.agency) === agencyKey(agency);

/** The roles a social worker takes part in, in the order in which they would carry the case on. */
export const socialWorkRoles = ['allocatedSocialWorker', 'leadSocialWorker', 'socialWorker'] as const;
