/** What people were told had been done. Each of these must be in the record at the end, and once. */
import type { Commit } from '../../src/discussion/state/commit.ts';
import type { DiscussionEvent } from '../../src/discussion/state/event.ts';

export interface Acknowledged {
  readonly reference: string;
  readonly what: 'convened' | 'information' | 'attendance' | 'decision';
  /** Which of them: the text that was added, or who is here; blank where there can be one only. */
  readonly which: string;
}

const isIt = ({ what, which }: Acknowledged, event: DiscussionEvent): boolean => {
  switch (what) {
    case 'convened':
      return event.type === 'discussionConvened';
    case 'information':
      return event.type === 'informationShared' && event.text === which;
    case 'attendance':
      return event.type === 'attendanceRecorded' && event.participant.personId === which;
    case 'decision':
      return event.type === 'decisionRecorded';
  }
};

export const timesIn = (done: Acknowledged, commits: readonly Commit[]): number =>
  commits.flatMap(({ events }) => events.filter((event) => isIt(done, event))).length;

export const inWords = ({ reference, what, which }: Acknowledged): string =>
  `${reference}: ${what}${which === '' ? '' : ` “${which}”`}`;
