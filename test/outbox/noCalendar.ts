import type { CalendarEdges } from '../../src/outbox/toCalendar.ts';

/** For tests about other notices: asking anything of this calendar fails them. */
export const noCalendar: CalendarEdges<unknown> = {
  planFor: () => Promise.reject(new Error('no meeting is entered here')),
  send: () => Promise.reject(new Error('no meeting is entered here')),
  linked: () => Promise.reject(new Error('no meeting is entered here')),
  failed: () => Promise.reject(new Error('no meeting is entered here')),
};
