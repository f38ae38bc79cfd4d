/** What people read when something about the children of a discussion cannot be right, or is not as they saw it. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { identityLine } from './childWords.ts';
import { childGroups, detailLines, memberGroups } from './detailWords.ts';
import { viewGroups } from './viewWords.ts';

type AboutChildren = Extract<
  Refusal,
  {
    code:
      | 'childTwice'
      | 'birthInFuture'
      | 'notAChild'
      | 'impossibleDueDate'
      | 'childNamed'
      | 'tooManyChildren'
      | 'detailsChangedMeanwhile'
      | 'childChangedMeanwhile'
      | 'notOneDecisionEach'
      | 'childrenNotAllDecided';
  }
>;

export const aboutChildrenWords = (refusal: AboutChildren): readonly string[] => {
  switch (refusal.code) {
    case 'childTwice':
      return [
        `Children ${refusal.childIds.join(' and ')} have the same name and date of birth. Enter each child once.`,
      ];
    case 'birthInFuture':
      return [
        `Child ${refusal.childId}: the date of birth is in the future. For an unborn child, choose “No, unborn”.`,
      ];
    case 'notAChild':
      return [`Child ${refusal.childId} will be 18 or over on the day of the meeting. Check the date of birth.`];
    case 'impossibleDueDate':
      return [`Child ${refusal.childId}: the expected date of delivery is more than a year away. Check the date.`];
    case 'childNamed':
      return [
        `Child ${refusal.childId} is named in ${whereNamed[refusal.where]}, which people see who are not to have the name. Leave the name out, or use initials such as J.S.`,
      ];
    case 'tooManyChildren':
      return [`One discussion can hold up to ${refusal.most} children. Convene another for the rest.`];
    case 'detailsChangedMeanwhile':
      return [
        'Somebody else has entered this meanwhile. Save again if yours is right.',
        ...detailLines([...childGroups, ...viewGroups, ...memberGroups], refusal.now),
      ];
    case 'childChangedMeanwhile':
      return [
        refusal.now === null
          ? `Somebody else has taken child ${refusal.childId} out meanwhile.`
          : `Somebody else has changed child ${refusal.childId} meanwhile. It is now: ${identityLine(refusal.now)}. Save again if yours is right.`,
      ];
    case 'notOneDecisionEach':
      return [
        `Enter one decision for each child of this discussion. There is one too many for child ${refusal.childId}.`,
      ];
    case 'childrenNotAllDecided':
      return [
        `Enter a decision for each child. Still to do: ${refusal.childIds.map((id) => `child ${id}`).join(', ')}.`,
      ];
    default:
      return unreachable('refusal about children', refusal);
  }
};

const whereNamed = {
  initials: 'the initials',
  place: 'the place, or how to join',
  standDownReason: 'the reason for standing down',
  newTimeReason: 'the reason for the new time',
} as const;
