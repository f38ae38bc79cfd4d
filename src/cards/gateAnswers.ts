/** A manager checks an enquiry and signs it, and whoever was asked records its result (GT-5, GT-6); or sends it back. */
import { z } from 'zod';
import { gateFor } from '../discussion/matter/gate.ts';
import { deciderOf, reportOn, resultReported } from '../discussion/state/enquiryReport.ts';
import { answerWords } from '../words/answerWords.ts';
import { rankTitle } from '../words/gateWords.ts';
import { clipped, longestThatFits, type Card, type Choice } from './bind.ts';
import { withAsked, type DetailField } from './askedFields.ts';
import { oneOf, optional } from './form.ts';
import { bindGateStep, gateStep, inTheWay, nameOf, reportedLines, type AtGate, type Typed } from './gateStep.ts';

/** How long each answer of the report may be, where the card does not hold all of it. */
const lengths = [2000, 700, 200];

const answerCard = (
  about: AtGate,
  nonce: string,
  step: { readonly heading: string; readonly lead: readonly string[]; readonly verb: string },
  asked: { readonly fields: readonly DetailField[]; readonly typed: Typed },
): Card =>
  longestThatFits(lengths, (length) => {
    const card = bindGateStep({
      ...gateStep(about, nonce),
      heading: step.heading,
      lead: [...step.lead],
      reported: reportedLines(about).map((line) => clipped(line, length, '… (“Read what was said” has all of it)')),
      send: { title: 'Send', verb: step.verb },
    });
    return withAsked(card, [{ title: '', fields: asked.fields }], (id) => asked.typed[id] ?? '');
  });

const back: Choice = { title: 'It is not complete: send it back', value: 'back' };
const reason: DetailField = {
  id: 'reason',
  label: 'Reason (needed when you send it back)',
  kind: 'longText',
  choices: [],
};

/** `deciders`: those who may be asked for the result. */
export const checkCard = (about: AtGate, nonce: string, deciders: readonly Choice[], typed: Typed = {}): Card => {
  const { d, child, practice } = about;
  const rank = rankTitle(gateFor(d, child.childId, practice)?.decidedBy ?? '');
  const report = reportOn(d, child.childId);
  const asked = report === null ? null : deciderOf(report);
  return answerCard(
    about,
    nonce,
    {
      heading: 'Check the enquiry',
      lead: [
        ...(report === null ? [] : [`Reported by ${nameOf(d, report.by)}.`]),
        ...(asked === null
          ? []
          : [`It is checked, and ${asked.name} has been asked for the result. You can ask somebody else.`]),
        ...inTheWay(about),
        ...(deciders.length === 0 ? [`The directory has no ${rank}. Ask whoever keeps it.`] : []),
      ],
      verb: 'check.send',
    },
    {
      fields: [
        {
          id: 'as',
          label: 'Your answer',
          kind: 'choice',
          choices: [{ title: 'I have checked it, and sign it', value: 'sign' }, back],
        },
        { id: 'decider', label: `Who records the result: a ${rank}`, kind: 'choice', choices: deciders },
        reason,
      ],
      typed,
    },
  );
};

export const checkForm = z.object({
  as: oneOf(['sign', 'back'], 'Say whether you sign it or send it back.'),
  decider: optional('Who records the result', 100),
  reason: optional('The reason', 1000),
});

export const resultCard = (about: AtGate, nonce: string, typed: Typed = {}): Card => {
  const { d, child, practice } = about;
  const report = reportOn(d, child.childId);
  const field = gateFor(d, child.childId, practice)?.result;
  const choices = (field?.choices ?? []).map(({ words, value }): Choice => ({ title: words, value }));
  const checkedBy = report?.standing.is === 'checked' ? report.standing.check.by : null;
  return answerCard(
    about,
    nonce,
    {
      heading: 'Record the result of the enquiry',
      lead:
        report === null || field === undefined
          ? []
          : [
              `Reported by ${nameOf(d, report.by)}${checkedBy === null ? '' : `, checked and signed by ${nameOf(d, checkedBy)}`}.`,
              `The result as it was reported: ${answerWords(field, resultReported(report))}`,
            ],
      verb: 'result.send',
    },
    {
      fields: [
        { id: 'result', label: field?.words ?? '', kind: 'choice', choices: [...choices, back] },
        { ...reason, label: 'Reason (needed for another result, and when you send it back)' },
      ],
      typed,
    },
  );
};

export const resultForm = z.object({
  result: optional('The result', 100).refine((value) => value !== '', 'Choose the result.'),
  reason: optional('The reason', 1000),
});
