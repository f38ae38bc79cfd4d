/** What goes wrong: one line each, in the rehearsal's own words for faults. */
import { people } from '../../src/rehearsal/people.ts';
import type { Routes } from './sender.ts';
import type { Weather } from './world.ts';

export interface Scenario extends Weather {
  readonly name: string;
  readonly routes: Routes;
  /** How it is sent: one process in order; killed at every step in turn; two processes at once. */
  readonly how: 'steadily' | 'killed' | 'two at once';
  readonly unreadable?: true;
}

const onTeams = (name: string, fault: object, over: Partial<Scenario> = {}): Scenario => ({
  name,
  faults: [{ kind: 'connectorStatus', ...fault }],
  every: 3,
  routes: 'both',
  how: 'steadily',
  ...over,
});

const byMail = (name: string, fault: object | null): Scenario =>
  onTeams(name, {}, { faults: fault === null ? [] : [fault], routes: 'email' });

const always = { every: 1 } as const;
/** Both ways are closed to everybody but the service manager, who can then be told. */
const everything = people
  .filter((person) => person.rank !== 'serviceManager')
  .flatMap(({ id }) => [
    { kind: 'connectorStatus', status: 403, person: id },
    { kind: 'smtpRefusal', at: 'rcpt', code: 550, person: id },
  ]);
const sometimes: Partial<Scenario> = {
  every: 7,
  faults: [{ kind: 'connectorStatus', operation: 'send', status: 504, afterDelivery: true }],
};

export const scenarios: readonly Scenario[] = [
  onTeams('nothing goes wrong', {}, { faults: [] }),
  onTeams('429 with Retry-After', { status: 429, retryAfterSeconds: 7 }),
  onTeams('429 without Retry-After', { status: 429 }),
  onTeams('412', { status: 412 }),
  onTeams('500, delivered all the same', { status: 500, afterDelivery: true }),
  onTeams('502, not delivered', { status: 502 }),
  onTeams('502, delivered all the same', { status: 502, afterDelivery: true }),
  onTeams('503', { status: 503 }),
  onTeams('504, not delivered', { status: 504 }),
  onTeams('504, delivered all the same', { status: 504, afterDelivery: true }),
  onTeams('504 to every request, delivered', { status: 504, afterDelivery: true }, always),
  onTeams('403, blocked by the person', { status: 403 }),
  onTeams('403 to every request', { status: 403 }, always),
  onTeams('404, gone', { status: 404 }),
  onTeams('no answer, not delivered', {}, { faults: [{ kind: 'connectorSilence' }] }),
  onTeams('no answer, delivered', {}, { faults: [{ kind: 'connectorSilence', afterDelivery: true }] }),
  onTeams('connection reset, not delivered', {}, { faults: [{ kind: 'connectorReset' }] }),
  onTeams('connection reset after delivery', {}, { faults: [{ kind: 'connectorReset', afterDelivery: true }] }),
  onTeams('slow, within our patience', {}, { faults: [{ kind: 'connectorDelay', ms: 50 }] }),
  onTeams('slow, delivered when we had given up', {}, { faults: [{ kind: 'connectorDelay', ms: 1_300 }] }),
  byMail('SMTP: nothing goes wrong', null),
  byMail('SMTP 450 to the recipient', { kind: 'smtpRefusal', at: 'rcpt', code: 450 }),
  byMail('SMTP 550 to the recipient', { kind: 'smtpRefusal', at: 'rcpt', code: 550 }),
  byMail('SMTP 451 to the message', { kind: 'smtpRefusal', at: 'data', code: 451 }),
  byMail('SMTP 554 to the message', { kind: 'smtpRefusal', at: 'data', code: 554 }),
  byMail('SMTP reset, not delivered', { kind: 'smtpReset' }),
  byMail('SMTP reset after delivery', { kind: 'smtpReset', afterDelivery: true }),
  byMail('SMTP slow, within our patience', { kind: 'smtpDelay', ms: 50 }),
  byMail('SMTP slow, delivered when we had given up', { kind: 'smtpDelay', ms: 1_300 }),
  onTeams('every route is closed', {}, { faults: everything, ...always }),
  onTeams('one discussion cannot be read', {}, { faults: [], unreadable: true }),
  onTeams('two processes on one database', {}, { faults: [], how: 'two at once' }),
  onTeams('two processes, and some answers lost', {}, { ...sometimes, how: 'two at once' }),
  onTeams('SIGKILL at every step, Teams', {}, { faults: [], routes: 'teams', how: 'killed' }),
  onTeams('SIGKILL at every step, e-mail', {}, { faults: [], routes: 'email', how: 'killed' }),
];
