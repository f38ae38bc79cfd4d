/** An enquiry through its gate, in the words of the field: reported, checked and signed, and its result recorded. */
import { cast } from './cast.ts';
import type { Shown } from './hand.ts';
import { questionsOn, type Answers } from './screen.ts';
import type { Story } from './story.ts';

export const found = 'As found on the visits.';

/** How the child was seen, as the Practice Standards ask it. */
export const seen = {
  seenDate: '2026-11-24',
  seenTime: '17:00',
  'Was the child seen alone?': 'Yes',
  'Does a parent know and agree?': 'Yes',
};

/** Everything the report asks, as it should be; what is filled in already stays. */
export const complete = (form: Shown): Answers =>
  Object.fromEntries(
    questionsOn(form.card).map(({ id, type, choices, value }) => {
      const usual = type === 'Input.Date' ? '2026-12-08' : (choices[0]?.value ?? found);
      return [id, value === '' ? usual : value];
    }),
  );

export const openReport = (story: Story): Promise<Shown> =>
  story.as('socialWorker').press('Report on the enquiry', { saying: [`Strategy discussion ${story.reference}`] });

export const report = async (story: Story): Promise<Shown> => {
  const form = await openReport(story);
  return form.done('Send for checking', complete(form));
};

export const sign = async (story: Story): Promise<Shown> => {
  const check = await (await story.chair.news('An enquiry is to be checked')).press('Check the enquiry');
  return check.done('Send', { as: 'I have checked it, and sign it', decider: cast.headOfService });
};

/** From the report to the result, by its value. */
export const throughGate = async (story: Story, result: string): Promise<Shown> => {
  await report(story);
  await sign(story);
  const asked = await story.as('headOfService').news('You are asked for the result of an enquiry');
  return (await asked.press('Record the result')).done('Send', { result, reason: 'Weighed.' });
};
