/** The last page: the decision is recorded, with a reason for each seat the chair goes on without. */
import { z } from 'zod';
import { childDecision } from '../../cards/childDecision.ts';
import { countsFromDecision, readDecided, readEnd, typedDecided, typedEnd } from '../../cards/meetingEnd.ts';
import { optional, readForm } from '../../cards/form.ts';
import type { DecidingDraft } from '../../conduct/drafts.ts';
import type { CommandOf } from '../../discussion/commands/command.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { doneAnswer, formAgain } from '../answers.ts';
import type { Handler, Press } from '../edges.ts';
import { asTyped, commandKey } from '../press.ts';
import { aboutChild } from './aboutChild.ts';
import { seenOn, withReason } from './lastPage.ts';
import { recorded, save, withForm } from './decisionForm.ts';

export const recordDecision: Handler = (press, edges) =>
  withForm(press, edges, async ({ d, form, next }) => {
    const kept = withTyped(press, form.body, countsFromDecision(d, edges.conduct.practiceOf(d)));
    const { ended, decided } = kept;
    const again = (problems: readonly string[]) => formAgain(() => next({ ...form, body: kept }), problems);
    const { overrides, problems } = readOverrides(typedOverrides(press));
    const [end, decision] = [readEnd(ended), readDecided(decided)];
    const wrong = [...problems, ...[end, decision].flatMap((read) => (read.ok ? [] : read.problems))];
    if (wrong.length > 0 || !end.ok || !decision.ok) return again(wrong);
    const acted = await edges.conduct.act({
      reference: d.reference,
      actor: press.who.actor,
      key: commandKey(press),
      command: {
        kind: 'recordDecision',
        meetingEndedAt: end.value,
        ...(decision.value === null ? {} : { decidedAt: decision.value }),
        decisions: form.body.children.map(childDecision),
        overrides,
        ...seenOn(press),
      },
    });
    if (acted.result === 'refused') {
      const { refusal } = acted;
      // The page names the missing seats itself, just below.
      return again(
        refusal.code === 'inquorate' ? ['Nothing was recorded, and nothing you typed is lost.'] : refusalWords(refusal),
      );
    }
    await edges.drafts.remove(form.id);
    return doneAnswer(acted.discussion, recorded, press, edges);
  });

/** From the last page to the first one of a child, with everything kept that was typed on it. */
export const changeChild: Handler = aboutChild(({ press, edges, d, form, next, child }) => {
  if (form.body.correcting !== null) {
    const body = { ...withReason(press, form.body), changing: child.childId };
    return save(press, form, body, edges, next);
  }
  const kept = withTyped(press, form.body, countsFromDecision(d, edges.conduct.practiceOf(d)));
  const { problems } = readOverrides(typedOverrides(press));
  if (problems.length > 0) return formAgain(() => next({ ...form, body: kept }), problems);
  return save(press, form, { ...kept, changing: child.childId }, edges, next);
});

/** What was typed on the last page, right or wrong; when it was decided, where that is asked. */
const withTyped = (press: Press, body: DecidingDraft, isDecidedAsked: boolean): DecidingDraft => ({
  ...body,
  ended: typedEnd(press.data),
  decided: isDecidedAsked ? typedDecided(press.data) : body.decided,
  overrides: Object.fromEntries(typedOverrides(press).map(({ seat, text }) => [seat, text])),
});

interface TypedOverride {
  readonly seat: string;
  readonly text: string;
}

const prefix = 'override.';

const typedOverrides = (press: Press): readonly TypedOverride[] =>
  Object.entries(asTyped(press.data))
    .filter(([id]) => id.startsWith(prefix))
    .map(([id, text]) => ({ seat: id.slice(prefix.length), text }));

const reason = z.object({ given: optional('Each reason for going on without somebody', 1000) });

const readOverrides = (
  typed: readonly TypedOverride[],
): Pick<CommandOf<'recordDecision'>, 'overrides'> & { readonly problems: readonly string[] } => {
  const reads = typed.map(({ seat, text }) => ({ seat, read: readForm(reason, { given: text }) }));
  return {
    overrides: reads.flatMap(({ seat, read }) =>
      read.ok && read.value.given !== '' ? [{ seat, reason: read.value.given }] : [],
    ),
    problems: [...new Set(reads.flatMap(({ read }) => (read.ok ? [] : read.problems)))],
  };
};
