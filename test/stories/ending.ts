/** From the decision to the end of a story: agreed, held, closed, and what each person saw of it. The gate is in gate.ts. */
import type { Role } from './cast.ts';
import type { Shown } from './hand.ts';
import type { Answers } from './screen.ts';
import type { Story } from './story.ts';

const about = ({ reference }: Story) => ({ saying: [`Strategy discussion ${reference}`] });

/** A button on the cards of this discussion. */
export const press = (story: Story, title: string, by: Role): Promise<Shown> => story.as(by).press(title, about(story));

export const agree = async (story: Story, by: Role, action: Answers): Promise<Shown> => {
  const form = await (await press(story, 'Actions', by)).press('Add an action');
  return form.done('Add this action', action);
};

export const settle = async (story: Story, by: Role, number: number): Promise<Shown> => {
  const action = await (await press(story, 'Actions', by)).press(`Open action ${number}`);
  return action.done('It is done');
};

export const conference = async (story: Story, by: Role, answers: Answers): Promise<Shown> =>
  (await press(story, 'Conference', by)).done('Record it', answers);

/** How the enquiry ended, where there is no gate. */
export const endEnquiry = async (story: Story, by: Role, answers: Answers): Promise<Shown> =>
  (await press(story, 'How the enquiry ended', by)).done('Record it', answers);

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
