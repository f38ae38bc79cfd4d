/** One message handed to a mail server, and what its answer means. */
import { isLoopbackHost } from '../store/loopback.ts';
import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SendResult } from './send.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465). Otherwise STARTTLS, which is required unless the host is this machine. */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly password: string } | null;
  readonly limits: SmtpLimits;
}

/** How long to wait, in milliseconds. The whole must be well inside a notice's lease. */
export interface SmtpLimits {
  readonly connect: number;
  /** For the next word from the server. */
  readonly silence: number;
  readonly whole: number;
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

export interface SmtpError extends Error {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly permanent?: boolean | undefined;
}

/** Not connected yet. */
export const connectionTo = ({ host, port, secure, limits }: SmtpServer): SMTPConnection => {
  const local = isLoopbackHost(host);
  return new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.silence,
    socketTimeout: limits.silence,
    dnsTimeout: limits.connect,
  });
};

/** Connects, and shows who is sending where the server wants to know. One of the two is called, or `failed` later on. */
export const signIn = (
  connection: SMTPConnection,
  auth: SmtpServer['auth'],
  { failed, done }: { readonly failed: (error: SmtpError) => void; readonly done: () => void },
): void => {
  connection.on('error', failed);
  connection.connect((error) => {
    if (error) failed(error);
    else if (auth === null) done();
    else {
      const credentials = { user: auth.user, pass: auth.password };
      connection.login({ user: auth.user, credentials }, (refused) => (refused ? failed(refused) : done()));
    }
  });
};

/** Hands one message for one recipient to the server, on a connection of its own. Never rejects. */
export const sendBySmtp = (server: SmtpServer, envelope: Envelope, message: Readable): Promise<SendResult> =>
  new Promise((resolve) => {
    const { auth, limits } = server;
    const connection = connectionTo(server);

    // The stream ends when the server has asked for the message and all of it has been read: from then on, only the
    // server's answer can tell whether it has been taken.
    let handedOver = false;
    message.once('end', () => {
      handedOver = true;
    });

    let over = false;
    const finish = (result: SendResult): void => {
      if (over) return;
      over = true;
      clearTimeout(limit);
      if (result.result === 'sent') connection.quit();
      else connection.close();
      resolve(result);
    };
    const failed = (error: SmtpError): void => finish(classified(error, handedOver));
    const limit = setTimeout(() => failed(new Error('the whole took too long')), limits.whole);

    const send = (): void =>
      connection.send({ from: envelope.from, to: [envelope.to] }, message, (error, sent) => {
        if (error) failed(error);
        else finish({ result: 'sent', receipt: oneLine(sent.response) });
      });

    signIn(connection, auth, { failed, done: send });
  });

/**
 * What a failure means. A permanent refusal closes the route only where it is about this recipient or this message: one
 * of our sign-in or of our sender address is about us, and an operator can put it right while we wait.
 */
const classified = (error: SmtpError, handedOver: boolean): SendResult => {
  const reply = error.response === undefined ? '' : `: ${oneLine(error.response)}`;
  const aboutTheMessage = error.command === 'RCPT TO' || error.command === 'DATA';
  if (aboutTheMessage && error.permanent === true) {
    return { result: 'closed', detail: `The mail server refused the message${reply}` };
  }
  if (error.responseCode === undefined && ['EENVELOPE', 'EMESSAGE'].includes(error.code ?? '')) {
    return { result: 'closed', detail: 'The message or its address cannot be sent by e-mail' };
  }
  if (error.responseCode !== undefined) {
    return { result: 'later', detail: `The mail server cannot take the message now${reply}`, retryAfterMs: null };
  }
  if (handedOver) {
    return { result: 'unknown', detail: 'The connection was lost before the mail server had confirmed the message' };
  }
  return { result: 'later', detail: 'The mail server could not be reached or did not answer', retryAfterMs: null };
};

/** What the server said, without the addresses it repeats: more people read the proof than may know whose they are. */
export const oneLine = (text: string): string =>
  text
    .replace(/<?[^\s<>:;,"()]+@[^\s<>:;,"()]+>?/g, '(address)')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
