/** The decision form, the chair's alone: one or two pages for each child, then a last look, then the record. */
import { z } from 'zod';
import type { Card } from '../cards/bind.ts';
import { withProblems } from '../cards/bind.ts';
import { decisionCheckCard } from '../cards/decisionCheck.ts';
import { childDecision, decisionChildCard, decisionChildForm, decisionDetailsCard } from '../cards/decisionForm.ts';
import { detailSections, readDetails } from '../cards/decisionSections.ts';
import { optional, readForm } from '../cards/form.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { emptyDeciding, loadDraft, saveDraft } from '../conduct/drafts.ts';
import type { ChildDecisionDraft, DecidingDraft, Draft } from '../conduct/drafts.ts';
import { agendaCard } from '../cards/agenda.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Child } from '../discussion/state/event.ts';
import { permittedOutcomes } from '../practice/answers/outcomes.ts';
import type { Answer, Edges, Handler, Press } from './edges.ts';
import {
  agendaAnswer,
  asTyped,
  carriedBy,
  commandKey,
  formAgain,
  outOfDate,
  readable,
  readHeader,
  refusalCard,
} from './reading.ts';
import { checkChild } from '../discussion/matter/childCheck.ts';

type Deciding = Draft<DecidingDraft>;

/** Posts the decision form in the thread; opened already, goes on with it rather than post a second one. */
const start: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const current = await edges.conduct.current(reference);
  const opened = current?.stage === 'inSession' && current.decisionOpenedAt !== null;
  if (opened && current.chair.personId === press.who.actor.personId) return show(press, edges);
  const acted = await edges.conduct.act({
    reference,
    command: { kind: 'openDecision' },
    actor: press.who.actor,
    key: commandKey(press),
  });
  return acted.result === 'done'
    ? agendaAnswer(acted.discussion, 'The decision form is in this thread, for the chair.', edges)
    : { card: refusalCard(acted.refusal) };
};

/** Each meeting has a form of its own: what was prepared for one that was inquorate is gone over again. */
const draftId = (d: Discussion): string => `${d.reference}:decision:${d.earlierMeetings.length}`;

const form = async (d: Discussion, press: Press, edges: Edges): Promise<Deciding> =>
  (await loadDraft(edges.drafts, draftId(d), 'deciding')) ?? {
    id: draftId(d),
    revision: 0,
    owner: press.who.actor.personId,
    body: emptyDeciding,
  };

/** The next page to fill in: the first child without a complete answer, else the summary. */
const nextPage = (draft: Deciding, d: Discussion, edges: Edges): Card => {
  const practice = edges.conduct.practiceOf(d);
  const now = edges.clock();
  for (const child of d.children) {
    const answer = draft.body.children.find((c) => c.childId === child.childId);
    if (answer === undefined) return decisionChildCard(draft, d, child, practice, now, null);
    if (!answer.complete) return decisionDetailsCard(draft, d, child, answer, practice, now);
  }
  return decisionCheckCard(draft, d, practice, now);
};

const carried = z.object({ revision: z.number().int().optional(), childId: z.string().optional() });

/** Only the chair, and only while the discussion is open, has the form. */
const withForm = (
  press: Press,
  edges: Edges,
  use: (d: Discussion, draft: Deciding) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, async (d) => {
    const { chair, reference } = d;
    if (chair.personId !== press.who.actor.personId) {
      return { card: refusalCard({ code: 'notAllowed', command: 'recordDecision', allowed: ['chair'] }) };
    }
    if (d.stage !== 'inSession') return noForm(press, d, edges);
    const draft = await form(d, press, edges);
    const { revision } = carriedBy(carried, press);
    if (revision === undefined || revision === draft.revision) return use(d, draft);
    const latest = (await edges.conduct.current(reference)) ?? d;
    return latest.stage === 'inSession'
      ? outOfDate(press, draft.body.answered, () => nextPage(draft, latest, edges))
      : noForm(press, latest, edges);
  });

/** Recorded, or not to be made: the rules say why, unless this is the record's own repeat (docs/decisions/003). */
const noForm = async (press: Press, d: Discussion, edges: Edges): Promise<Answer> => {
  if (press.verb === 'decision.show') return agendaAnswer(d, null, edges);
  const { reference } = d;
  const command = { kind: 'recordDecision', decisions: [], overrides: [] } as const;
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  if (acted.result === 'done') return agendaAnswer(acted.discussion, recorded, edges);
  const card = agendaCard(d, edges.conduct.practiceOf(d), edges.clock());
  return { card: withProblems(card, refusalWords(acted.refusal)) };
};

const recorded = 'The decision is recorded. Those who are owed the outcome are being told.';

const show: Handler = (press, edges) => withForm(press, edges, (d, draft) => ({ card: nextPage(draft, d, edges) }));

const save = async (
  press: Press,
  draft: Deciding,
  body: DecidingDraft,
  edges: Edges,
  card: (saved: Deciding) => Card,
): Promise<Answer> => {
  const next = { ...draft, revision: draft.revision + 1, body: { ...body, answered: commandKey(press) } };
  const saved = await saveDraft(edges.drafts, next, edges.clock());
  const latest = saved === 'saved' ? next : await loadDraft(edges.drafts, draft.id, 'deciding');
  return { card: card(latest ?? next) };
};

const withChild = (body: DecidingDraft, answer: ChildDecisionDraft): DecidingDraft => ({
  ...body,
  children: [...body.children.filter((c) => c.childId !== answer.childId), answer],
});

