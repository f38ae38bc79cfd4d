/** Going through the agenda: the list, one item of it, and back to the list with the next one chosen. */
import { z } from 'zod';
import { agendaItemCard, agendaItemForm } from '../../cards/agendaItem.ts';
import { agendaItemsCard } from '../../cards/agendaItems.ts';
import { withConfirmation } from '../../cards/confirmation.ts';
import { readForm } from '../../cards/form.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { hasMet, type Discussion } from '../../discussion/state/discussion.ts';
import type { Practice } from '../../practice/practice.ts';
import { itemLines, type ItemLine } from '../../words/agendaWords.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, commandKey, readHeader } from '../press.ts';
import { readable } from './submitting.ts';

const carried = z.object({
  /** As it was chosen from the list, or on the form itself. */
  of: z.string().max(20).optional(),
  item: z.string().max(20).optional(),
  basedOn: z.int().optional(),
});

/** Only for those who may enter something, once there is a meeting to enter it of. */
const entering = (
  press: Press,
  edges: Edges,
  use: (d: Discussion, practice: Practice) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, (d) => {
    const command = 'enterAgendaItem';
    const refusal = forbidden(command, command, d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage === 'stoodDown') return refusedAnswer(d, { code: 'tooLate', command, stage: d.stage }, press, edges);
    if (!hasMet(d)) return refusedAnswer(d, { code: 'notInSession', command }, press, edges);
    return use(d, edges.conduct.practiceOf(d));
  });

const aboutItem = (
  press: Press,
  edges: Edges,
  use: (d: Discussion, line: ItemLine) => Promise<Answer> | Answer,
): Promise<Answer> =>
  entering(press, edges, (d, practice) => {
    const { of, item = of } = carriedBy(carried, press);
    const line = itemLines(d, practice).find((each) => each.item.id === item);
    if (line !== undefined) return use(d, line);
    return formAgain(() => agendaItemsCard(d, practice), refusalWords({ code: 'noSuchItem' }));
  });

export const openItems: Handler = (press, edges) =>
  entering(press, edges, (d, practice) => ({ card: agendaItemsCard(d, practice) }));

export const openItem: Handler = (press, edges) =>
  aboutItem(press, edges, (d, line) => ({ card: agendaItemCard(d, line, edges.newId()) }));

export const sendItem: Handler = (press, edges) =>
  aboutItem(press, edges, async (d, line) => {
    const { reference, nonce } = readHeader(press);
    const { basedOn = d.version } = carriedBy(carried, press);
    const form = () => agendaItemCard(d, line, nonce, asTyped(press.data));
    const read = readForm(agendaItemForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const command = { kind: 'enterAgendaItem', item: line.item.id, ...read.value, basedOn } as const;
    const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
    if (acted.result === 'refused') return formAgain(form, refusalWords(acted.refusal));
    const { discussion } = acted;
    const list = agendaItemsCard(discussion, edges.conduct.practiceOf(discussion));
    return { card: withConfirmation(list, `Item ${line.number} is entered.`) };
  });
