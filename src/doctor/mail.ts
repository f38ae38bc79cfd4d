/** Whether the mail server takes a letter from this council: nothing is sent, the letter is broken off before its end. */
import { offerBySmtp } from '../channels/smtpOffer.ts';
import { isLoopbackHost } from '../store/loopback.ts';
import type { Deployment } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';
import { patienceMs } from './asked.ts';

const { good, fault } = findingsOf('mail');

export const checkMail = async ({ smtp }: Deployment): Promise<Finding> => {
  const { host, port, from } = smtp;
  const secure = port === 465;
  const limits = { connect: patienceMs, silence: patienceMs, whole: 2 * patienceMs };
  const offered = await offerBySmtp({ ...smtp, secure, limits });
  const at = `${host}:${port}`;
  if (offered.taken) {
    const how = !secure && isLoopbackHost(host) ? 'on this machine, without TLS' : 'over TLS';
    const signedIn = smtp.auth === null ? '' : `, signed in as ${smtp.auth.user}`;
    return good(`${at} takes letters from ${from} ${how}${signedIn}.`);
  }
  return fault(`${at}: ${says[offered.failed]}${offered.detail}.`, mending[offered.failed]);
};

type Step = Extract<Awaited<ReturnType<typeof offerBySmtp>>, { taken: false }>['failed'];

const says: Readonly<Record<Step, string>> = {
  reaching: 'the mail server was not reached',
  tls: 'no secure connection',
  signingIn: 'it refuses the name and password',
  sender: 'it takes nothing from that sender',
  recipient: 'it takes nothing for the sender’s own address',
};

const mending: Readonly<Record<Step, string>> = {
  reaching: 'Check SMTP_HOST and SMTP_PORT, and that this machine may connect to it.',
  tls: 'The server must offer STARTTLS, or TLS at once on port 465, with a certificate for that name.',
  signingIn: 'Check SMTP_USER and SMTP_PASSWORD.',
  sender: 'Allow SMTP_FROM on the mail server, or set it to an address that is allowed.',
  recipient: 'Set SMTP_FROM to an address that exists: answers to letters go there.',
};
