/** The people who can take part, in words; and those who never do (S-1). */
import type { Standard } from './standard.ts';
import { familyRoles, type FamilyRole, type Rank } from './vocabulary.ts';

const words: Readonly<Record<string, string>> = {
  chair: 'Chair',
  teamManager: 'Team Manager',
  serviceManager: 'Service Manager',
  socialWorkManager: 'Social Work Manager',
  safeguardingUnitChair: 'Safeguarding Unit chair',
  seniorManager: 'Senior Manager',
  headOfService: 'Head of Service',
  childrensSocialCare: "Children's social care",
  socialWorker: 'Social worker',
  allocatedSocialWorker: 'Allocated social worker',
  leadSocialWorker: 'Lead social worker',
  police: 'Police officer',
  policeDdm: 'Police Dedicated Decision Maker',
  otherPolice: "Another area's police",
  health: 'Health professional',
  involvedHealth: 'Health professional involved with the child or family',
  gp: 'GP',
  healthVisitor: 'Health visitor',
  schoolNurse: 'School nurse',
  midwife: 'Midwife',
  midwifery: 'Midwifery',
  midwiferyHospital: 'Hospital midwifery',
  midwiferyCommunity: 'Community midwifery',
  mentalHealth: 'Mental health professional',
  paediatrician: 'Paediatrician',
  dutyPaediatrician: 'Duty consultant paediatrician',
  medicalConsultant: 'Medical consultant responsible for the child',
  seniorDoctor: 'Senior doctor',
  seniorWardNurse: 'Senior ward nurse',
  clinician: 'Clinician from the hospital service',
  namedNurse: 'Named nurse',
  designatedNurse: 'Designated nurse',
  namedDoctor: 'Named doctor',
  designatedDoctor: 'Designated doctor',
  namedOrDesignatedHealth: 'Named or designated health professional',
  specialist: 'Specialist',
  careServices: 'Care services',
  education: "School, nursery or children's centre",
  school: 'School',
  nursery: 'Nursery',
  childrensCentre: "Children's centre",
  earlyYears: 'Early years setting',
  educationSafeguardingLead: 'Education safeguarding lead',
  youthServices: 'Youth services',
  yos: 'Youth Offending Service',
  fosteringService: 'Fostering service',
  adultServices: 'Adult services',
  adultSocialCareManager: 'Adult social care manager',
  legalAdviser: 'Legal adviser',
  abuseTypeExpert: 'Expert in this type of abuse',
  lado: 'Local Authority Designated Officer',
  homeAuthority: "The child's home authority",
  allInvolvedAgencies: "Every agency involved in the child's home area",
  otherChildrensSafeguarding: "The other authority's children's safeguarding team",
  parallelProcessLead: 'Lead of the process running alongside',
  referrer: 'Referrer',
  child: 'Child',
  parent: 'Parent',
  carer: 'Carer',
  familyMember: 'Family member',
};

export const roles: readonly string[] = Object.keys(words);

/** Those who act or are told without taking part as such. */
const others: Readonly<Record<string, string>> = {
  convenor: 'Whoever convened',
  socialWorkUnitManager: 'Social Work Unit Manager',
  safeguardingService: 'Safeguarding Service',
  policeChildProtectionTeam: 'Police child protection team',
};

/** A role every standard knows. */
export const isKnownRole = (role: string): boolean => Object.hasOwn(words, role) || Object.hasOwn(others, role);

/** Plain words for a role; a role no rule names is shown as given. */
export const roleWords = (role: string): string => words[role] ?? others[role] ?? role;

/** The same, where a standard has roles of its own. */
export const roleWordsIn = ({ standard }: { readonly standard: Pick<Standard, 'roles'> }, role: string): string =>
  standard.roles[role] ?? roleWords(role);

/** True for those who are never invited, under every standard (S-1). */
export const isFamily = (role: string): role is FamilyRole => (familyRoles as readonly string[]).includes(role);

const childrensSocialCareRoles: readonly string[] = [
  'chair',
  'childrensSocialCare',
  'socialWorker',
  'allocatedSocialWorker',
  'leadSocialWorker',
  'socialWorkManager',
  'teamManager',
  'serviceManager',
  'seniorManager',
  'safeguardingUnitChair',
  'headOfService',
];

/** Works for children's social care, which convenes and chairs (CH-10). */
export const isChildrensSocialCare = (role: string): boolean => childrensSocialCareRoles.includes(role);

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
