/** Conversation references. */
import type { Conversations } from '../rows.ts';
import type { Sqlite } from './statements.ts';
import { soon } from './transaction.ts';

export const sqliteConversations = ({ sql, writes }: Sqlite): Conversations => ({
  remember: (key, reference) => writes.write(() => void sql.putConversation.run(key, reference)),
  recall: (key) =>
    soon(() => {
      const row = sql.conversation.get(key);
      return row === undefined ? null : String(row['reference']);
    }),
});

/** By key. */
export const allConversations = ({ sql }: Sqlite): readonly { readonly key: string; readonly reference: string }[] =>
  sql.conversations.all().map((row) => ({ key: String(row['key']), reference: String(row['reference']) }));
