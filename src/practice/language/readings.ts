/**
 * Where a source is silent or contradicts itself, the catalogue takes a reading. Each is a named setting an authority
 * can switch; the default is the catalogue's. Never switchable: that families are not invited (S-1), that written
 * information fills no seat (S-4), and that no meeting is put off past its limit.
 */
import { isRuleId, type RuleId } from './vocabulary.ts';

interface ReadingData {
  readonly rule: RuleId;
  readonly question: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly usual: string;
}

export const readings = {
  emergencyActionLimit: {
    rule: 'T-4',
    question: 'After emergency action, which of the two figures in the Practice Standards holds?',
    choices: { hours24: '24 elapsed hours, always the earlier', workingDay1: 'one working day' },
    usual: 'hours24',
  },
  complexLimit: {
    rule: 'T-5',
    question: 'Does the 5-working-day limit for complex cases replace the general ceiling of 3?',
    choices: { replaces: 'yes, with a warning at 3 working days', keepsCeiling: 'no, the ceiling of 3 stays' },
    usual: 'replaces',
  },
  emergencyNeededLimit: {
    rule: 'T-9',
    question: 'What does "immediate" mean where emergency action may be needed?',
    choices: { sameDay: 'as soon as possible, at the latest the same day', noFigure: 'as soon as possible, no figure' },
    usual: 'sameDay',
  },
  sandwellComplexLimit: {
    rule: 'T-11',
    question: 'Sandwell section 9 says 1 working day for a complex case, section 4.2 "three days": which holds?',
    choices: {
      earlier: 'the earlier of 1 working day and 3 calendar days',
      section9: '1 working day',
      section4: '3 calendar days',
      section4WorkingDays: '3 working days',
    },
    usual: 'earlier',
  },
  chairRanks: {
    rule: 'CH-1',
    question:
      'The Practice Standards name a Team or Service Manager in one place, a Team Manager in another: who chairs?',
    choices: { either: 'either', teamManagerOnly: 'a Team Manager only' },
    usual: 'either',
  },
  baselineChair: {
    rule: 'CH-10',
    question: 'May whoever chairs also fill the social worker seat?',
    choices: { maySitToo: 'yes', chairsOnly: 'no, the chair is an extra person' },
    usual: 'maySitToo',
  },
  policeSeat: {
    rule: 'Q-2',
    question: 'May an officer who is not a Dedicated Decision Maker fill the police seat?',
    choices: { anyOfficer: 'yes, with a warning', ddmOnly: 'no' },
    usual: 'anyOfficer',
  },
  educationSeat: {
    rule: 'Q-5',
    question: 'Does the education seat stay for a child not yet born or under school age?',
    choices: { always: 'yes, though it may be overridden with a reason', notForTheVeryYoung: 'no' },
    usual: 'always',
  },
  ladoSteps: {
    rule: 'CH-8',
    question: 'Position of trust: is the referral form enough, or must it be discussed as well?',
    choices: { both: 'both', formOnly: 'the form is enough' },
    usual: 'both',
  },
  ladoInvited: {
    rule: 'I-25',
    question: 'Is the Local Authority Designated Officer invited, or only referred to and consulted?',
    choices: { invited: 'invited', consulted: 'only referred to and consulted' },
    usual: 'invited',
  },
  meetingRequired: {
    rule: 'M-4',
    question: 'Which circumstances need a meeting and not a telephone call alone?',
    choices: { complexOrRecentPlan: 'complex cases, and a child in need referral after a plan', none: 'none' },
    usual: 'complexOrRecentPlan',
  },
  outcomeExclusions: {
    rule: 'O-11',
    question: 'Are combinations of outcomes refused that no source forbids but that contradict each other?',
    choices: { enforced: 'yes', notEnforced: 'no' },
    usual: 'enforced',
  },
  childSeenFrom: {
    rule: 'V-1',
    question: 'From when do the 24 hours to see the child run?',
    choices: { s47Decision: 'the decision to start an enquiry', referral: 'the referral' },
    usual: 's47Decision',
  },
  s47Days: {
    rule: 'DL-1',
    question: 'Are the "15 days" and "5 days" of an enquiry calendar or working days?',
    choices: { calendarDays: 'calendar days, the earlier', workingDays: 'working days' },
    usual: 'calendarDays',
  },
  s47Results: {
    rule: 'GT-5',
    question:
      'The Practice Standards give two results of an enquiry, the leaflet for families three: which are recorded?',
    choices: { two: 'two', three: 'three, with no further involvement' },
    usual: 'two',
  },
  sandwellConferenceFrom: {
    rule: 'DL-3',
    question: 'Sandwell counts to the conference from the discussion that decided, or from the last one?',
    choices: { deciding: 'the one that decided', last: 'the last one' },
    usual: 'deciding',
  },
  assessmentDays: {
    rule: 'DL-7',
    question: 'Are the "45 days" of a Liverpool assessment calendar or working days?',
    choices: { calendarDays: 'calendar days, the earlier', workingDays: 'working days' },
    usual: 'calendarDays',
  },
  writtenNoticeDay: {
    rule: 'N-3',
    question: 'Is the "one day" for written confirmation in Liverpool a calendar or a working day?',
    choices: { calendarDay: 'a calendar day, the earlier', workingDay: 'a working day' },
    usual: 'calendarDay',
  },
  extensionCovers: {
    rule: 'DL-10',
    question: 'Which limits may the Head of Service extend?',
    choices: { threeMonths: 'the 3 months only', both: 'the 3 months and the 28 days' },
    usual: 'threeMonths',
  },
} as const satisfies Record<string, ReadingData>;

