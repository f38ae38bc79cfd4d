/** Whoever asks where others read is told where the answer is, in a line that tells nobody what it was about. */
import type { SendResult } from '../channels/send.ts';

export const whereAnswered = ({ result }: SendResult): string =>
  result === 'sent'
    ? 'The answer is in your chat with the bot.'
    : 'The answer could not be sent to your chat with the bot. Find the bot under “Apps” in Teams, open the chat with it, and type it there.';
