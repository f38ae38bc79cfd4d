/** Letters by e-mail. What sends them is loaded with the first: most of what people ask is answered without one. */
import type { MailerOptions } from '../channels/email.ts';
import type { SendEmail } from '../channels/send.ts';

export const mailerOnDemand = (options: MailerOptions): SendEmail => {
  let loading: Promise<SendEmail> | null = null;
  return async (message) => {
    loading ??= import('../channels/email.ts').then(({ createMailer }) => createMailer(options));
    return (await loading)(message);
  };
};
