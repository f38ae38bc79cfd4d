/** A council in the middle of its day, told through the product: discussions in session, and forms half filled in. */
import { announce } from '../../instances/story.ts';
import { peopleAt, pressed, type Message } from '../../journey/council.ts';
import { addInformation, attend, convene, partOf, toLastPage, type Stage } from '../../soak/story.ts';
import type { TenantFile } from '../../soak/tenantFile.ts';
import { soMany } from '../load/batch.ts';
import type { Press } from '../load/client.ts';

export interface InSession {
  readonly reference: string;
  /** The message of its card to take part with. */
  readonly message: string;
  /** The press that records the decision: its form is filled in. */
  readonly deciding: Press;
}

/** A convene form as it is shown to whoever fills it in. */
export interface Form {
  readonly message: string;
  readonly card: unknown;
}

export const manager = 'priya-shah';
export const socialWorker = 'ellie-vaughan';
/** Those who are here, and so have the card in their own view. */
export const viewers = [manager, socialWorker, 'grace-mensah'] as const;
/** As people add them before the meeting. */
const contributions = 3;
const sideBySide = 6;

interface Wanted {
  readonly origin: string;
  readonly tenant: TenantFile;
  readonly day: string;
}

export const discussionsInSession = async (count: number, wanted: Wanted): Promise<readonly InSession[]> => {
  const stage: Stage = { ...wanted, acknowledge: () => undefined, thinkMs: 0 };
  const found: InSession[] = [];
  await soMany(count, sideBySide, async () => {
    const { reference, since } = await convene(stage);
    const part = await partOf(stage, reference, since);
    for (let i = 1; i <= contributions; i += 1) await addInformation(stage, part, reference, `Seen at home (${i})`);
    await attend(stage, part, reference);
    found.push({ reference, message: part.id, deciding: await toRecord(stage, part, reference) });
  });
  return found;
};

const toRecord = async (stage: Stage, part: Message, reference: string): Promise<Press> => {
  const { card, message } = await toLastPage(stage, part, reference);
  return { person: manager, message: message.id, action: pressed(manager, card, 'Record the decision') };
};

export const openForms = async (count: number, { origin }: Wanted): Promise<readonly Form[]> => {
  const offered = (await announce(origin, count)).slice(-count);
  return Promise.all(
    offered.map(async (message) => {
      const { card } = await peopleAt(origin).as(manager).press(message, 'Open the form');
      return { message: message.id, card };
    }),
  );
};
