import type { Discussion } from './discussion.ts';
import type { Summary } from './summary.ts';

/** The line a list shows. Open means that somebody still has to decide. */
export const summarise = (d: Discussion): Summary => ({
  reference: d.reference,
  version: d.version,
  stage: d.stage,
  initials: d.children.map((child) => child.initials),
  convenorId: d.convenor.personId,
  chairId: d.chair.personId,
  meetingAt: d.meeting.startsAt,
  dueAt: d.deadline.dueAt,
  open: d.stage === 'convened' || d.stage === 'inSession',
  standard: { key: d.standard.key, version: d.standard.version },
});
