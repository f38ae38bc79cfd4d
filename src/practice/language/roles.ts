/**
 * The people who can take part, in words; which kind of agency each belongs to; and those who never take part (S-1). The one
 * table: whoever is in no directory takes part only as what belongs to their agency, and the chair’s agency is read here.
 */
import type { AgencyKind } from './agencies.ts';
import type { Standard } from './standard.ts';
import { familyRoles, type FamilyRole, type Rank } from './vocabulary.ts';

interface Role {
  readonly words: string;
  /** The kinds of agency it belongs to; none where people of any can be it. */
  readonly of: readonly AgencyKind[];
}

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

const socialCare = ['childrensSocialCare'] as const;
const council = ['council'] as const;
const police = ['police'] as const;
const health = ['health'] as const;
const education = ['education'] as const;
const anyAgency = [] as const;

const table: Readonly<Record<string, Role>> = {
  chair: { words: 'Chair', of: socialCare },
  teamManager: { words: 'Team Manager', of: socialCare },
  serviceManager: { words: 'Service Manager', of: socialCare },
  socialWorkManager: { words: 'Social Work Manager', of: socialCare },
  safeguardingUnitChair: { words: 'Safeguarding Unit chair', of: socialCare },
  seniorManager: { words: 'Senior Manager', of: socialCare },
  headOfService: { words: 'Head of Service', of: socialCare },
  childrensSocialCare: { words: 'Children’s social care', of: socialCare },
  socialWorker: { words: 'Social worker', of: socialCare },
  allocatedSocialWorker: { words: 'Allocated social worker', of: socialCare },
  leadSocialWorker: { words: 'Lead social worker', of: socialCare },
  police: { words: 'Police officer', of: police },
  policeDdm: { words: 'Police Dedicated Decision Maker', of: police },
  otherPolice: { words: 'Another area’s police', of: police },
  health: { words: 'Health professional', of: health },
  involvedHealth: { words: 'Health professional involved with the child or family', of: health },
  gp: { words: 'GP', of: health },
  healthVisitor: { words: 'Health visitor', of: health },
  schoolNurse: { words: 'School nurse', of: health },
  midwife: { words: 'Midwife', of: health },
  midwifery: { words: 'Midwifery', of: health },
  midwiferyHospital: { words: 'Hospital midwifery', of: health },
  midwiferyCommunity: { words: 'Community midwifery', of: health },
  mentalHealth: { words: 'Mental health professional', of: health },
  paediatrician: { words: 'Paediatrician', of: health },
  dutyPaediatrician: { words: 'Duty consultant paediatrician', of: health },
  medicalConsultant: { words: 'Medical consultant responsible for the child', of: health },
  seniorDoctor: { words: 'Senior doctor', of: health },
  seniorWardNurse: { words: 'Senior ward nurse', of: health },
  clinician: { words: 'Clinician from the hospital service', of: health },
  namedNurse: { words: 'Named nurse', of: health },
  designatedNurse: { words: 'Designated nurse', of: health },
  namedDoctor: { words: 'Named doctor', of: health },
  designatedDoctor: { words: 'Designated doctor', of: health },
  namedOrDesignatedHealth: { words: 'Named or designated health professional', of: health },
  specialist: { words: 'Specialist', of: anyAgency },
  careServices: { words: 'Care services', of: anyAgency },
  education: { words: 'School, nursery or children’s centre', of: education },
  school: { words: 'School', of: education },
  nursery: { words: 'Nursery', of: education },
  childrensCentre: { words: 'Children’s centre', of: education },
  earlyYears: { words: 'Early years setting', of: education },
  educationSafeguardingLead: { words: 'Education safeguarding lead', of: [...education, ...council] },
  youthServices: { words: 'Youth services', of: anyAgency },
  yos: { words: 'Youth Offending Service', of: anyAgency },
  fosteringService: { words: 'Fostering service', of: anyAgency },
  adultServices: { words: 'Adult services', of: anyAgency },
  adultSocialCareManager: { words: 'Adult social care manager', of: council },
  legalAdviser: { words: 'Legal adviser', of: anyAgency },
  abuseTypeExpert: { words: 'Expert in this type of abuse', of: anyAgency },
  lado: { words: 'Local Authority Designated Officer', of: council },
  homeAuthority: { words: 'The child’s home authority', of: council },
  allInvolvedAgencies: { words: 'Every agency involved in the child’s home area', of: anyAgency },
  otherChildrensSafeguarding: { words: 'The other authority’s children’s safeguarding team', of: council },
  parallelProcessLead: { words: 'Lead of the process running alongside', of: anyAgency },
  referrer: { words: 'Referrer', of: anyAgency },
  child: { words: 'Child', of: anyAgency },
  parent: { words: 'Parent', of: anyAgency },
  carer: { words: 'Carer', of: anyAgency },
  familyMember: { words: 'Family member', of: anyAgency },
};

