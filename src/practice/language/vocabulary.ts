/**
 * The words of the field, as types: who takes part, in what capacity, how, and what may be decided.
 * Names follow the glossary of the practice rules; every standard is written in these words.
 */

/** Names a standard: `sandwell`, or whatever a council calls its own. */
export type StandardKey = string;

/** The statutory baseline, which every local procedure extends. */
export const baselineKey = 'working-together-2023';

/** A rule's id, such as `Q-2` or `A-PS-5`: its family, perhaps whose it is, and a number. */
export type RuleId = `${Uppercase<string>}-${number}` | `${Uppercase<string>}-${Uppercase<string>}-${number}`;
const ruleIdShape = /^[A-Z]{1,4}(-[A-Z]{2,4})?-\d+$/;
export const isRuleId = (text: string): text is RuleId => ruleIdShape.test(text);

/** Ranks that may chair under one standard or another (CH-1, CH-3, CH-4, CH-9). */
export const ranks = [
  'teamManager',
  'serviceManager',
  'socialWorkUnitManager',
  'safeguardingUnitChair',
  'seniorManager',
  'childrensTeamLeader',
  'deputyTeamLeader',
  'headOfService',
] as const;
export type Rank = (typeof ranks)[number];

/** How a person takes part. Written input fills no seat (S-4). */
export const modes = ['inPerson', 'teams', 'phone', 'written'] as const;
export type Mode = (typeof modes)[number];

/** How a discussion is held (M-*). */
export const formats = ['meeting', 'phone', 'video'] as const;
export type Format = (typeof formats)[number];

/** Whether a standard's rules for complex cases apply (CH-4, CH-5). */
export const meetingTypes = ['ordinary', 'complex'] as const;
export type MeetingType = (typeof meetingTypes)[number];

/** Those who are never invited (S-1). */
export const familyRoles = ['child', 'parent', 'carer', 'familyMember'] as const;
export type FamilyRole = (typeof familyRoles)[number];

/** A person as quorum sees them: one entry for each capacity in which they take part. */
export interface Attendee {
  readonly personId: string;
  readonly role: string;
  readonly mode: Mode;
  readonly hasDecisionAuthority: boolean;
  readonly isChair?: boolean | undefined;
  readonly rank?: Rank | null | undefined;
  readonly substituteFor?: string | undefined;
}

/** The stages in which a meeting takes its agenda, where the standard has any (A-PS-*). */
export const agendaStages = ['shareInformation', 'decideS47', 'planEnquiry'] as const;
export type AgendaStage = (typeof agendaStages)[number];

/** What else is recorded of a discussion that may deal with an item of the agenda; of several children, of each. */
export const agendaSources = [
  'information',
  'healthInformation',
  'policeInformation',
  'interpreter',
  'scores',
  'decision',
  'familyTold',
  'actions',
] as const;
export type AgendaSource = (typeof agendaSources)[number];

/** What was said under an item of the agenda, or why it does not apply. */
export interface AgendaEntry {
  readonly entry?: string | undefined;
  readonly notApplicableBecause?: string | undefined;
}
export type AgendaEntries = Readonly<Record<RuleId, AgendaEntry | undefined>>;

/** What the report on an enquiry is asked in (GT-*). */
export const reportAreas = ['s47Record', 'gate'] as const;
export type ReportArea = (typeof reportAreas)[number];

/** The field with the result of an enquiry, and the answer after which a conference is held (GT-5). */
export const resultField = 's47Result';
export const conferenceResult = 'substantiatedIcpc';
