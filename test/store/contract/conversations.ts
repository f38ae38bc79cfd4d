/** What every store must do with conversation references. */
import { describe, expect, it } from 'vitest';
import type { Trial } from './contract.ts';

export const conversationContract = ({ open }: Trial): void => {
  describe('a conversation', () => {
    it('is recalled as it was described last', async () => {
      const { conversations } = await open();
      expect(await conversations.recall('channel')).toBeNull();
      await conversations.remember('channel', '{"serviceUrl":"old"}');
      await conversations.remember('channel', '{"serviceUrl":"new"}');
      expect(await conversations.recall('channel')).toBe('{"serviceUrl":"new"}');
      expect(await conversations.recall('another')).toBeNull();
    });
  });
};
