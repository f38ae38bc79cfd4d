/**
 * A discussion being prepared: what the convene form has gathered so far. It is kept on the server and never travels on a
 * card, so a channel sees nothing of it. Each step replaces its own part; the last one turns it into a `convene` command.
 */
import { z } from 'zod';
import { childSchema } from '../discussion/state/childShape.ts';
import { followsSchema, placeSchema, referrerSchema } from '../discussion/state/event.ts';
import { instantSchema } from '../discussion/state/ids.ts';
import { factsSchema, nothingSaid } from '../discussion/state/facts.ts';
import { listedFactsSchema, saidOfAll } from '../discussion/state/listedFacts.ts';
import type { PersonId } from '../discussion/state/people.ts';
import { participantSchema } from '../discussion/state/personShape.ts';
import type { Drafts, StoredDraft } from '../store/rows.ts';
import type { Instant } from '../practice/time/instant.ts';

export const steps = ['child', 'concern', 'particulars', 'people', 'meeting'] as const;
export type Step = (typeof steps)[number];

/** Identifies the submission that made this revision, so that its repeat is told from an old copy of the form. */
const answered = z.string().default('');

/** A form half filled in before facts could be said of one child: they are said of all of them. */
const listedBefore = (body: unknown): unknown => {
  const before = z.looseObject({ facts: listedFactsSchema, children: z.array(childSchema) }).safeParse(body);
  if (!before.success) return body;
  const { facts, children } = before.data;
  return {
    ...before.data,
    facts: saidOfAll(
      facts,
      children.map(({ childId }) => childId),
    ),
  };
};

/** A form left at the page of the referral, which is now part of the one before. */
const step = z.preprocess((at) => (at === 'referral' ? 'child' : at), z.enum(steps));

const conveningDraft = z.strictObject({
  kind: z.literal('convening'),
  answered,
  step,
  /** Where the discussion will live: where `/strategy` was typed. */
  place: placeSchema,
  children: z.array(childSchema),
  referral: z
    .strictObject({
      receivedAt: instantSchema,
      concernsIdentifiedAt: instantSchema.nullable(),
      referrer: referrerSchema,
    })
    .nullable(),
  concern: z.string(),
  facts: factsSchema,
  /** The discussion it follows, where it was opened from one. */
  follows: followsSchema.nullable().default(null),
  /** Who fills each required seat: directory ids by seat name. */
  seats: z.record(z.string(), z.string()),
  others: z.array(z.string()),
  named: z.array(participantSchema),
  inviteReferrer: z.boolean(),
  /** True once people have been chosen, so that going back does not suggest them afresh. */
  peopleChosen: z.boolean(),
  meeting: z.strictObject({
    date: z.string(),
    time: z.string(),
    format: z.enum(['meeting', 'phone', 'video']),
    where: z.string(),
    phoneOnlyReason: z.string().default(''),
    /** Where the cards go: where it was asked for, or the convenor's own chat. */
    cards: z.enum(['here', 'ownChat']).default('here'),
    /** Whether nobody but those who take part may know of it. */
    restricted: z.enum(['no', 'yes']).default('no'),
  }),
});
export type ConveningDraft = z.infer<typeof conveningDraft>;

const childDecisionDraft = z.strictObject({
  childId: z.string(),
  s47: z.boolean(),
  reasons: z.string(),
  outcomes: z.array(z.string()),
  family: z.enum(['told', 'withheld']),
  familyWhat: z.string(),
  /** Answers of the second step: outcome fields, plan fields and further questions, by input id. */
  details: z.record(z.string(), z.string()),
  /** False until the second step has been gone through, if there is one. */
  complete: z.boolean(),
});
export type ChildDecisionDraft = z.infer<typeof childDecisionDraft>;

const typedTime = z.strictObject({ date: z.string(), time: z.string() }).default({ date: '', time: '' });

const decidingDraft = z.strictObject({
  kind: z.literal('deciding'),
  answered,
  children: z.array(childDecisionDraft),
  overrides: z.record(z.string(), z.string()),
  /** When the meeting ended, as typed: a day and a time in London. */
  ended: typedTime,
  /** When the decision was taken, as typed; blank: at the end of the meeting (P-4). */
  decided: typedTime,
  /** The child whose first page is shown again, from the last page: everything else is kept. */
  changing: z.string().nullable().default(null),
  /** A decision that is recorded is put right: which correction, of which child, and why. Null for the decision itself. */
  correcting: z.strictObject({ number: z.int(), childId: z.string(), reason: z.string() }).nullable().default(null),
});
export type DecidingDraft = z.infer<typeof decidingDraft>;

const draftBody = z.discriminatedUnion('kind', [conveningDraft, decidingDraft]);

export interface Draft<Body> {
  /** For convening this is the reference the discussion will have. */
  readonly id: string;
  readonly revision: number;
  readonly owner: PersonId;
  readonly body: Body;
}

export const emptyConvening = (place: ConveningDraft['place']): ConveningDraft => ({
  kind: 'convening',
  answered: '',
  step: 'child',
  place,
  children: [],
  referral: null,
  concern: '',
  facts: nothingSaid,
  follows: null,
  seats: {},
  others: [],
  named: [],
  inviteReferrer: true,
  peopleChosen: false,
  meeting: { date: '', time: '', format: 'meeting', where: '', phoneOnlyReason: '', cards: 'here', restricted: 'no' },
});

export const emptyDeciding: DecidingDraft = {
  kind: 'deciding',
  answered: '',
  children: [],
  overrides: {},
  ended: { date: '', time: '' },
  decided: { date: '', time: '' },
  changing: null,
  correcting: null,
};

/** Loads a half-filled form of one kind; null if there is none. Throws where what is stored cannot be read. */
export const loadDraft = async <K extends z.infer<typeof draftBody>['kind']>(
  drafts: Drafts,
  id: string,
  kind: K,
): Promise<Draft<Extract<z.infer<typeof draftBody>, { kind: K }>> | null> => {
  const stored = await drafts.get(id);
  return stored === null ? null : readDraft(stored, kind);
};

/** Whose it is, without reading what is on it. */
export const ownerOf = ({ owner }: StoredDraft): { readonly owner: PersonId } => ({ owner: owner as PersonId });

/** A form as it was stored. Throws where it cannot be read, or is of another kind. */
export const readDraft = <K extends z.infer<typeof draftBody>['kind']>(
  stored: StoredDraft,
  kind: K,
): Draft<Extract<z.infer<typeof draftBody>, { kind: K }>> => {
  const { id, revision } = stored;
  const body = draftBody.parse(listedBefore(JSON.parse(stored.body)));
  if (body.kind !== kind) throw new Error(`draft ${id} is of another kind: ${body.kind}`);
  return { id, revision, ...ownerOf(stored), body: body as Extract<z.infer<typeof draftBody>, { kind: K }> };
};

/** Saves the next revision; `conflict` when the same form was changed from somewhere else meanwhile. */
export const saveDraft = (
  drafts: Drafts,
  draft: Draft<ConveningDraft | DecidingDraft>,
  at: Instant,
): Promise<'saved' | 'conflict'> =>
  drafts.put({
    id: draft.id,
    revision: draft.revision,
    owner: draft.owner,
    body: JSON.stringify(draft.body),
    savedAt: at,
  });
