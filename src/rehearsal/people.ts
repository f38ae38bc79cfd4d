/**
 * The cast of the rehearsal: a fictional council and its partners. Nobody here exists. Roles and ranks use the words of
 * the practice standards, so that each standard finds somebody to chair and somebody for every seat.
 */
import { createHash } from 'node:crypto';

/** Where a person is in Teams: the tenant of their account, their Entra object id, and the id bots know them by. */
export interface TeamsIdentity {
  readonly tenantId: string;
  readonly userId: string;
  readonly mri: string;
}

export interface FictionalPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly rank: string | null;
  readonly email: string;
  readonly telephone: string;
  /** Null for people who can be reached by e-mail only. */
  readonly teams: TeamsIdentity | null;
  readonly note: string;
}

export const councilTenantId = '7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90';
const otherTenantId = 'd3f0b2a4-6c81-4f7e-8a95-1e2d3c4b5a69';

type Entry = Omit<FictionalPerson, 'teams'>;

/** A stable object id: the same person is the same account after every restart. */
const objectIdOf = (id: string): string => {
  const hex = createHash('sha256').update(`exampleshire/${id}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Teams gives a user one id per bot, `29:` and an opaque string. */
const mriOf = (userId: string): string => `29:1${createHash('sha256').update(userId).digest('base64url')}`;

const inTenant = (tenantId: string, entry: Entry): FictionalPerson => {
  const userId = objectIdOf(entry.id);
  return { ...entry, teams: { tenantId, userId, mri: mriOf(userId) } };
};
const inTeams = (entry: Entry): FictionalPerson => inTenant(councilTenantId, entry);
const byEmailOnly = (entry: Entry): FictionalPerson => ({ ...entry, teams: null });

const council = 'Exampleshire County Council';

/** Everyone who may take part, in the order the page shows them. */
const cast: readonly FictionalPerson[] = [
  inTeams({
    id: 'priya-shah',
    name: 'Priya Shah',
    title: 'Team manager, assessment team',
    agency: council,
    roles: ['teamManager', 'socialWorkManager', 'childrensSocialCare'],
    rank: 'teamManager',
    email: 'priya.shah@exampleshire.gov.uk',
    telephone: '01632 960 101',
    note: 'Convenes and chairs. Start here.',
  }),
  inTeams({
    id: 'ellie-vaughan',
    name: 'Ellie Vaughan',
    title: 'Social worker, assessment team',
    agency: council,
    roles: ['socialWorker', 'allocatedSocialWorker', 'childrensSocialCare'],
    rank: null,
    email: 'ellie.vaughan@exampleshire.gov.uk',
    telephone: '01632 960 102',
    note: 'The allocated social worker.',
  }),
  inTeams({
    id: 'martin-okafor',
    name: 'Martin Okafor',
    title: 'Service manager, children’s social care',
    agency: council,
    roles: ['serviceManager', 'childrensSocialCare'],
    rank: 'serviceManager',
    email: 'martin.okafor@exampleshire.gov.uk',
    telephone: '01632 960 103',
    note: 'Told when something is about to be late. May chair.',
  }),
  inTeams({
    id: 'tom-reyes',
    name: 'DI Tom Reyes',
    title: 'Detective Inspector, dedicated decision maker',
    agency: 'Exampleshire Police',
    roles: ['policeDdm', 'police'],
    rank: null,
    email: 'tom.reyes@exampleshire.police.uk',
    telephone: '01632 960 104',
    note: 'Decides for the police. A guest in the council’s Teams.',
  }),
  byEmailOnly({
    id: 'sam-whitlock',
    name: 'PC Sam Whitlock',
    title: 'Police constable, child protection unit',
    agency: 'Exampleshire Police',
    roles: ['police'],
    rank: null,
    email: 'sam.whitlock@exampleshire.police.uk',
    telephone: '01632 960 105',
    note: 'Not in the council’s Teams: e-mail, and joins by telephone.',
  }),
  inTeams({
    id: 'grace-mensah',
    name: 'Grace Mensah',
    title: 'Named nurse for safeguarding',
    agency: 'Exampleshire Community NHS Trust',
    roles: ['health', 'namedNurse', 'involvedHealth'],
    rank: null,
    email: 'grace.mensah@exampleshire.nhs.net',
    telephone: '01632 960 106',
    note: 'Speaks for health.',
  }),
  inTeams({
    id: 'bea-cartwright',
    name: 'Bea Cartwright',
    title: 'Community midwife',
    agency: 'Exampleshire Community NHS Trust',
    roles: ['midwife', 'midwifery', 'midwiferyCommunity', 'health'],
    rank: null,
    email: 'bea.cartwright@exampleshire.nhs.net',
    telephone: '01632 960 107',
    note: 'Takes part before a baby is born.',
  }),
  inTeams({
    id: 'anil-kapoor',
    name: 'Dr Anil Kapoor',
    title: 'Consultant paediatrician',
    agency: 'Exampleshire General Hospital',
    roles: ['paediatrician', 'health', 'seniorDoctor', 'medicalConsultant'],
    rank: null,
    email: 'anil.kapoor@exampleshire.nhs.net',
    telephone: '01632 960 108',
    note: 'Takes part when there may be a physical injury.',
  }),
  inTeams({
    id: 'ruth-ellison',
    name: 'Ruth Ellison',
    title: 'Designated safeguarding lead',
    agency: 'Meadow Lane Primary School',
    roles: ['education', 'school'],
    rank: null,
    email: 'ruth.ellison@meadowlane.exampleshire.sch.uk',
    telephone: '01632 960 109',
    note: 'Speaks for the school.',
  }),
  byEmailOnly({
    id: 'carol-tench',
    name: 'Carol Tench',
    title: 'Nursery manager, made the referral',
    agency: 'Little Acorns Nursery',
    roles: ['referrer'],
    rank: null,
    email: 'carol@littleacorns.example',
    telephone: '01632 960 110',
    note: 'Outside Teams, at an e-mail address that is not secure.',
  }),
  inTeams({
    id: 'nadia-hussain',
    name: 'Nadia Hussain',
    title: 'Adult services worker',
    agency: council,
    roles: ['adultServices'],
    rank: null,
    email: 'nadia.hussain@exampleshire.gov.uk',
    telephone: '01632 960 111',
    note: 'Works with adults in the home.',
  }),
  inTeams({
    id: 'david-pryce',
    name: 'David Pryce',
    title: 'Designated officer (LADO)',
    agency: council,
    roles: ['lado'],
    rank: null,
    email: 'david.pryce@exampleshire.gov.uk',
    telephone: '01632 960 112',
    note: 'Takes part when somebody in a position of trust is concerned.',
  }),
  inTeams({
    id: 'hannah-boyle',
    name: 'Hannah Boyle',
    title: 'Social work unit manager',
    agency: council,
    roles: ['socialWorkManager', 'childrensSocialCare'],
    rank: 'socialWorkUnitManager',
    email: 'hannah.boyle@exampleshire.gov.uk',
    telephone: '01632 960 113',
    note: 'Chairs under the Sandwell procedure.',
  }),
  inTeams({
    id: 'joan-fairley',
    name: 'Joan Fairley',
    title: 'Safeguarding unit chair',
    agency: council,
    roles: ['safeguardingUnitChair', 'childrensSocialCare'],
    rank: 'safeguardingUnitChair',
    email: 'joan.fairley@exampleshire.gov.uk',
    telephone: '01632 960 114',
    note: 'Chairs complex meetings under the Sandwell procedure.',
  }),
  inTeams({
    id: 'leon-baptiste',
    name: 'Leon Baptiste',
    title: 'Children’s team leader',
    agency: council,
    roles: ['childrensTeamLeader', 'childrensSocialCare'],
    rank: 'childrensTeamLeader',
    email: 'leon.baptiste@exampleshire.gov.uk',
    telephone: '01632 960 115',
    note: 'Chairs under the Liverpool procedure.',
  }),
  inTeams({
    id: 'asha-lindley',
    name: 'Asha Lindley',
    title: 'Head of Service, children’s social care',
    agency: council,
    roles: ['headOfService', 'childrensSocialCare'],
    rank: 'headOfService',
    email: 'asha.lindley@exampleshire.gov.uk',
    telephone: '01632 960 117',
    note: 'Records the result of an enquiry.',
  }),
];

/** Somebody with a Teams account elsewhere, invited to nothing: what the bot refuses them is part of the rehearsal. */
export const outsider: FictionalPerson = inTenant(otherTenantId, {
  id: 'victor-lane',
  name: 'Victor Lane',
  title: 'Business support officer',
  agency: 'Northmoor Borough Council',
  roles: [],
  rank: null,
  email: 'victor.lane@northmoor.gov.uk',
  telephone: '01632 960 116',
  note: 'From another organisation. Not part of this.',
});

/** All fictional people, the outsider last. */
export const people: readonly FictionalPerson[] = [...cast, outsider];
