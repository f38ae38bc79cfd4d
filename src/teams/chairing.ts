/** What the chair and the convenor do: open and record the decision, change the time, stand down, see deliveries. */
import { z } from 'zod';
import { withProblems, type Card } from '../cards/bind.ts';
import { decisionCheckCard } from '../cards/decisionCheck.ts';
import { childDecision, decisionChildCard, decisionChildForm, decisionDetailsCard, detailSections } from '../cards/decisionForm.ts';
import { deliveryCard } from '../cards/delivery.ts';
import { readForm, wallTime } from '../cards/form.ts';
import { reconveneCard, reconveneForm, standDownCard, standDownForm } from '../cards/meetingForms.ts';
import { refusalWords } from '../cards/refusalWords.ts';
import { emptyDeciding, loadDraft, saveDraft, type ChildDecisionDraft, type DecidingDraft, type Draft } from '../conduct/convening.ts';
import { checkChild } from '../discussion/decision.ts';
import type { Discussion } from '../discussion/discussion.ts';
import { londonDate } from '../practice/calendar.ts';
import { permittedOutcomes } from '../practice/outcomes.ts';
import type { Answer, Edges, Handler, Press } from './edges.ts';
import { agendaAnswer, asTyped, commandKey, readable, readHeader, refusalCard, submit } from './reading.ts';

type Deciding = Draft<DecidingDraft>;

/** Posts the decision form in the thread and gives the chair its first page. */
const start: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const current = await edges.conduct.current(reference);
  const opened = current?.stage === 'inSession' && current.decisionOpenedAt !== null;
  // Opened already: go on with it rather than post a second form.
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
    if (answer.details === null) {
      const details = decisionDetailsCard(draft, d, child, answer, practice, now);
      if (details !== null) return details;
    }
  }
  return decisionCheckCard(draft, d, practice, now);
};

/** Only the chair, and only while the discussion is open, has the form; anybody else is shown the discussion. */
const withForm = (
  press: Press,
  edges: Edges,
  use: (d: Discussion, draft: Deciding) => Promise<Answer>,
): Promise<Answer> =>
  readable(press, edges, async (d) => {
    if (d.chair.personId !== press.who.actor.personId) {
      return { card: refusalCard({ code: 'notAllowed', command: 'recordDecision', allowed: ['chair'] }) };
    }
    if (d.stage !== 'inSession') return agendaAnswer(d, null, edges);
    const draft = await form(d, press, edges);
    const { revision } = z.object({ revision: z.number().int().optional() }).parse(press.data);
    if (revision !== undefined && revision !== draft.revision) return { card: nextPage(draft, d, edges) };
    return use(d, draft);
  });

const show: Handler = (press, edges) => withForm(press, edges, async (d, draft) => Promise.resolve({ card: nextPage(draft, d, edges) }));

const save = async (draft: Deciding, body: DecidingDraft, d: Discussion, edges: Edges): Promise<Answer> => {
  const next = { ...draft, revision: draft.revision + 1, body };
  const saved = await saveDraft(edges.drafts, next, edges.clock());
  const latest = saved === 'saved' ? next : await loadDraft(edges.drafts, draft.id, 'deciding');
  return { card: nextPage(latest ?? next, d, edges) };
};

const childIn = (d: Discussion, press: Press) => d.children.find((child) => child.childId === press.data.childId);

const withChild = (body: DecidingDraft, answer: ChildDecisionDraft): DecidingDraft => ({
  ...body,
  children: [...body.children.filter((c) => c.childId !== answer.childId), answer],
});

const childPage: Handler = (press, edges) =>
  withForm(press, edges, async (d, draft) => {
    const child = childIn(d, press);
    if (child === undefined) return { card: nextPage(draft, d, edges) };
    const practice = edges.conduct.practiceOf(d);
    const typed = asTyped(press.data);
    const again = (problems: readonly string[]): Answer => ({
      card: withProblems(
        decisionChildCard(draft, d, child, practice, edges.clock(), {
          s47: typed.s47 ?? '',
          reasons: typed.reasons ?? '',
          outcomes: typed.outcomes ?? '',
          family: typed.family ?? '',
          familyWhat: typed.familyWhat ?? '',
        }),
        problems,
      ),
    });
    const read = readForm(decisionChildForm, press.data);
    if (!read.ok) return again(read.problems);
    const known = new Set(permittedOutcomes(practice, d.facts).map((o) => o.code));
    if (read.value.outcomes.some((code) => !known.has(code))) return again(['Choose outcomes from the list.']);
    const { s47, reasons, outcomes, family, familyWhat } = read.value;
    const answer: ChildDecisionDraft = { childId: child.childId, s47, reasons, outcomes, family, familyWhat, details: null };
    const complete = detailSections(answer, d, practice).length === 0 ? { ...answer, details: {} } : answer;
    return save(draft, withChild(draft.body, complete), d, edges);
  });

