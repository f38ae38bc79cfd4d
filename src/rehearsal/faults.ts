/**
 * Faults that can be switched on, for tests: the ways Microsoft's cloud and mail servers are documented, or known, to
 * fail. A fault applies to what it matches until its count runs out or it is cleared. Nothing fails by itself.
 */
import { z } from 'zod';

const connectorOperations = ['createConversation', 'send', 'update', 'delete', 'members', 'member'] as const;
export type ConnectorOperation = (typeof connectorOperations)[number];

/** Limits a fault to one person (their own chat, their mailbox, their presses) and to a number of uses. */
const scope = {
  person: z.string().optional(),
  times: z.number().int().positive().optional(),
};
const onConnector = { ...scope, operation: z.enum(connectorOperations).optional() };
/** True: the message is delivered first and only the answer is lost. */
const afterDelivery = z.boolean().default(false);

const faultShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('connectorStatus'),
    ...onConnector,
    status: z.number().int().min(400).max(599),
    code: z.string().optional(),
    retryAfterSeconds: z.number().nonnegative().optional(),
    afterDelivery,
  }),
  z.strictObject({ kind: z.literal('connectorDelay'), ...onConnector, ms: z.number().positive() }),
  /** No answer at all: the caller's own time-out has to end it. */
  z.strictObject({ kind: z.literal('connectorSilence'), ...onConnector, afterDelivery }),
  z.strictObject({ kind: z.literal('connectorReset'), ...onConnector, afterDelivery }),
  z.strictObject({
    kind: z.literal('smtpRefusal'),
    ...scope,
    at: z.enum(['rcpt', 'data']),
    code: z.number().int().min(400).max(599),
    message: z.string().default('Refused by the rehearsal'),
  }),
  z.strictObject({ kind: z.literal('smtpDelay'), ...scope, ms: z.number().positive() }),
  z.strictObject({ kind: z.literal('smtpReset'), ...scope, afterDelivery }),
  /** Teams re-sends slow or failed invokes, sometimes under a new activity id. */
  z.strictObject({
    kind: z.literal('invokeRedelivery'),
    ...scope,
    copies: z.number().int().positive(),
    activityId: z.enum(['same', 'new']),
  }),
]);

export type Fault = z.infer<typeof faultShape>;
export type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

export const faultsShape = z.array(faultShape);

/** What is about to happen, for a fault to match. `personId` is null where no single person is meant. */
interface Occasion {
  readonly personId: string | null;
  readonly operation?: ConnectorOperation;
  readonly at?: 'rcpt' | 'data';
}

export interface Faults {
  add(faults: readonly Fault[]): void;
  clear(): void;
  /** The faults still switched on, with what is left of their counts. */
  list(): readonly Fault[];
  /** The first fault of these kinds that matches, using it up once. */
  take<K extends Fault['kind']>(kinds: readonly K[], occasion: Occasion): FaultOf<K> | undefined;
}

const matches = (fault: Fault, occasion: Occasion): boolean =>
  (fault.person === undefined || fault.person === occasion.personId) &&
  (!('operation' in fault) || fault.operation === undefined || fault.operation === occasion.operation) &&
  (!('at' in fault) || fault.at === occasion.at);

export const createFaults = (): Faults => {
  let active: readonly Fault[] = [];

  return {
    add: (faults) => {
      active = [...active, ...faults];
    },
    clear: () => {
      active = [];
    },
    list: () => active,
    take: <K extends Fault['kind']>(kinds: readonly K[], occasion: Occasion) => {
      const isWanted = (fault: Fault): fault is FaultOf<K> => (kinds as readonly string[]).includes(fault.kind);
      const found = active.filter(isWanted).find((fault) => matches(fault, occasion));
      if (found?.times === undefined) return found;
      const left = found.times - 1;
      active = active.flatMap((fault) => (fault !== found ? [fault] : left > 0 ? [{ ...found, times: left }] : []));
      return found;
    },
  };
};