export type ReadingName = keyof typeof readings;
export const readingNames = Object.keys(readings) as readonly ReadingName[];
export type Readings = { readonly [K in ReadingName]: keyof (typeof readings)[K]['choices'] };

/** Every reading as the catalogue takes it, with an authority's own choices in their place. */
export const readingsWith = (chosen: Partial<Readings>): Readings => {
  const usual = Object.fromEntries(Object.entries(readings).map(([name, reading]) => [name, reading.usual]));
  return { ...usual, ...chosen } as Readings;
};

export type ReadingsChosen =
  | { readonly ok: true; readonly readings: Partial<Readings> }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Readings as an authority names them: the rule whose reading it is, and the choice (`DL-1: workingDays`). Each problem
 * is a sentence that says what may stand there.
 */
export const chooseReadings = (chosen: Readonly<Record<string, string>>): ReadingsChosen => {
  const read = Object.entries(chosen).map(([rule, choice]) => readingOf(rule, choice));
  const problems = read.flatMap((each) => ('problem' in each ? [each.problem] : []));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, readings: Object.assign({}, ...read) as Partial<Readings> };
};

/** The setting `READINGS`, such as `DL-1:workingDays, T-4:workingDay1`. Empty is no choice at all. */
export const readingsFrom = (setting: string): ReadingsChosen => {
  const parts = setting
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const pairs = parts.map((part) => part.split(':').map((half) => half.trim()));
  const problems = pairs.flatMap(([rule = '', choice = '', ...more], i) => {
    if (rule === '' || choice === '' || more.length > 0) {
      return [`“${parts[i]}” is no reading: write the rule, a colon and the choice, such as DL-1:workingDays.`];
    }
    return pairs.slice(0, i).some(([other]) => other === rule) ? [`${rule} is given twice.`] : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  return chooseReadings(Object.fromEntries(pairs as [string, string][]));
};

const readingOf = (rule: string, choice: string): Partial<Readings> | { readonly problem: string } => {
  const found = readingNames.find((name) => readings[name].rule === rule);
  if (!isRuleId(rule) || found === undefined) {
    const known = readingNames.map((name) => readings[name].rule).join(', ');
    return { problem: `${rule} has no second reading. These have: ${known}.` };
  }
  const choices = Object.keys(readings[found].choices);
  if (!choices.includes(choice))
    return { problem: `${rule}: ${choice} is no reading of it. Choose ${choices.join(' or ')}.` };
  return { [found]: choice };
};

interface UnderReading {
  readonly reading: ReadingName;
  readonly is: string;
}

/** Whether something that may hang on a reading applies; without a condition it always does. */
export const appliesUnder = (chosen: Readings, under: UnderReading | undefined): boolean =>
  under === undefined || chosen[under.reading] === under.is;
