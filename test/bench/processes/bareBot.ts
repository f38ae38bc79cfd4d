/**
 * The floor: a bot of the same packages that knows nothing. It answers a message with one activity and a button with one
 * invoke response. With DURABLE set to a file, it commits one row to it before it answers, as the product would open it.
 */
import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import express from 'express';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const app = new Application({ removeRecipientMention: false, startTypingTimer: false });
const commit = await committing(process.env['DURABLE']);

const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Done.' }] };
const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };

app.adaptiveCards.actionExecute(
  () => Promise.resolve(true),
  async (context) => {
    commit();
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
    return '';
  },
);
app.activity(ActivityTypes.Message, async (context) => {
  const [, count] = /^send (\d+)$/.exec(context.activity.text) ?? [];
  await (count === undefined ? context.sendActivity('Done.') : sendBare(context, Number(count)));
});

/** So many messages that nobody asked for, as a notice is sent. */
async function sendBare({ activity }: TurnContext, count: number): Promise<void> {
  const { serviceUrl, conversation, recipient: bot, from: user, channelId } = activity;
  for (let i = 0; i < count; i += 1) {
    await adapter.continueConversationAsync('', { serviceUrl, conversation, bot, user, channelId }, async (context) => {
      await context.sendActivity('Done.');
    });
  }
}

/** Loaded only where it is used: the plain floor does without. */
async function committing(path: string | undefined): Promise<() => void> {
  if (path === undefined) return () => undefined;
  const { connect } = await import('../../../src/store/sqlite/connect.ts');
  const db = connect(path, 'shared');
  const insert = db.prepare(
    "INSERT INTO reads (discussion_id, person_id, at, deed) VALUES ('SD-1', 'somebody', '', '')",
  );
  return () => void insert.run();
}

const server = express();
server.post('/api/messages', express.json(), (request, response) =>
  adapter.process(request, response, async (context) => {
    await app.run(context);
  }),
);
server.listen(Number(process.env['PORT']), '127.0.0.1', () => void process.stdout.write('Listening on its port\n'));
process.once('SIGTERM', () => process.exit(0));
