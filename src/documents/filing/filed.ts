/**
 * A decided discussion as a case system takes it in: in plain fields, whose JSON Schema is docs/filed-discussion.schema.json,
 * and all that was stored of it, byte for byte, from which anybody can tell that none of it has changed.
 */
import { z } from 'zod';
import { endOfEnquiry } from '../../discussion/matter/enquiryEnd.ts';
import { waysToEnd } from '../../discussion/state/enquiryEnd.ts';
import { conferenceOf, type ConferenceOutcome } from '../../discussion/state/conference.ts';
import { detailsOf } from '../../discussion/state/details.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import type { Participant } from '../../discussion/state/people.ts';
import type { Practice } from '../../practice/practice.ts';

const person = z.strictObject({ name: z.string(), role: z.string(), agency: z.string() });
const day = z.iso.date();
const moment = z.iso.datetime();

const child = z.strictObject({
  childId: z.string().describe('A, B... within this discussion'),
  name: z.string(),
  bornOn: day.nullable(),
  expectedOn: day.nullable().describe('of an unborn child'),
  councilNumber: z.string().nullable().describe('the council’s own number for the child'),
  nhsNumber: z.string().nullable(),
  caseReference: z.string().nullable(),
  s47: z.boolean().nullable().describe('whether a section 47 enquiry was decided on; null where nothing was decided'),
  reasons: z.string(),
  outcomes: z.array(z.string()),
  enquiryEnded: z.strictObject({ how: z.enum(waysToEnd), on: day }).nullable(),
  conference: z
    .strictObject({
      is: z.enum(['askedFor', 'held', 'notNeeded']),
      on: day.nullable().describe('the day it was asked for, or held'),
      plan: z.boolean().nullable().describe('whether it decided on a child protection plan'),
    })
    .nullable(),
});

const action = z.strictObject({
  number: z.int(),
  step: z.string(),
  owner: person,
  dueOn: day,
  stands: z.enum(['open', 'done', 'blocked']),
});

const discussion = z.strictObject({
  authority: z.string(),
  standard: z.strictObject({ key: z.string(), version: z.string() }),
  referredAt: moment,
  convenedAt: moment,
  meetingEndedAt: moment,
  decidedAt: moment,
  closedAt: moment.nullable(),
  concern: z.string(),
  convenor: person,
  chair: person,
  attendance: z.array(z.strictObject({ ...person.shape, mode: z.enum(['inPerson', 'teams', 'phone']) })),
  children: z.array(child),
  actions: z.array(action),
});

export const filedDiscussion = z.strictObject({
  reference: z.string(),
  discussion,
  events: z.array(z.string()).describe('each commit as it was stored, byte for byte'),
  chainHead: z.string().describe('the hash of the last of them, over all before it'),
  signatures: z
    .array(
      z.strictObject({
        reference: z.string(),
        number: z.int().describe('which version of the record'),
        step: z.enum(['signed', 'authorised']),
        head: z.string().describe('the hash of the commit before it'),
        key: z.string().describe('the fingerprint of the key'),
        signature: z.string(),
      }),
    )
    .describe('of the record'),
  publicKey: z.string().describe('of the key that signed this file'),
  signature: z.string().describe('over all of this file'),
});
type FiledDiscussion = z.infer<typeof filedDiscussion>;

/** In plain fields. */
export const filedOf = (d: Decided, practice: Practice): FiledDiscussion['discussion'] => ({
  authority: d.authority,
  standard: { key: d.standard.key, version: d.standard.version },
  referredAt: d.referral.receivedAt,
  convenedAt: d.convenedAt,
  meetingEndedAt: d.decision.meetingEndedAt,
  decidedAt: d.decision.decidedAt,
  closedAt: d.closed?.at ?? null,
  concern: d.concern,
  convenor: personOf(d.convenor),
  chair: personOf(d.decision.chair),
  attendance: d.attendance.map(({ participant, mode }) => ({ ...personOf(participant), mode })),
  children: childrenOf(d, practice),
  actions: d.actions.map(({ number, step, owner, dueOn, settled }) => ({
    ...{ number, step, owner: personOf(owner), dueOn, stands: settled?.as ?? 'open' },
  })),
});

const personOf = ({ name, role, agency }: Participant) => ({ name, role, agency });

const childrenOf = (d: Decided, practice: Practice): FiledDiscussion['discussion']['children'] =>
  d.children.map((each) => {
    const { childId, name, birth, caseReference } = each;
    const { councilId, nhsNumber } = detailsOf(d.entered, childId);
    const decision = d.decision.children.find((one) => one.childId === childId);
    const conference = conferenceOf(d, childId);
    return {
      childId,
      name,
      bornOn: birth.kind === 'born' ? birth.on : null,
      expectedOn: birth.kind === 'unborn' ? birth.expectedOn : null,
      councilNumber: entered(councilId),
      nhsNumber: entered(nhsNumber),
      caseReference,
      s47: decision?.s47 ?? null,
      reasons: decision?.reasons ?? '',
      outcomes: decision?.outcomes.map(({ code }) => code) ?? [],
      enquiryEnded: decision?.s47 === true ? endOfEnquiry(d, each, practice) : null,
      conference: conference === null ? null : conferenceIn(conference),
    };
  });

const entered = (text = ''): string | null => (text === '' ? null : text);

const conferenceIn = (outcome: ConferenceOutcome) => ({
  is: outcome.what,
  on: outcome.what === 'askedFor' ? outcome.askedOn : outcome.what === 'held' ? outcome.heldOn : null,
  plan: outcome.what === 'held' ? outcome.plan : null,
});
