/** One action in full, with what whoever opened it can do about it: say what came of it, hand it on, change its date. */
import { z } from 'zod';
import { may, type Deed } from '../discussion/commands/authority.ts';
import { capacitiesOf } from '../discussion/commands/capacity.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { isDone, type AgreedAction } from '../discussion/state/agreedAction.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Actor } from '../discussion/state/people.ts';
import type { Practice } from '../practice/practice.ts';
import type { Instant } from '../practice/time/instant.ts';
import { standingWords } from '../words/actionWords.ts';
import { answered } from '../words/answerWords.ts';
import { colourOf } from './actions.ts';
import { inPart, plain, said, template, type Card } from './bind.ts';
import { oneOf, optional } from './form.ts';

/** A button that is there, once. */
const offered = z.array(z.literal(true)).max(1);
const bind = template(
  'action',
  z.object({
    reference: plain,
    nonce: plain,
    /** The message it was opened from; blank where it was not. */
    notice: plain,
    number: plain,
    step: said,
    standing: said,
    colour: plain,
    facts: z.array(z.object({ title: said, value: said })),
    /** What is typed beside saying what came of it; none where its reader does not. */
    settling: z.array(plain),
    handingOn: offered,
    dating: offered,
    /** To all actions. */
    others: offered,
  }),
);

/** What every card about one action is given. */
export interface AboutAction {
  readonly d: Discussion;
  readonly action: AgreedAction;
  readonly notice: string;
  readonly nonce: string;
}

export const actionCard = (
  { d, action, notice, nonce }: AboutAction,
  { actor, practice, now }: { readonly actor: Actor; readonly practice: Practice; readonly now: Instant },
  { note = '' }: Readonly<Record<string, string>> = {},
): Card => {
  const held = capacitiesOf(d, actor, { action: action.number });
  const mayRead = may('read', held);
  const mayStill = (deed: Deed): boolean => !isDone(action) && may(deed, held);
  return bind({
    reference: d.reference,
    nonce,
    notice,
    number: String(action.number),
    step: action.step,
    standing: standingWords(action, now),
    colour: colourOf(action, now),
    facts: factsOf(d, action, practice),
    // What was written stays, also where it is settled by now.
    settling: mayStill('settleAction') || note !== '' ? [note] : [],
    // Whoever hands it on sees whom the discussion knows, so they have a part in it themselves.
    handingOn: once(mayRead && mayStill('handOnAction')),
    dating: once(mayStill('moveAction')),
    others: once(mayRead),
  });
};

/** The longest of each text that is shown; the record keeps all of it. */
const longest = 500;

const factsOf = (d: Discussion, action: AgreedAction, practice: Practice) =>
  [
    { title: 'Who', value: `${action.owner.name}, ${action.owner.agency}` },
    { title: 'About', value: action.childIds.map((id) => `child ${id}`).join(', ') },
    { title: 'To achieve', value: action.outcome },
    { title: 'Why', value: action.reason },
    ...answered(assessed(d, practice).asked('action'), action.answers).map(({ question, answer }) => ({
      title: question,
      value: answer,
    })),
    {
      title: 'Before',
      value: action.formerOwners
        .map(({ name }) => name)
        .slice(-5)
        .join(', '),
    },
    { title: 'Changed because', value: action.changed?.reason ?? '' },
  ]
    .filter(({ value }) => value !== '')
    .map(({ title, value }) => ({ title, value: inPart(value, longest) }));

const once = (isOffered: boolean): readonly true[] => (isOffered ? [true] : []);

export const settlingForm = z.object({
  as: oneOf(['done', 'blocked'], 'Say whether it is done, or blocked.'),
  note: optional('What you have to add', 1000),
});
