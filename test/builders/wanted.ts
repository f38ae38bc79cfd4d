import type { Discussion } from '../../src/discussion/state/discussion.ts';
import type { Notice, NoticeId, TrackedNotice } from '../../src/discussion/state/notice.ts';
import { viewOf } from '../../src/messages/render.ts';
import { isStillWanted } from '../../src/messages/wanted.ts';
import { practiceFor } from './standards.ts';
import type { StandardKey } from '../../src/practice/language/vocabulary.ts';
import { tuesday } from './convene.ts';

/** Whether a message would be sent now, to somebody whose invitation went out on {@link tuesday}. */
export const isWantedIn = (
  d: Discussion,
  notice: Notice,
  standard: StandardKey = 'practice-standards-2025',
  notices: readonly TrackedNotice[] = [invited(notice)],
): boolean => {
  const setting = { practice: practiceFor(standard), now: tuesday, notices };
  const view = viewOf(notice, d, setting);
  if (view === null) throw new Error(`${notice.id} is no message`);
  return isStillWanted(view);
};

const invited = ({ recipient }: Notice): TrackedNotice => ({
  reference: 'SD-TEST22',
  version: 1,
  notice: {
    id: 'SD-TEST22/1/invitation/x' as NoticeId,
    kind: 'invitation',
    recipient,
    rule: null,
    owedAt: tuesday,
    deadline: null,
  },
  delivery: {
    status: 'sent',
    at: tuesday,
    route: 'email',
    receipt: '250 OK',
    attempts: [{ at: tuesday, route: 'email', result: 'sent', detail: '', receipt: '250 OK' }],
  },
});
