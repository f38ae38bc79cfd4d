/** The record, signed by the chair and authorised by whoever is asked, in the words of the field. */
import type { Role } from './cast.ts';
import type { Shown } from './hand.ts';
import { questionsOn, type Answers } from './screen.ts';
import type { Story } from './story.ts';

export const added = 'As weighed in the meeting.';

/** What the form asks and nobody has entered: in words, yes, and the first who may authorise it. */
export const inFull = (form: Shown): Answers =>
  Object.fromEntries(
    questionsOn(form.card)
      .filter(({ value }) => value === '')
      .map(({ id, choices }) => [id, choices[0]?.value ?? added]),
  );

export const openRecord = (story: Story, by: Role): Promise<Shown> =>
  story.as(by).press('Read and sign the record', { saying: [`Strategy discussion ${story.reference}`] });

export const signRecord = async (story: Story, by: Role, answers: Answers = {}): Promise<Shown> => {
  const form = await openRecord(story, by);
  return form.done('Sign the record', { ...inFull(form), ...answers });
};

/** Into the child’s file, as whoever leads says. */
export const fileRecord = async (story: Story, by: Role): Promise<Shown> => {
  const form = await story.as(by).press('File the record', { saying: [`Strategy discussion ${story.reference}`] });
  return form.done('Record it', { step: 'filed', where: 'Case system' });
};

export const authoriseRecord = async (story: Story, by: Role): Promise<Shown> => {
  const asked = await story.as(by).news('You are asked to authorise a record');
  return (await asked.press('Read and authorise the record')).done('Send', { as: 'authorise' });
};
