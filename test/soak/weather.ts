/** What goes wrong, and how often, in the rehearsal's own words for faults. Nothing here takes longer than the limit. */

/** One in so many requests to the Bot Connector. */
export const connectorEvery = 25;
/** Milliseconds from one e-mail that fails to the next, at each instance. */
export const mailFaultEveryMs = 10_000;

/** In turn. */
export const connectorFaults: readonly object[] = [
  { kind: 'connectorStatus', status: 429, retryAfterSeconds: 1 },
  { kind: 'connectorStatus', status: 500 },
  { kind: 'connectorReset' },
  { kind: 'connectorStatus', status: 502, afterDelivery: true },
  { kind: 'connectorStatus', status: 503 },
  { kind: 'connectorReset', afterDelivery: true },
];
export const mailFaults: readonly object[] = [
  { kind: 'smtpRefusal', at: 'rcpt', code: 450 },
  { kind: 'smtpReset' },
  { kind: 'smtpRefusal', at: 'data', code: 451 },
  { kind: 'smtpReset', afterDelivery: true },
];
