/** The council of the drill while it works: discussions convened, information added, e-mail that does not go. */
import type { Message } from '../../journey/council.ts';
import { peopleAt } from '../../journey/council.ts';
import type { Acknowledged } from '../acknowledged.ts';
import type { Front } from '../front.ts';
import { addInformation, convene, partOf } from '../story.ts';
import type { TenantFile } from '../tenantFile.ts';

interface Convened {
  readonly reference: string;
  readonly part: Message;
}

export const createCouncil = (front: Front, tenant: TenantFile) => {
  const { api } = peopleAt(front.origin);
  const acknowledged: Acknowledged[] = [];
  const convened: Convened[] = [];
  const stage = {
    origin: front.origin,
    tenant,
    acknowledge: (done: Acknowledged) => void acknowledged.push(done),
    thinkMs: 0,
    day: '2026-09-15',
  };
  return {
    acknowledged: (): readonly Acknowledged[] => [...acknowledged],
    convene: async (count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1) {
        const { reference, since } = await convene(stage);
        convened.push({ reference, part: await partOf(stage, reference, since) });
      }
    },
    /** The social worker adds to each discussion there is. */
    add: async (what: string): Promise<void> => {
      for (const { reference, part } of convened) {
        await addInformation(stage, part, reference, `${what} (${reference})`);
      }
    },
    /** No e-mail is taken, so that whatever is to go by e-mail stays owed. */
    holdMail: async (): Promise<void> => {
      await api('POST', 'faults', [{ kind: 'smtpRefusal', at: 'rcpt', code: 450 }]);
    },
    letMail: async (): Promise<void> => {
      await api('DELETE', 'faults');
    },
    /** Asks to see a discussion, until it is shown. */
    firstAnswer: async (): Promise<void> => {
      const reference = convened[0]?.reference ?? '';
      const say = { person: 'priya-shah', place: 'chat', text: `/strategy show ${reference}`, mention: false };
      const { message } = await api<{ message: Message }>('POST', 'say', { ...say, private: false });
      if (tenant.findAnywhere(message.id, reference) === undefined)
        throw new Error(`${reference} is not shown after the restore`);
    },
  };
};
