/** A letter offered to a mail server and broken off before its end: it is never delivered (RFC 5321, 4.1.1.4). */
import { Readable } from 'node:stream';
import { connectionTo, oneLine, signIn, type SmtpError, type SmtpServer } from './smtp.ts';

export type Offered =
  | { readonly taken: true }
  | {
      readonly taken: false;
      readonly failed: 'reaching' | 'tls' | 'signingIn' | 'sender' | 'recipient';
      /** What the server said, after a colon; or nothing. */
      readonly detail: string;
    };

/** From the sender to the sender: the one address that must be there. Never rejects. */
export const offerBySmtp = (server: SmtpServer & { readonly from: string }): Promise<Offered> =>
  new Promise((resolve) => {
    const { auth, from, limits } = server;
    const connection = connectionTo(server);
    const finish = (offered: Offered): void => {
      clearTimeout(limit);
      connection.close();
      resolve(offered);
    };
    const failed = (error: SmtpError): void => finish({ taken: false, ...whereItFailed(error) });
    const limit = setTimeout(() => failed(new Error('the whole took too long')), limits.whole);
    // Read only once sender and recipient are taken and the server waits for the letter.
    const letter = new Readable({ read: () => finish({ taken: true }) });
    const offer = (): void =>
      connection.send({ from, to: [from] }, letter, (error) => {
        if (error) failed(error);
      });

    signIn(connection, auth, { failed, done: offer });
  });

const whereItFailed = ({ command, code, response, message }: SmtpError): Omit<Offered & { taken: false }, 'taken'> => {
  const detail = response === undefined ? '' : `: ${oneLine(response)}`;
  if (code === 'EAUTH') return { failed: 'signingIn', detail };
  if (command === 'MAIL FROM') return { failed: 'sender', detail };
  if (command === 'RCPT TO') return { failed: 'recipient', detail };
  const isTls = code === 'ETLS' || /certificate|\bTLS\b|\bSSL\b|wrong version number/i.test(message);
  return isTls ? { failed: 'tls', detail } : { failed: 'reaching', detail };
};