export const roles: readonly string[] = Object.keys(table);

/** Those who act or are told without taking part as such, and ranks that a directory has as a role. */
const others: Readonly<Record<string, Role>> = {
  convenor: { words: 'Whoever convened', of: anyAgency },
  socialWorkUnitManager: { words: 'Social Work Unit Manager', of: socialCare },
  childrensTeamLeader: { words: 'Children’s Team Leader', of: socialCare },
  deputyTeamLeader: { words: 'Deputy Team Leader', of: socialCare },
  safeguardingService: { words: 'Safeguarding Service', of: council },
  policeChildProtectionTeam: { words: 'Police child protection team', of: police },
};

const known: ReadonlyMap<string, Role> = new Map(Object.entries({ ...table, ...others }));

/** A role every standard knows. */
export const isKnownRole = (role: string): boolean => known.has(role);

/** Plain words for a role; a role no rule names is shown as given. */
export const roleWords = (role: string): string => known.get(role)?.words ?? role;

/** The kinds of agency a role belongs to; none for one that people of any can be, or that a council has named itself. */
export const agenciesOf = (role: string): readonly AgencyKind[] => known.get(role)?.of ?? [];

/** The same, where a standard has roles of its own. */
export const roleWordsIn = ({ standard }: { readonly standard: Pick<Standard, 'roles'> }, role: string): string =>
  standard.roles[role] ?? roleWords(role);

/** True for those who are never invited, under every standard (S-1). */
export const isFamily = (role: string): role is FamilyRole => (familyRoles as readonly string[]).includes(role);

const familyWords = words(
  'family relative mother mum mummy father dad daddy parent parents carer brother sister sibling aunt auntie uncle cousin child',
  'baby son daughter grandmother grandfather grandparent nan nana gran granny grandad stepmother stepfather stepdad stepmum',
  'partner husband wife boyfriend girlfriend friend neighbour',
);
const besideThem = words(
  'the a an of to this his her their child s child’s member step maternal paternal foster great birth',
);

/** S-1: a job that names nothing but a place in a family. `Family support worker` is a job; `the child's mother` is not. */
export const isFamilyInWords = (role: string): boolean => {
  const typed = role.toLowerCase().match(/\p{L}+/gu) ?? [];
  return typed.some((word) => familyWords.has(word)) && typed.every((w) => familyWords.has(w) || besideThem.has(w));
};

/** Works for children’s social care, which convenes and chairs (CH-10). */
export const isChildrensSocialCare = (role: string): boolean => agenciesOf(role).includes('childrensSocialCare');

const ranksInWords: Readonly<Record<Rank, string>> = {
  teamManager: 'Team Manager',
  serviceManager: 'Service Manager',
  socialWorkUnitManager: 'Social Work Unit Manager',
  safeguardingUnitChair: 'Safeguarding Unit chair',
  seniorManager: 'Senior Manager',
  childrensTeamLeader: 'Children’s Team Leader',
  deputyTeamLeader: 'Deputy Team Leader',
  headOfService: 'Head of Service',
};

/** Plain words for a rank. */
export const rankWords = (rank: Rank): string => ranksInWords[rank];
