import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import { holderOf } from '../discussion/state/handover.ts';
import { handedParts } from '../discussion/state/handoverEvents.ts';
import { partTitle } from '../words/handoverWords.ts';
import { choice, choiceOf, plain, template, type Card, type Choice } from './bind.ts';
import { chosenFirst, withLists } from './choiceLists.ts';
import { email, inputsOf, oneOf, optional, required } from './form.ts';

const inputs = { part: plain, person: plain, name: plain, email: plain, reason: plain };
/** `seen`: how many handovers there had been when the form was opened. */
const header = { reference: plain, nonce: plain, seen: z.number() };
const bind = template('hand-over', z.object({ ...header, parts: z.array(choice), people: z.array(choice), ...inputs }));
const bindTakeOver = template('take-over', z.object({ ...header, chair: plain, reason: plain }));

type Opened = Readonly<z.input<z.ZodObject<typeof header>>>;
type Typed = Readonly<Record<string, string>>;

/** For whoever leads: each part with whoever has it now. `people` are those who could take one on. */
export const handOverCard = (d: Discussion, opened: Opened, people: readonly Choice[], typed: Typed = {}): Card =>
  withLists(
    'Anybody else: enter their name.',
    (shorten) =>
      bind({
        ...opened,
        parts: handedParts.map((part) => choiceOf(`${partTitle(part)}: ${holderOf(d, part).name}`, part)),
        people: shorten(chosenFirst(people, typed['person'])),
        ...{ part: '', person: '', name: '', email: '', reason: '' },
        ...inputsOf(inputs, typed),
      }),
    { input: 'person', list: 'handOver', reference: d.reference },
  );

/** For a manager who may chair it, and whom it may not concern otherwise: they read who chairs, and nothing else. */
export const takeOverCard = (d: Discussion, opened: Opened, typed: Typed = {}): Card =>
  bindTakeOver({ ...opened, chair: d.chair.name, reason: typed['reason'] ?? '' });

const reason = required('The reason', 500, 'Say why.');

export const handOverForm = z
  .object({
    part: oneOf(handedParts, 'Say what is handed over.'),
    person: optional('The person', 100),
    name: optional('The name', 100),
    email: email('The e-mail address'),
    reason,
  })
  .superRefine((form, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (form.person === '' && form.name === '') say('Choose a person from the list, or enter their name.');
    if (form.person !== '' && form.name !== '') say('Choose a person from the list or enter a name, not both.');
    if (form.name !== '' && form.email === null) say('Enter their work e-mail address.');
  });

export const takeOverForm = z.object({ reason });
