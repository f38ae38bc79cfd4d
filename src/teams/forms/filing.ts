/** The record is put into the child’s file, by whoever leads or a records officer; the chair signs that off. */
import { filingCard, filingForm } from '../../cards/filing.ts';
import { readForm } from '../../cards/form.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

const where = (press: Press, edges: Edges, use: (d: Decided) => Promise<Answer> | Answer): Promise<Answer> =>
  readable(
    press,
    edges,
    (d) => {
      const refusal = forbidden('recordFiling', 'recordFiling', d, press.who.actor);
      if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
      return d.stage === 'decided' ? use(d) : refusedAnswer(d, { code: 'notDecidedYet' }, press, edges);
    },
    // Whoever files takes no part; anybody else hears why not in the discussion that is theirs.
    press.who.person.offices.includes('recordsOfficer') ? 'recordFiling' : 'read',
  );

export const openFiling: Handler = (press, edges) =>
  where(press, edges, (d) => ({ card: filingCard(d, edges.newId()) }));

export const sendFiling: Handler = (press, edges) =>
  where(press, edges, (d) => {
    const { reference, nonce } = readHeader(press);
    const form = () => filingCard(d, nonce, asTyped(press.data));
    const read = readForm(filingForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { step, where: place } = read.value;
    const command =
      step === 'signedOff'
        ? ({ kind: 'signOffFiling', where: place } as const)
        : ({ kind: 'recordFiling', step, where: place } as const);
    // A records officer is known to have this form, and so hears why it is not theirs to sign off.
    const refusal = forbidden(command.kind, command.kind, d, press.who.actor);
    if (refusal !== null) return formAgain(form, refusalWords(refusal));
    return submit(press, edges, { reference, command, done: 'It is recorded.', form });
  });
