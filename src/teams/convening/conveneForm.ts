/**
 * The convene form: pages that replace each other in place, for the person who asked and nobody else. This file finds
 * it, checks whose it is, and saves it; each page has a file of its own.
 */
import { z } from 'zod';
import type { Card } from '../../cards/bind.ts';
import {
  loadDraft,
  ownerOf,
  readDraft,
  saveDraft,
  type ConveningDraft,
  type Draft,
  type Step,
} from '../../conduct/drafts.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import { referenceOfDraft } from '../../store/draftId.ts';
import { discussionCard, outOfDate } from '../answers.ts';
import type { Answer, Edges, Press } from '../edges.ts';
import { carriedBy, commandKey } from '../press.ts';
import type { Who } from '../who.ts';
import { pageCard } from './pageCard.ts';

export type Convening = Draft<ConveningDraft>;

const carried = z.object({ reference: z.string().max(40), revision: z.number().int().optional() });

/** Finds the form and checks that it is this person's own. */
export const withForm = async (
  press: Press,
  edges: Edges,
  use: (form: Convening, revision: number | undefined) => Promise<Answer>,
): Promise<Answer> => {
  const { reference, revision } = carriedBy(carried, press);
  const form = await theirForm(reference, press.who, edges);
  return form === null ? notTheirs(press, edges) : use(form, revision);
};

/** Null where there is none, or it is somebody else's. */
export const theirForm = async (
  reference: string,
  { actor }: Who,
  { drafts }: Pick<Edges, 'drafts'>,
): Promise<Convening | null> => {
  // A form of a discussion is kept under an id of its own, and is none of these.
  const row = referenceOfDraft(reference) === reference ? await drafts.get(reference) : null;
  const isTheirs = row !== null && may('fillInConvening', capacitiesOf(null, actor, { form: ownerOf(row) }));
  return isTheirs ? readDraft(row, 'convening') : null;
};

/** Convened, so show the discussion; or discarded; or somebody else's. Whoever may not see it learns nothing either way. */
const notTheirs = async (press: Press, edges: Edges): Promise<Answer> => {
  const { reference } = carriedBy(carried, press);
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed: 'read' });
  if (seen.result === 'seen') return { card: discussionCard(seen.discussion, press.who, edges) };
  return {
    text: 'You cannot open this form: it belongs to the person who asked for it, or it has been closed. Type /strategy to start your own.',
  };
};

/** A submission counts only from the page the form is at (any, where `at` is null), in its newest copy. */
export const onPage = (
  at: Step | null,
  press: Press,
  edges: Edges,
  use: (form: Convening) => Promise<Answer>,
): Promise<Answer> =>
  withForm(press, edges, async (form, revision) => {
    const isCurrent = revision === form.revision && (at === null || at === form.body.step);
    return isCurrent ? use(form) : outOfDate(press, form.body.answered, () => pageCard(form, edges));
  });

export const save = async (
  press: Press,
  form: Convening,
  body: ConveningDraft,
  edges: Edges,
  card: (saved: Convening) => Card | Promise<Card> = (saved) => pageCard(saved, edges),
): Promise<Answer> => {
  const next = { ...form, revision: form.revision + 1, body: { ...body, answered: commandKey(press) } };
  if ((await saveDraft(edges.drafts, next, edges.clock())) === 'saved') return { card: await card(next) };
  // Another submission of this very form was first: show where it has got to.
  const latest = await loadDraft(edges.drafts, form.id, 'convening');
  return { card: await pageCard(latest ?? next, edges) };
};
