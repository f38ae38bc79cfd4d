import { informationCard, readInformation } from '../../cards/information.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler, Press } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

const whose = (d: Discussion, { who }: Press, { conduct }: Edges) => ({
  d,
  practice: conduct.practiceOf(d),
  who: who.actor.personId,
});

export const openInformation: Handler = opens((d, press, edges) =>
  informationCard(whose(d, press, edges), edges.newId()),
);

export const sendInformation: Handler = (press, edges) =>
  readable(press, edges, async (d) => {
    const { reference, nonce } = readHeader(press);
    const theirs = whose(d, press, edges);
    const form = () => informationCard(theirs, nonce, asTyped(press.data));
    const read = readInformation(theirs, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    return submit(press, edges, {
      reference,
      command: { kind: 'shareInformation', ...read.value },
      done: 'Added to the record.',
      form,
    });
  });
