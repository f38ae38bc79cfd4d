import { availableNow, type Available } from '../directory/available.ts';
import type { Directory } from '../directory/directory.ts';
import { isMessage, type NoticeKind } from '../discussion/state/notice.ts';
import type { Instant } from '../practice/time/instant.ts';
import { catalogue } from './catalogue.ts';

/** Everybody in the directory as they could be asked now, for a message that offers to; nobody is looked up for another. */
export const availableFor = async (
  kind: NoticeKind,
  directory: Directory,
  now: Instant,
): Promise<readonly Available[]> =>
  isMessage(kind) && catalogue[kind].buttons.includes('inviteAsked') ? availableNow(directory, now) : [];
