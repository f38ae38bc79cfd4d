/** From the decision to the end of a story: seen, agreed, reported, checked, decided, held, closed. */
import type { Role } from './cast.ts';
import type { Shown } from './hand.ts';
import { questionsOn, type Answers } from './screen.ts';
import type { Story } from './story.ts';

const about = ({ reference }: Story) => ({ saying: [`Strategy discussion ${reference}`] });

/** A button on the cards of this discussion. */
export const press = (story: Story, title: string, by: Role): Promise<Shown> => story.as(by).press(title, about(story));

export const seenAlone = (date: string, time: string): Answers => ({
  seenDate: date,
  seenTime: time,
  'Was the child seen alone?': 'Yes',
  'Does a parent know and agree?': 'Yes',
});

export const agree = async (story: Story, by: Role, action: Answers): Promise<Shown> => {
  const form = await (await press(story, 'Actions', by)).press('Add an action');
  return form.done('Add this action', action);
};

export const settle = async (story: Story, by: Role, number: number): Promise<Shown> => {
  const action = await (await press(story, 'Actions', by)).press(`Open action ${number}`);
  return action.done('It is done');
};

/** Everything a form asks, as it should be. */
const complete = (form: Shown, date: string): Answers =>
  Object.fromEntries(
    questionsOn(form.card).map(({ id, type, choices, value }) => [
      id,
      type === 'Input.Date' ? date : (choices[0]?.value ?? (value === '' ? 'As found on the visits.' : value)),
    ]),
  );

/** The enquiry is reported, checked and signed, and its result recorded: three people (GT-5, GT-6). */
export const throughGate = async (
  story: Story,
  {
    by,
    checks,
    result,
    nextVisit,
  }: { readonly by: Role; readonly checks: Role; readonly result: string; readonly nextVisit: string },
): Promise<Shown> => {
  const form = await press(story, 'Report on the enquiry', by);
  await form.done('Send for checking', complete(form, nextVisit));
  const check = await (await story.as(checks).news('An enquiry is to be checked')).press('Check the enquiry');
  await check.done('Send', { as: 'sign', decider: 'asha-lindley' });
  const ask = await story.as('headOfService').news('You are asked for the result of an enquiry');
  return (await ask.press('Record the result')).done('Send', { result, reason: 'All of it was weighed.' });
};

export const conference = async (story: Story, by: Role, answers: Answers): Promise<Shown> =>
  (await press(story, 'Conference', by)).done('Record it', answers);

export const close = async (story: Story, by: Role): Promise<Shown> =>
  (await press(story, 'Close', by)).done('Close it');

/** Everything about this discussion that one person was sent, or is shown without pressing anything. */
export const seenBy = async (story: Story, role: Role): Promise<string> => {
  const channel = await story
    .as(role)
    .sees(about(story))
    .catch(() => []);
  const letters = await story.letters(role);
  return [...channel, ...letters].map(({ text }) => text).join('\n');
};
