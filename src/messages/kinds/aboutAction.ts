/** An action of the plan to its owner (R-7, AC-1): when it becomes theirs or has another date, and before it is due. */
import { z } from 'zod';
import { assessed } from '../../discussion/matter/assessed.ts';
import { actionIn, isBlocked, isDone } from '../../discussion/state/agreedAction.ts';
import { formatDate } from '../../practice/time/calendar.ts';
import { answered } from '../../words/answerWords.ts';
import { asNews } from '../families.ts';
import type { Message, Reader, View } from '../kind.ts';
import { letter, maybe, text, toAll, yesNo } from '../letter.ts';

const shape = {
  heading: text,
  /** Null where it has another owner or date by now. */
  action: z
    .object({
      number: text,
      due: text,
      done: yesNo,
      /** What it is and why, which may say something of the child: left out where others might read it. */
      inFull: z
        .object({
          step: text,
          outcome: maybe,
          reason: maybe,
          asked: z.array(z.object({ question: text, answer: text })),
          changed: maybe,
          blocked: maybe,
        })
        .nullable(),
    })
    .nullable(),
};

const heading = { actionGiven: 'An action for you', actionDue: 'Your action is due soon' } as const;

const aboutTheirs = (kind: keyof typeof heading): Message => ({
  wanted: ({ d, notice }) => {
    const action = actionIn(d, notice);
    return action !== null && !isDone(action);
  },
  inWriting: false,
  saysHowToJoin: false,
  letter: toAll(
    letter('action', shape, (view, reader) => ({ heading: heading[kind], action: actionOf(view, reader) })),
  ),
  card: asNews,
  buttons: ['actionDone', 'openAction'],
  link: 'action',
  calendar: false,
  call: (view) => `that action ${actionIn(view.d, view.notice)?.number ?? ''} of the plan is theirs, and what it is`,
  watch: true,
  proof: kind === 'actionGiven' ? 'An action of the plan' : 'Reminder of an action',
});

const actionOf = ({ d, notice, practice }: View, { secure }: Reader) => {
  const action = actionIn(d, notice);
  if (action === null) return null;
  const { number, dueOn, step, outcome, reason, answers, changed, settled } = action;
  const whole = {
    step,
    outcome: orNull(outcome),
    reason: orNull(reason),
    asked: [...answered(assessed(d, practice).asked('action'), answers)],
    changed: orNull(changed?.reason ?? ''),
    blocked: isBlocked(action) ? orNull(settled?.note ?? '') : null,
  };
  return { number: String(number), due: formatDate(dueOn), done: isDone(action), inFull: secure ? whole : null };
};

const orNull = (said: string): string | null => (said === '' ? null : said);

export const actionGiven = aboutTheirs('actionGiven');
export const actionDue = aboutTheirs('actionDue');
