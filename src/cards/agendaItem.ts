/** One item of the agenda: what was said under it, or why it does not apply. */
import { z } from 'zod';
import { entryKinds } from '../discussion/state/agendaEntry.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { entryWords, type ItemLine } from '../words/agendaWords.ts';
import { citedRule } from '../words/ruleWords.ts';
import { answersInPart } from './agendaItems.ts';
import { plain, said, template, type Card } from './bind.ts';
import { inputsOf, oneOf, required } from './form.ts';

const inputs = { as: plain, text: plain };
const bind = template(
  'agenda-item',
  z.object({
    reference: plain,
    nonce: plain,
    item: plain,
    basedOn: z.number(),
    heading: said,
    notes: z.array(said),
    ...inputs,
  }),
);

/** `d` is as it is shown: whoever enters something else than what somebody entered since is told. */
export const agendaItemCard = (
  d: Discussion,
  { item, number, entry }: ItemLine,
  nonce: string,
  typed: Readonly<Record<string, string>> = {},
): Card =>
  bind({
    reference: d.reference,
    nonce,
    item: item.id,
    basedOn: d.version,
    heading: `${number}. ${citedRule({ words: item.words, rule: item.id })}`,
    notes: [
      ...(item.prompted ? ['What is known of this case makes it more than routine.'] : []),
      ...(item.answered ? ['What is recorded already deals with it. Anything more can be added here.'] : []),
      ...answersInPart(d, item, 1000),
      ...(entry === null ? [] : [`Entered last: ${entryWords(d, { ...entry, text: '…' })}`]),
    ],
    as: entry?.as ?? 'discussed',
    text: entry?.text ?? '',
    ...inputsOf(inputs, typed),
  });

export const agendaItemForm = z.object({
  as: oneOf(entryKinds, 'Say whether the item applies.'),
  text: required('The entry', 2000, 'Say what was agreed, or why it does not apply.'),
});