const detailsPage: Handler = (press, edges) =>
  withForm(press, edges, async (d, draft) => {
    const child = childIn(d, press);
    const answer = draft.body.children.find((c) => c.childId === child?.childId);
    if (child === undefined || answer === undefined) return { card: nextPage(draft, d, edges) };
    const practice = edges.conduct.practiceOf(d);
    const typed = asTyped(press.data);
    const ids = detailSections(answer, d, practice).flatMap((section) => section.fields.map((f) => f.id));
    const details = Object.fromEntries(ids.map((id) => [id, (typed[id] ?? '').trim().slice(0, 2000)]));
    const filled = { ...answer, details };
    const { faults } = checkChild(d, childDecision(filled), practice);
    if (faults.length > 0) {
      const page = decisionDetailsCard(draft, d, child, filled, practice, edges.clock());
      const problems = faults.map((fault) => `${fault.words} (${fault.rule})`);
      return { card: withProblems(page ?? nextPage(draft, d, edges), problems) };
    }
    return save(draft, withChild(draft.body, filled), d, edges);
  });

/** Back to the first page of this child, with what was entered. */
const backToChild: Handler = (press, edges) =>
  withForm(press, edges, async (d, draft) => {
    const child = childIn(d, press);
    const card =
      child === undefined
        ? nextPage(draft, d, edges)
        : decisionChildCard(draft, d, child, edges.conduct.practiceOf(d), edges.clock(), null);
    return Promise.resolve({ card });
  });

const restart: Handler = (press, edges) =>
  withForm(press, edges, (d, draft) => save(draft, emptyDeciding, d, edges));

const record: Handler = (press, edges) =>
  withForm(press, edges, async (d, draft) => {
    const typed = asTyped(press.data);
    const overrides = Object.fromEntries(
      Object.entries(typed).flatMap(([id, value]) => (id.startsWith('override.') ? [[id.slice(9), value.trim()]] : [])),
    );
    const kept = { ...draft, body: { ...draft.body, overrides } };
    const acted = await edges.conduct.act({
      reference: d.reference,
      actor: press.who.actor,
      key: commandKey(press),
      command: {
        kind: 'recordDecision',
        decisions: draft.body.children.map(childDecision),
        overrides: Object.entries(overrides).flatMap(([seat, reason]) => (reason === '' ? [] : [{ seat, reason }])),
      },
    });
    if (acted.result === 'refused') return { card: withProblems(nextPage(kept, d, edges), refusalWords(acted.refusal)) };
    await edges.drafts.remove(draft.id);
    return agendaAnswer(acted.discussion, 'The decision is recorded. Those who are owed the outcome are being told.', edges);
  });

const openReconvene: Handler = (press, edges) =>
  readable(press, edges, (d) => ({ card: reconveneCard(d, edges.newId()) }));

const sendReconvene: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const page = () => reconveneCard(d, nonce, asTyped(press.data));
    const read = readForm(reconveneForm, press.data);
    if (!read.ok) return { card: withProblems(page(), read.problems) };
    const startsAt = wallTime(read.value.date, read.value.time, 'The meeting');
    if (!startsAt.ok || startsAt.value === null) return { card: withProblems(page(), startsAt.ok ? [] : startsAt.problems) };
    const meeting = { ...d.meeting, startsAt: startsAt.value, where: read.value.where };
    return submit(press, edges, {
      reference,
      command: { kind: 'reconvene', meeting, reason: read.value.reason },
      done: 'The new time is set. Everybody invited is being told.',
      form: page,
    });
  });

const sendStandDown: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const page = () => standDownCard(d, nonce, londonDate(edges.clock()), asTyped(press.data).reason);
    const read = readForm(standDownForm, press.data);
    if (!read.ok) return { card: withProblems(page(), read.problems) };
    return submit(press, edges, { reference, command: { kind: 'standDown', reason: read.value.reason }, done: 'Stood down. Everybody invited is being told.', form: page });
  });

const showDeliveries: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed: 'seeDeliveries' });
  if (seen.result === 'refused') return { card: refusalCard(seen.refusal) };
  return { card: deliveryCard(seen.discussion, await edges.store.notices(reference), edges.clock()) };
};

export const chairingHandlers: Readonly<Record<string, Handler>> = {
  'decision.start': start,
  'decision.show': show,
  'decision.child': childPage,
  'decision.details': detailsPage,
  'decision.back': backToChild,
  'decision.restart': restart,
  'decision.record': record,
  'reconvene.open': openReconvene,
  'reconvene.send': sendReconvene,
  'standDown.send': sendStandDown,
  'delivery.show': showDeliveries,
};