/** A page about one child; a child the discussion does not have is a forged form, and shows where the form has got to. */
const aboutChild =
  (
    use: (about: {
      readonly press: Press;
      readonly edges: Edges;
      readonly d: Discussion;
      readonly draft: Deciding;
      readonly child: Child;
      readonly answer: ChildDecisionDraft | undefined;
    }) => Promise<Answer>,
  ): Handler =>
  (press, edges) =>
    withForm(press, edges, (d, draft) => {
      const { childId } = carriedBy(carried, press);
      const child = d.children.find((c) => c.childId === childId);
      if (child === undefined) return { card: nextPage(draft, d, edges) };
      const answer = draft.body.children.find((c) => c.childId === childId);
      return use({ press, edges, d, draft, child, answer });
    });

const childPage = aboutChild(({ press, edges, d, draft, child, answer: before }) => {
  const practice = edges.conduct.practiceOf(d);
  const typed = asTyped(press.data);
  const again = (problems: readonly string[]) =>
    formAgain(
      () =>
        decisionChildCard(draft, d, child, practice, edges.clock(), {
          s47: typed.s47 ?? '',
          reasons: typed.reasons ?? '',
          outcomes: typed.outcomes ?? '',
          family: typed.family ?? '',
          familyWhat: typed.familyWhat ?? '',
        }),
      problems,
    );
  const read = readForm(decisionChildForm, press.data);
  if (!read.ok) return again(read.problems);
  const known = new Set(permittedOutcomes(practice, d.facts).map((o) => o.code));
  if (read.value.outcomes.some((code) => !known.has(code))) return again(['Choose outcomes from the list.']);
  const { childId } = child;
  const answer = { childId, ...read.value, details: before?.details ?? {}, complete: false };
  const complete = detailSections(answer, d, practice).length === 0;
  const body = withChild(draft.body, { ...answer, complete });
  return save(press, draft, body, edges, (saved) => nextPage(saved, d, edges));
});

const detailsPage = aboutChild(({ press, edges, d, draft, child, answer }) => {
  if (answer === undefined) return Promise.resolve({ card: nextPage(draft, d, edges) });
  const practice = edges.conduct.practiceOf(d);
  const { details, problems } = readDetails(detailSections(answer, d, practice), press.data);
  const filled = { ...answer, details, complete: true };
  const { faults } = checkChild(d, childDecision(filled), practice);
  const wrong = [...problems, ...faults.map((fault) => `${fault.words} (${fault.rule})`)];
  if (wrong.length > 0) {
    return formAgain(() => decisionDetailsCard(draft, d, child, filled, practice, edges.clock()), wrong);
  }
  return save(press, draft, withChild(draft.body, filled), edges, (saved) => nextPage(saved, d, edges));
});

/** Back to the first page of this child; what was typed on the second is kept. */
const backToChild = aboutChild(({ press, edges, d, draft, child, answer }) => {
  const practice = edges.conduct.practiceOf(d);
  const page = (saved: Deciding) => decisionChildCard(saved, d, child, practice, edges.clock(), null);
  if (answer === undefined) return Promise.resolve({ card: page(draft) });
  const { details, problems } = readDetails(detailSections(answer, d, practice), press.data);
  const typed = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
  const kept = problems.length > 0 ? answer.details : { ...answer.details, ...typed };
  return save(press, draft, withChild(draft.body, { ...answer, details: kept, complete: false }), edges, page);
});

const restart: Handler = (press, edges) =>
  withForm(press, edges, (d, draft) => save(press, draft, emptyDeciding, edges, (saved) => nextPage(saved, d, edges)));

const reason = z.object({ given: optional('Each reason for going on without somebody', 1000) });

const record: Handler = (press, edges) =>
  withForm(press, edges, async (d, draft) => {
    const given = Object.entries(asTyped(press.data)).filter(([id]) => id.startsWith('override.'));
    const kept = { ...draft.body, overrides: Object.fromEntries(given.map(([id, text]) => [id.slice(9), text])) };
    const again = (problems: readonly string[]) =>
      formAgain(() => nextPage({ ...draft, body: kept }, d, edges), problems);
    const reads = given.map(([id, text]) => ({ seat: id.slice(9), read: readForm(reason, { given: text }) }));
    const problems = reads.flatMap(({ read }) => (read.ok ? [] : read.problems));
    if (problems.length > 0) return again([...new Set(problems)]);
    const acted = await edges.conduct.act({
      reference: d.reference,
      actor: press.who.actor,
      key: commandKey(press),
      command: {
        kind: 'recordDecision',
        decisions: draft.body.children.map(childDecision),
        overrides: reads.flatMap(({ seat, read }) =>
          read.ok && read.value.given !== '' ? [{ seat, reason: read.value.given }] : [],
        ),
      },
    });
    if (acted.result === 'refused') {
      // The page names the missing seats itself, just below.
      const { refusal } = acted;
      return again(
        refusal.code === 'inquorate' ? ['Nothing was recorded, and nothing you typed is lost.'] : refusalWords(refusal),
      );
    }
    await edges.drafts.remove(draft.id);
    return agendaAnswer(acted.discussion, recorded, edges);
  });

export const decidingHandlers: Readonly<Record<string, Handler>> = {
  'decision.start': start,
  'decision.show': show,
  'decision.child': childPage,
  'decision.details': detailsPage,
  'decision.back': backToChild,
  'decision.restart': restart,
  'decision.record': record,
};
