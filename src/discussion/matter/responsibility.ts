/** Who is responsible for a child who lives elsewhere (H-1, H-3), where the standard has a rule on that. */
import { kindsNamed, type AgencyKind } from '../../practice/language/agencies.ts';
import { agenciesOf } from '../../practice/language/roles.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Child } from '../state/childShape.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import type { DutyKind } from '../state/notice.ts';
import type { Participant } from '../state/people.ts';
import { isTakenOver } from '../state/transfer.ts';
import { assessed } from './assessed.ts';

/** H-3: whether responsibility for this child can pass to another authority. */
export const mayPass = (d: Discussion, childId: string, practice: Practice): boolean =>
  assessed(d, practice).child(childId).asked('transfer').length > 0;

export const livingElsewhere = (d: Discussion, practice: Practice): readonly Child[] =>
  d.children.filter(({ childId }) => mayPass(d, childId, practice));

/** Those for whom the home authority can still be asked. */
export const stillOurs = (d: Discussion, practice: Practice): readonly Child[] =>
  livingElsewhere(d, practice).filter(({ childId }) => !isTakenOver(d, childId));

const councils: readonly AgencyKind[] = ['council', 'childrensSocialCare'];

/** H-3: responsibility passes from one council to another, never to the police, a hospital or a school. */
export const isOfACouncil = ({ role, agency }: Pick<Participant, 'role' | 'agency'>): boolean => {
  const belongsTo = agenciesOf(role);
  const kinds = belongsTo.length > 0 ? belongsTo : kindsNamed(agency);
  // A name that says nothing is believed: children’s services go by many.
  return kinds.length === 0 || kinds.some((kind) => councils.includes(kind));
};

/** The rule by which it stays here until it is accepted in writing. */
export const transferRule = (d: Discussion, practice: Practice): RuleId | null =>
  assessed(d, practice).asked('transfer')[0]?.rules[0] ?? null;

/** What is to be written here about a meeting that was held, whoever is responsible now. */
const ours: readonly DutyKind[] = ['recordDue', 'minutesDue', 'filingDue'];

/** All that is owed to the children falls to the authority that has taken them over. */
export const fallsToAnother = (d: Decided, kind: DutyKind): boolean =>
  !ours.includes(kind) && d.decision.children.every(({ childId }) => isTakenOver(d, childId));
