/** The e-mail channel: one message to one recipient over SMTP, under an id that is the same however often it is sent. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { NoticeId } from '../discussion/state/notice.ts';
import { millis, type Instant } from '../practice/time/instant.ts';
import { repeatWords, type SendEmail } from './send.ts';
import { sendBySmtp, type SmtpLimits } from './smtp.ts';
import { noticeKey } from '../messages/noticeKey.ts';

export interface MailerOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465). Otherwise STARTTLS, which is required unless the host is this machine. */
  readonly secure: boolean;
  /** The address notices come from; its domain also makes the Message-IDs ours. */
  readonly from: string;
  readonly auth: { readonly user: string; readonly password: string } | null;
  readonly clock: () => Instant;
  readonly limits?: SmtpLimits;
}

const usualLimits: SmtpLimits = { connect: 10_000, silence: 20_000, whole: 45_000 };

/** The Message-ID of a notice: a repeat is recognisable as one, and the id says nothing about the case. */
export const messageIdOf = (id: NoticeId, from: string): string => {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return `<${noticeKey(id)}@${domain}>`;
};

/** Sends nothing yet: each message opens a connection of its own, so a server that restarts is no fault of ours. */
export const createMailer = (options: MailerOptions): SendEmail => {
  const { from, clock, limits = usualLimits } = options;
  return async ({ id, to, subject, calendar, enclosed, repeat, ...page }) => {
    const { text, html } = repeat ? page.below(repeatWords) : page;
    const message = new MailComposer({
      from,
      // As an object, so that a comma in it cannot make two addresses of one.
      to: { name: '', address: to },
      subject,
      text,
      html,
      // Both ways mail programs look for one: as another form of the message, and as a file.
      ...(calendar == null ? {} : { icalEvent: { ...calendar, filename: 'strategy-discussion.ics' } }),
      ...(enclosed === undefined ? {} : { attachments: [enclosed] }),
      messageId: messageIdOf(id, from),
      date: new Date(millis(clock())),
      // RFC 3834: no out-of-office replies to a machine.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    return sendBySmtp({ ...options, limits }, { from, to }, message.createReadStream());
  };
};
