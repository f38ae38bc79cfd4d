/** The people of the rehearsal by what they are in a strategy discussion. */
export const cast = {
  teamManager: 'priya-shah',
  unitManager: 'hannah-boyle',
  otherUnitManager: 'gwen-harlow',
  teamLeader: 'leon-baptiste',
  safeguardingChair: 'joan-fairley',
  serviceManager: 'martin-okafor',
  socialWorker: 'ellie-vaughan',
  police: 'tom-reyes',
  /** Without Teams. */
  constable: 'sam-whitlock',
  health: 'grace-mensah',
  midwife: 'bea-cartwright',
  paediatrician: 'anil-kapoor',
  school: 'ruth-ellison',
  /** Without Teams, at an address that is not secure. */
  referrer: 'carol-tench',
  adultServices: 'nadia-hussain',
  lado: 'david-pryce',
  headOfService: 'asha-lindley',
  recordsOfficer: 'olive-marsh',
  auditor: 'idris-quayle',
  administrator: 'petra-lund',
  /** From another organisation. */
  stranger: 'victor-lane',
} as const;
export type Role = keyof typeof cast;

export const standards = {
  'working-together-2023': { manager: 'teamManager', seats: ['socialWorker', 'health', 'police'] },
  'practice-standards-2025': { manager: 'teamManager', seats: ['police', 'socialWorker', 'health'] },
  darlington: { manager: 'teamManager', seats: ['socialWorker', 'health', 'police'] },
  sandwell: { manager: 'unitManager', seats: ['socialWorker', 'police', 'school', 'health'] },
  liverpool: { manager: 'teamLeader', seats: ['police', 'health'] },
} as const satisfies Record<string, { manager: Role; seats: readonly Role[] }>;
export type StandardName = keyof typeof standards;

/** Who convenes and chairs under a procedure, and who takes the other seats it always has. */
export interface Seating {
  readonly manager: Role;
  readonly seats: readonly Role[];
}

/** A council’s own procedure, which the product is started with. */
export interface OwnStandard extends Seating {
  readonly name: string;
  /** Where its text is: `STANDARD_FILE`. */
  readonly file: string;
}
