/**
 * What those who took part receive: what was recorded, child by child. Reasons, plan and what the family
 * is told go only where nobody else reads them.
 */
import { decidingAreas, fieldsWhenDeciding } from '../practice/answers/decidingAreas.ts';
import { formatDate, formatLondon, isLocalDate } from '../practice/time/calendar.ts';
import { permittedOutcomes, planFields } from '../practice/answers/outcomes.ts';
import type { Practice } from '../practice/practice.ts';
import type { Field } from '../practice/language/ruleParts.ts';
import { listedFacts } from '../practice/answers/situation.ts';
import { outcomeWords, s47Words, withheldWords } from '../words/decisionWords.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import type { ChildDecision } from '../discussion/state/event.ts';
import type { Letter, Reader } from './letters.ts';

/** A card holds some 28 KB, which text fills at two bytes a character and once more for its markup. */
const longestInTeams = 7_000;

export const recordLetter = (d: Decided, practice: Practice, reader: Reader): Letter => ({
  subject: `What was decided in strategy discussion ${d.reference}`,
  heading: 'What was decided',
  lines: [
    `Dear ${reader.name}`,
    `You took part in strategy discussion ${d.reference}, held on ${formatLondon(d.meeting.startsAt)} and chaired by ${d.chair.name}. This is what was recorded on ${formatLondon(d.decision.at)}.`,
    ...d.decision.children.flatMap((child) => childLines(d, practice, child, reader.secure)),
    ...(reader.secure
      ? []
      : [`The reasons and the plan are not sent to this address. Ask ${d.chair.name} if you need them.`]),
    `If something is wrong, or you disagree, tell ${d.chair.name}.`,
  ],
});

/** The same for a card, which holds only so much: then it says where the rest is. */
export const recordInTeams = (d: Decided, practice: Practice, reader: Reader): Letter => {
  const whole = recordLetter(d, practice, { ...reader, secure: true });
  if (whole.lines.join('').length <= longestInTeams) return whole;
  const { lines, ...letter } = recordLetter(d, practice, { ...reader, secure: false });
  const tooLong = `The reasons and the plan are too long to show here. ${d.chair.name} has them.`;
  return { ...letter, lines: lines.map((line) => (line.startsWith('The reasons and the plan') ? tooLong : line)) };
};

const childLines = (d: Decided, practice: Practice, child: ChildDecision, secure: boolean): readonly string[] => {
  const initials = d.children.find((c) => c.childId === child.childId)?.initials;
  const who = secure && initials !== undefined ? `Child ${child.childId} (${initials})` : `Child ${child.childId}`;
  const outcomes = child.outcomes.map((o) => outcomeWords(practice, o.code)).join('; ');
  const decision = `${who}: ${s47Words(child)}. Outcome: ${outcomes}.`;
  return secure ? [decision, `Reasons: ${child.reasons}`, ...detailLines(d, practice, child)] : [decision];
};

/** What was filled in besides the reasons, under the words it was asked in. */
const detailLines = (d: Decided, practice: Practice, child: ChildDecision): readonly string[] => {
  const facts = listedFacts(d.facts);
  const known = permittedOutcomes(practice, d.facts);
  const { decision, what } = child.familyTold;
  return [
    ...child.outcomes.flatMap(({ code, fields }) =>
      given(known.find((outcome) => outcome.code === code)?.fields ?? [], fields),
    ),
    ...given(planFields(practice), child.plan),
    ...decidingAreas.flatMap((area) => given(fieldsWhenDeciding(practice, area, facts), child.further[area] ?? {})),
    decision === 'told'
      ? `The family is told: ${what}`
      : `The family is told nothing for now: ${withheldWords(practice, d, child.familyTold)}`,
  ];
};

const given = (fields: readonly Field[], answers: Readonly<Record<string, string>>): readonly string[] =>
  fields.flatMap((field) => {
    const answer = answers[field.name] ?? '';
    return answer === '' ? [] : [`${field.words}: ${answerWords(field, answer)}`];
  });

const answerWords = ({ kind, choices }: Field, answer: string): string => {
  if (kind === 'date' && isLocalDate(answer)) return formatDate(answer);
  if (kind === 'yesNo') return answer === 'yes' ? 'Yes' : 'No';
  return choices?.find(({ value }) => value === answer)?.words ?? answer;
};
