/** What many kinds have in common. Each still says for itself when it is wanted, what it says, and what it is called. */
import { newsCard } from '../cards/news.ts';
import type { Card } from '../cards/bind.ts';
import type { Message, Shown } from './kind.ts';
import { noticeKey } from './noticeKey.ts';

export const asNews = ({ view: { d, notice }, letter, buttons }: Shown): Card =>
  newsCard({
    reference: d.reference,
    notice: notice.id,
    nonce: noticeKey(notice.id),
    title: letter.heading,
    lines: letter.lines,
    buttons,
  });

/** Among colleagues: nobody is telephoned in its place, and there is nothing to answer outside Teams. */
const internal = {
  inWriting: false,
  saysHowToJoin: false,
  card: asNews,
  link: null,
  calendar: false,
  call: null,
} satisfies Partial<Message>;

/** Asks one person to do something now: somebody hears of it when it does not arrive. */
export const task = { ...internal, watch: true } satisfies Partial<Message>;

/** Comes at a set time. One that reminds of a deadline is watched until then. */
export const reminder = { ...internal, watch: false } satisfies Partial<Message>;
