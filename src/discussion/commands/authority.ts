/**
 * Who may do what: one table, consulted for every command and every read. A visible button grants nothing.
 * Capacities come from the discussion and the authenticated person, never from a form.
 */
export const capacities = [
  /** A children's social care manager of a rank that chairs somewhere; may convene (C-1, X-3). */
  'manager',
  'convenor',
  'chair',
  /** A social worker invited or present. */
  'socialWorker',
  /** Invited, as themselves or as somebody's substitute. */
  'invitee',
  /** Recorded as taking part. */
  'present',
] as const;
export type Capacity = (typeof capacities)[number];

const lead = ['convenor', 'chair'] as const;
const takingPart = ['invitee', 'present', 'convenor', 'chair'] as const;

/** Q-9, E-1: emergency action is recorded by the chair, the convenor or a social worker at any time, quorate or not. */
export const mayDo = {
  convene: ['manager'],
  reply: ['invitee'],
  attend: takingPart,
  recordAttendanceOfOthers: lead,
  confirmOwnAuthority: takingPart,
  confirmAuthorityOfOthers: lead,
  shareInformation: takingPart,
  recordEmergencyAction: ['convenor', 'chair', 'socialWorker'],
  openDecision: ['chair'],
  decide: ['chair'],
  reconvene: lead,
  standDown: lead,
  read: ['convenor', 'chair', 'invitee', 'present'],
  seeDeliveries: lead,
  list: ['manager'],
} as const satisfies Record<string, readonly Capacity[]>;
export type Deed = keyof typeof mayDo;

/** True when any of the person's capacities allows the deed. */
export const may = (deed: Deed, held: ReadonlySet<Capacity>): boolean => mayDo[deed].some((c) => held.has(c));
