import { readForm } from '../../cards/form.ts';
import { informationCard, informationForm } from '../../cards/information.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';
import { opens, readable, submit } from './submitting.ts';

export const openInformation: Handler = opens((d, _press, edges) => informationCard(d.reference, edges.newId()));

export const sendInformation: Handler = (press, edges) =>
  readable(press, edges, async () => {
    const { reference, nonce } = readHeader(press);
    const form = () => informationCard(reference, nonce, asTyped(press.data).text);
    const read = readForm(informationForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    return submit(press, edges, {
      reference,
      command: { kind: 'shareInformation', text: read.value.text },
      done: 'Added to the record.',
      form,
    });
  });
