/**
 * Who may do what: one table, consulted for every command, every read and every form. A visible button grants nothing.
 * Capacities come from the record and the authenticated person (capacity.ts), never from a form.
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
  /** Made the referral. */
  'referrer',
  /** The message in question was sent to them. */
  'addressee',
  /** Was asked to record the result of an enquiry. */
  'resultDecider',
  /** Was asked to authorise the record. */
  'authoriser',
  /** The action of the plan in question is theirs. */
  'actionOwner',
  /** Was asked to take responsibility for a child over. */
  'homeAuthority',
  /** Whom the directory has as one: files records, looks after who read what, looks after the service. */
  'recordsOfficer',
  'auditor',
  'administrator',
  /** Asked for the convene form in question. */
  'formOwner',
  /** This program itself, when it reports on its own work: nobody can sign in as it. */
  'system',
] as const;
export type Capacity = (typeof capacities)[number];

const lead = ['convenor', 'chair'] as const;
const carriesTheCase = [...lead, 'socialWorker'] as const;
const takingPart = ['invitee', 'present', 'convenor', 'chair'] as const;
const takesPart = ['convenor', 'chair', 'invitee', 'present'] as const;
const owedTheOutcome = ['referrer', 'invitee', 'present'] as const;

export const mayDo = {
  // Convening
  convene: ['manager'],
  fillInConvening: ['formOwner'],
  invite: lead,
  confirmSubstitute: lead,
  turnDownSubstitute: lead,
  reconvene: lead,
  standDown: lead,

  // Handing over
  handOver: lead,
  /** The chair, by a manager who may chair it, where whoever has it is away. */
  takeOver: ['manager'],
  replaceLeaver: ['system'],

  // Taking part
  accept: ['invitee'],
  decline: ['invitee'],
  /** By telephone, for somebody who cannot press. */
  takeReply: carriesTheCase,
  attend: takingPart,
  recordAttendanceOfOthers: lead,
  leave: ['present'],
  recordDepartureOfOthers: lead,
  confirmOwnAuthority: takingPart,
  confirmAuthorityOfOthers: lead,
  shareInformation: takingPart,
  changeChildren: carriesTheCase,
  recordDetails: carriesTheCase,
  /** SC-3: each for themselves; whoever leads also for those who cannot press. */
  scaleSafety: takingPart,
  scaleSafetyForOthers: lead,
  /** E-1, Q-9: at any time, quorate or not. */
  recordEmergencyAction: carriesTheCase,

  /** T-14, T-15. */
  reportNotReached: carriesTheCase,

  /** V-*, F-2. */
  recordEnquiry: carriesTheCase,

  /** A-*: by the chair, or whoever takes the note for them. */
  enterAgendaItem: carriesTheCase,

  // The actions of the plan
  /** */
  agreeAction: carriesTheCase,
  /** AC-1: whoever leads also on behalf of its owner. */
  settleAction: ['actionOwner', ...lead],
  handOnAction: ['actionOwner', ...lead],
  moveAction: lead,
  handOnForLeaver: ['system'],

  // The end of an enquiry
  /** AC-3, GT-7. */
  reportEnquiry: carriesTheCase,
  /** GT-5, GT-6: never whoever reported it. */
  checkEnquiry: lead,
  sendEnquiryBack: [...lead, 'resultDecider'],
  /** GT-5. */
  recordResult: ['resultDecider'],
  replaceDecider: ['system'],

  // Another authority takes over (H-3)
  askTransfer: carriesTheCase,
  answerTransfer: ['homeAuthority'],
  enterTransferAnswer: carriesTheCase,
  // The record
  /** by nobody else. */
  signRecord: ['chair'],
  reopenRecord: ['chair'],
  /** whom the chair lets read it on a page, and they themselves. */
  letReadRecord: ['chair'],
  askRecordCode: ['present'],
  enterRecordCode: ['present'],
  /** */
  authoriseRecord: ['authoriser'],
  sendRecordBack: ['authoriser'],
  replaceAuthoriser: ['system'],

  // The end of it all
  /** Where no gate does. */
  endEnquiry: carriesTheCase,
  /** DL-3, DL-4. */
  recordConference: carriesTheCase,
  /** */
  recordFiling: [...lead, 'recordsOfficer'],
  signOffFiling: ['chair'],
  callOffNext: lead,
  recordNext: ['system'],
  close: lead,

  // Deciding
  openDecision: ['chair'],
  fillInDecision: ['chair'],
  recordDecision: ['chair'],
  /** Or whoever has taken the chair over since. */
  correctDecision: ['chair'],

  // Telling people, and what they say to it
  readMessage: ['addressee'],
  acknowledge: ['addressee'],
  snooze: ['addressee'],
  reportDone: ['addressee'],
  /** D-1, D-2. */
  disagree: owedTheOutcome,
  /** N-4. */
  reportNothingHeard: owedTheOutcome,
  /** N-2: those who answer for the discussion, or the social worker who is to tell the referrer. */
  recordTelephoneCall: carriesTheCase,
  stopReplyLinks: lead,
  askToTelephone: ['system'],

  // The calendar of the council
  recordOnlineMeeting: ['system'],
  reportMeetingFault: ['system'],

  // The place where it lives
  reportPlaceGone: ['system'],

  // Looking
  read: [...takesPart, 'resultDecider', 'authoriser'],
  /** whoever is to do it, though they may have no other part in the discussion. */
  readAction: ['actionOwner', 'resultDecider', 'authoriser', ...takesPart],
  seeDeliveries: lead,
  /** FG-*: those who hand it to the family. */
  makeLeaflet: carriesTheCase,
  /** once it is signed, in the edition that is theirs. */
  getRecord: [...takesPart, 'authoriser', 'recordsOfficer'],
  list: ['manager'],
  /** */
  listFiling: ['recordsOfficer'],
  seeRota: ['manager', 'administrator'],
  /** Who did and read what, and not what that was about. */
  readAudit: ['auditor'],
  seeService: ['administrator'],
} as const satisfies Record<string, readonly Capacity[]>;
export type Deed = keyof typeof mayDo;

/** True when any of the person's capacities allows the deed. */
export const may = (deed: Deed, held: ReadonlySet<Capacity>): boolean => mayDo[deed].some((c) => held.has(c));
