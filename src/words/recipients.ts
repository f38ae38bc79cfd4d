/** Whom a message is for, in words. */
import type { Discussion } from '../discussion/state/discussion.ts';
import { everKnown } from '../discussion/state/discussion.ts';
import type { Recipient } from '../discussion/state/notice.ts';
import { unreachable } from '../practice/language/unreachable.ts';

/** Who a message is for. The referrer is not named: the thread may be read by people who do not know who it is. */
export const recipientName = (d: Discussion, recipient: Recipient): string => {
  switch (recipient.to) {
    case 'referrer':
      return 'The referrer';
    case 'place':
      return 'This thread';
    case 'calendar':
      return 'The calendar';
    case 'serviceManager':
      return 'The service manager';
    case 'person':
      return personName(d, recipient.personId) ?? 'Somebody invited';
    default:
      return unreachable('recipient', recipient);
  }
};

/** `Jo Singh, Exampleshire Police`; null for somebody the discussion does not know. */
export const personName = (d: Discussion, id: string): string | null => {
  const person = everKnown(d).find((p) => p.personId === id);
  return person === undefined ? null : `${person.name}, ${person.agency}`;
};
