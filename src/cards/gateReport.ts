/** The report on the enquiry into one child (GT-2, GT-3, GT-4, GT-7, AC-3), with what is known already filled in. */
import type { Gate } from '../practice/answers/gate.ts';
import type { ReportArea } from '../practice/language/vocabulary.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { gateFor } from '../discussion/matter/gate.ts';
import { isOn } from '../discussion/matter/gateAnswers.ts';
import type { Child } from '../discussion/state/childShape.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { visitsTo } from '../discussion/state/enquired.ts';
import { reportOn, type EnquiryReport } from '../discussion/state/enquiryReport.ts';
import type { Practice } from '../practice/practice.ts';
import { standingWords } from '../words/actionWords.ts';
import { clipped, longestThatFits, type Card } from './bind.ts';
import { field, nameIn, readDetails, withAsked, type Section } from './askedFields.ts';
import type { Read } from './form.ts';
import { bindGateStep, gateStep, inTheWay, type AtGate, type Typed } from './gateStep.ts';

const titles: Readonly<Record<ReportArea, string>> = {
  s47Record: 'The record of the enquiry',
  gate: 'Before a manager checks it',
};

type ReportSection = Section & { readonly area: ReportArea };

const sectionsOf = (gate: Gate | null): readonly ReportSection[] =>
  (gate?.asked ?? []).map(({ area, fields }) => ({
    area,
    title: titles[area],
    fields: fields.map((f) => field(f, `report.${area}`)),
  }));

/** How much of what is known is filled in, where the card does not hold all of it. */
const lengths = [1500, 500, 150];

export const reportCard = (about: AtGate, nonce: string, typed: Typed = {}): Card => {
  const { d, child, practice } = about;
  const known = knownOf(about);
  return longestThatFits(lengths, (length) => {
    const card = bindGateStep({
      ...gateStep(about, nonce),
      heading: 'Report on the enquiry',
      lead: [...inTheWay(about), 'A manager checks it and signs it. Somebody else records the result.'],
      reported: [],
      send: { title: 'Send for checking', verb: 'report.send' },
    });
    return withAsked(
      card,
      sectionsOf(gateFor(d, child.childId, practice)),
      (id) => typed[id] ?? clipped(known[id] ?? '', length),
    );
  });
};

/** By input: what was reported before, and what the record has of it already. Nobody types it twice. */
const knownOf = ({ d, child, now }: AtGate): Readonly<Record<string, string>> => {
  const reasons =
    d.stage === 'decided' ? d.decision.children.find(({ childId }) => childId === child.childId) : undefined;
  const known = {
    reason: reasons?.reasons ?? '',
    visits: visitsTo(d, child.childId)
      .map(({ at }) => `Seen ${formatLondon(at)}`)
      .join('\n'),
    actionResults: d.actions
      .filter(isOn(child.childId))
      .map((action) => `Action ${action.number}, ${action.step}: ${standingWords(action, now)}`)
      .join('\n'),
  };
  const before = reportOn(d, child.childId)?.answers;
  return {
    ...under('s47Record', known),
    ...under('s47Record', before?.s47Record ?? {}),
    ...under('gate', before?.gate ?? {}),
  };
};

const under = (area: ReportArea, answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [`report.${area}.${name}`, value]));

/** What was filled in, by area; what is missing the standard says. */
export const readReport = (
  d: Discussion,
  child: Child,
  practice: Practice,
  data: Readonly<Record<string, unknown>>,
): Read<EnquiryReport['answers']> => {
  const sections = sectionsOf(gateFor(d, child.childId, practice));
  const { details, problems } = readDetails(sections, data);
  if (problems.length > 0) return { ok: false, problems };
  const of = (area: ReportArea): Record<string, string> =>
    Object.fromEntries(
      Object.entries(details).flatMap(([id, value]) =>
        id.startsWith(`report.${area}.`) && value !== '' ? [[nameIn(id), value]] : [],
      ),
    );
  return { ok: true, value: { s47Record: of('s47Record'), gate: of('gate') } };
};
