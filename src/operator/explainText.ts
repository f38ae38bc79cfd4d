/** An explanation as a document for a terminal. */
import { formatLondon } from '../practice/time/calendar.ts';
import type { Explanation } from '../practice/explain.ts';
import type { Instant } from '../practice/time/instant.ts';
import { rankWords, roleWords } from '../practice/language/roles.ts';
import type { RuleId } from '../practice/language/vocabulary.ts';
import { entry, section, sentence, wrap } from './layout.ts';
import { areaWords, deadlineWords, limitWords, momentWords, noticeWords, warningWords } from './words.ts';

type Cite = (...ids: readonly RuleId[]) => string;

/** `T-6: Section 9`; the document is named once, at the top, unless it is another. */
const citing =
  ({ sources }: Explanation, home: string): Cite =>
  (...ids) =>
    ids
      .map((id) => {
        const source = sources[id];
        if (source === undefined) return id;
        return source.document === home ? `${id}: ${source.heading}` : `${id}: ${source.document}, ${source.heading}`;
      })
      .join('; ');

const dueWords = (at: Instant | null): string => (at === null ? 'no figure: as soon as possible' : formatLondon(at));

const deadline = ({ timescale, sources }: Explanation, cite: Cite): readonly string[] => {
  const text = sources[timescale.governing]?.text ?? '';
  const further = [
    ...(timescale.adviseBy === null ? [] : [`Advice: not later than ${formatLondon(timescale.adviseBy)}.`]),
    ...(timescale.warnAt === null ? [] : [`Think again if it is later than ${formatLondon(timescale.warnAt)}.`]),
    ...timescale.warnings.map(warningWords),
  ];
  return [
    entry(`${dueWords(timescale.dueAt)}. ${text}`, cite(timescale.governing)),
    ...further.map((line) => wrap(line, '  ')),
  ];
};

const follows = ({ implied }: Explanation, cite: Cite): readonly string[] =>
  implied.map(({ words, fromWords, isSetAside, mayBeSetAside, rule }) => {
    const may = mayBeSetAside && !isSetAside ? ' A manager may set it aside with a reason.' : '';
    return entry(`${isSetAside ? 'Set aside: ' : ''}${words}: from ${fromWords.join('; ')}.${may}`, cite(rule));
  });

const limits = ({ timescale, sources }: Explanation, cite: Cite): readonly string[] =>
  timescale.each.map(({ rule, dueAt, otherwise }) => {
    const other = otherwise
      .map((each) => ` Read the other way (${each.choice}): ${formatLondon(each.dueAt)}.`)
      .join('');
    return entry(`${dueWords(dueAt)}. ${sources[rule]?.text ?? ''}${other}`, cite(rule));
  });

const meeting = (found: Explanation, cite: Cite): readonly string[] => {
  const { chair, seats, meetingType } = found;
  const ranks = chair.ranks === null ? 'any social care worker' : chair.ranks.map(rankWords).join(', ');
  return [
    ...section('Chair', [entry(`${ranks} (${meetingType} meeting). ${chair.words}`, cite(chair.rule))]),
    ...section(
      'Seats that must be filled',
      seats.map(({ words, rule, overridable }) =>
        entry(`${words}${overridable ? ' (the chair may override it with a reason)' : ''}`, cite(rule)),
      ),
    ),
    ...section(
      'Attendance and format',
      found.meetingRules.map(({ rule, words }) => entry(words, cite(rule))),
    ),
  ];
};

const invited = ({ invitees }: Explanation, cite: Cite): readonly string[] => {
  const at = (level: 'required' | 'consider') =>
    invitees.entries.filter((one) => one.level === level).map(({ words, rules }) => entry(words, cite(...rules)));
  return [
    ...section('Invite', at('required')),
    ...section('Consider inviting', at('consider')),
    ...section(
      'Not invited',
      invitees.notInvited.map((role) => `  ${roleWords(role)}`),
    ),
  ];
};

const decision = (found: Explanation, cite: Cite): readonly string[] => [
  ...section(
    'Outcomes',
    found.outcomes.map(({ words, rule, fields, refusal }) => {
      const needs = fields.length === 0 ? '' : ` Needs: ${sentence(fields.map((field) => field.words).join('; '))}`;
      const refused = refusal === null ? '' : ` Not here: ${refusal.words}`;
      return entry(`${words}.${needs}${refused}`, cite(...new Set([rule, refusal?.rule ?? rule])));
    }),
  ),
  ...section(
    'Rules on outcomes',
    found.outcomeRules.map(({ rule, words }) => entry(words, cite(rule))),
  ),
  ...section(
    'Plan of an enquiry',
    found.plan.map(({ words, rules }) => entry(words, cite(...rules))),
  ),
];

const later = (found: Explanation, cite: Cite): readonly string[] =>
  found.laterDeadlines.map(({ name, limit, from, dueAt, alternative, rule }) => {
    const when = dueAt === null ? limitWords(limit, from) : formatLondon(dueAt);
    const other = alternative === null ? '' : ` Read the other way: ${formatLondon(alternative)}.`;
    return entry(`${deadlineWords(name)}: ${when}.${other}`, cite(rule));
  });

const todo = (found: Explanation, cite: Cite): readonly string[] =>
  found.moments.flatMap(({ at, duties, notices }) =>
    section(momentWords(at), [
      ...duties.map(({ words, by, tasks, rule }) => {
        const who = by === null ? '' : ` (${roleWords(by)})`;
        return entry(`${words}${who}${tasks.length === 0 ? '' : ` ${tasks.join('; ')}.`}`, cite(rule));
      }),
      ...notices.map(({ words, to, how, rule }) => entry(`${noticeWords(to, how)} ${words}`, cite(rule))),
    ]),
  );

const asked = (found: Explanation, cite: Cite): readonly string[] =>
  found.asked
    .filter(({ area }) => area !== 'plan')
    .flatMap(({ area, fields }) =>
      section(
        `To be answered: ${areaWords(area)}`,
        fields.map(({ words, rules }) => entry(words, cite(...rules))),
      ),
    );

/** The whole explanation, for reading from top to bottom. `home` is the document of the standard itself. */
export function explainText(found: Explanation, home: string): string {
  const cite = citing(found, home);
  return [
    `${found.standard.title}, version ${found.standard.version}`,
    home,
    ...section('What follows from what was said', follows(found, cite)),
    ...section('Deadline for the discussion', deadline(found, cite)),
    ...section('Every limit that applies', limits(found, cite)),
    ...section(
      'Why a discussion is called for',
      found.triggers.map(({ words, rule }) => entry(words, cite(rule))),
    ),
    ...section(
      'To weigh',
      found.factors.map(({ words, hint, rules }) => entry(hint ? `${words}: ${hint}` : words, cite(...rules))),
    ),
    ...meeting(found, cite),
    ...invited(found, cite),
    ...section(
      'Agenda',
      found.agenda.map(({ words, rules, prompted }) =>
        entry(prompted ? `${words} (raised here)` : words, cite(...rules)),
      ),
    ),
    ...decision(found, cite),
    ...section('Later deadlines', later(found, cite)),
    ...todo(found, cite),
    ...asked(found, cite),
    ...section(
      'Where disagreement goes',
      found.escalations.map(({ words, rule }) => entry(words, cite(rule))),
    ),
    '',
  ].join('\n');
}
