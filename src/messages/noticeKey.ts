import { createHash } from 'node:crypto';
import type { NoticeId } from '../discussion/state/notice.ts';

/** Names a notice outside: the same however often it is sent, and it says nothing about the case. */
export const noticeKey = (id: NoticeId): string => createHash('sha256').update(id).digest('hex').slice(0, 40);
