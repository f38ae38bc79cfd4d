/**
 * Every shape in which commits have been stored. A commit keeps the format it was sealed in for good, for its hash is of
 * that text; streams in which old and new formats follow each other are the usual case. Nothing stored is rewritten.
 */
import { z } from 'zod';
import { listedFactsSchema, saidOfAll } from '../discussion/state/listedFacts.ts';
import { canonicalJson, linkOf, type Link } from './chain.ts';
import { StoredFault, jsonOf, parsed } from './storedFault.ts';

/** In which new commits are stored: 1 named a discussion's reference `discussionId`. */
export const currentFormat = 2;

type Content = Readonly<Record<string, unknown>>;

interface Format {
  /** The field that has the reference of the discussion. */
  readonly referenceIn: string;
  /** Brings a commit of this format to today's shape. */
  readonly upcast: (content: Content) => Content;
}

/** Event types of format 1 that have another name today; their fields are the same. */
const eventTypesSince1: Readonly<Record<string, string>> = {
  outcomeDisputed: 'disagreementRecorded',
};

const eventsOf1 = z.array(z.looseObject({ type: z.string() }));

const fromFormat1 = ({ discussionId, ...content }: Content): Content => {
  const events = eventsOf1.safeParse(content['events']).data;
  if (events === undefined) return { ...content, reference: discussionId };
  return { ...content, reference: discussionId, events: events.map((event) => eventSince1(event, content['at'])) };
};

/** `at`: when the commit was written. */
const eventSince1 = (event: Content & { readonly type: string }, at: unknown): Content => {
  switch (event.type) {
    case 'discussionConvened':
      return { ...event, facts: factsSince1(event), follows: null };
    case 'discussionReconvened':
      return { ...event, inquorate: null };
    // Nobody was asked when the meeting ended: the decision was recorded in it.
    case 'decisionRecorded':
      return { ...event, meetingEndedAt: at };
    default:
      return { ...event, type: eventTypesSince1[event.type] ?? event.type };
  }
};

const convenedOf1 = z.looseObject({
  children: z.array(z.looseObject({ childId: z.string() })),
  facts: listedFactsSchema,
});

/** Facts were said of all children together. */
const factsSince1 = (event: Content): unknown => {
  const read = convenedOf1.safeParse(event);
  if (!read.success) return event['facts'];
  return saidOfAll(
    read.data.facts,
    read.data.children.map(({ childId }) => childId),
  );
};

const formats: ReadonlyMap<number, Format> = new Map([
  [1, { referenceIn: 'discussionId', upcast: fromFormat1 }],
  [currentFormat, { referenceIn: 'reference', upcast: (content: Content) => content }],
]);

/** What every format has had since the first: enough to verify the chain before anything else is believed. */
const envelope = z.strictObject({
  format: z.number().int().positive(),
  commit: z.looseObject({ version: z.number().int().positive(), previousHash: z.string(), hash: z.string() }),
});

/** A commit as it was sealed, not yet believed: what the chain verifies, and its content in today's shape. */
export interface Sealed {
  readonly link: Link;
  readonly upcast: () => unknown;
}

/** Throws StoredFault unless the text is of a known format and, to the byte, what this program would have written. */
export const readSealed = (text: string, place: string): Sealed => {
  const stored = jsonOf(text, place);
  const { format: number, commit } = parsed(envelope, stored, place);
  const format = formats.get(number);
  if (format === undefined) {
    throw new StoredFault(`${place}: stored in format ${number}, which this version of the program does not know`);
  }
  if (canonicalJson(stored) !== text) throw new StoredFault(`${place}: the stored text is not as it was written`);
  parsed(z.looseObject({ [format.referenceIn]: z.string() }), commit, place);
  return { link: linkOf(String(commit[format.referenceIn]), commit), upcast: () => format.upcast(commit) };
};
