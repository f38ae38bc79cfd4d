/** Those it is about are others than before: whoever takes part looks up what they know of them. */
import { z } from 'zod';
import { formatLondon } from '../../practice/time/calendar.ts';
import { versionOf } from '../../discussion/state/noticeId.ts';
import { identityLine } from '../../words/childWords.ts';
import { asNews } from '../families.ts';
import type { Message, View } from '../kind.ts';
import { letter, text, toAll } from '../letter.ts';
import { isOpen } from '../wanted.ts';

const did = { added: 'was added', corrected: 'was corrected', takenOut: 'was taken out' } as const;

const shape = {
  convenor: text,
  authority: text,
  when: text,
  /** Blank where others may read it. */
  children: z.array(z.object({ identity: text })),
  changes: z.array(z.object({ words: text })),
};

const nowAbout = letter('children-changed', shape, ({ d }, reader) => ({
  convenor: d.convenor.name,
  authority: d.authority,
  when: formatLondon(d.meeting.startsAt),
  children: reader.secure ? d.children.map((child) => ({ identity: identityLine(child) })) : [],
  changes: reader.secure
    ? d.changedChildren.map(({ what, child, reason }) => ({ words: `${identityLine(child)}, ${did[what]}: ${reason}` }))
    : [],
}));

/** A later change says all of it. */
const isLatest = ({ d, notice }: View): boolean => d.changedChildren.at(-1)?.version === versionOf(notice.id);

export const childrenChanged: Message = {
  wanted: (view) => isOpen(view.d) && isLatest(view),
  inWriting: false,
  saysHowToJoin: false,
  letter: toAll(nowAbout),
  card: asNews,
  buttons: ['openDiscussion'],
  link: null,
  calendar: false,
  call: () => 'that the children it is about have changed',
  watch: true,
  proof: 'That the children have changed',
};
