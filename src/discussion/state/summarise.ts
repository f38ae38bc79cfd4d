import type { Discussion } from './discussion.ts';
import type { Summary } from './summary.ts';

/** The line a list shows. Open means that somebody still has to decide; `owed` is what is to be done next after that. */
export const summarise = (d: Discussion, owed: Summary['owed']): Summary => ({
  reference: d.reference,
  version: d.version,
  stage: d.stage,
  initials: d.children.map((child) => child.initials),
  convenorId: d.convenor.personId,
  chairId: d.chair.personId,
  meetingAt: d.meeting.startsAt,
  dueAt: d.deadline.dueAt,
  open: d.stage === 'convened' || d.stage === 'inSession',
  owed,
  standard: { key: d.standard.key, version: d.standard.version },
});
