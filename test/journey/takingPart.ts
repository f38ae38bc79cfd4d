/** What people do once a discussion is convened: they arrive, and the chair opens the decision form. */
import type { Council, Message, Shown } from './council.ts';

/** The newest agenda card, as everybody in the channel sees it unless somebody taking part is named. */
export const agendaOf = (council: Council, person = 'nadia-hussain'): Promise<Message> =>
  council.as(person).card('channel', 'Who must be there');

/** Each says they are here, from the agenda card in the channel. */
export const arrive = async (council: Council, people: readonly string[], authority = 'yes'): Promise<void> => {
  for (const person of people) {
    const who = council.as(person);
    const form = await who.press(await agendaOf(council), 'I am here');
    await who.press(form, 'Record that I am here', { mode: 'teams', authority });
  }
};

export const everybodyNeeded = ['priya-shah', 'ellie-vaughan', 'grace-mensah', 'tom-reyes'];

/** The first page of the decision form, as the chair sees it. */
export const openDecision = async (council: Council, chair = 'priya-shah'): Promise<Shown> => {
  const who = council.as(chair);
  await who.press(await agendaOf(council), 'Open the decision form');
  return who.press(await who.card('channel', 'Decision on'), 'Open the decision form');
};

export const firstPageOfDecision = {
  s47: 'yes',
  reasons: 'Two unexplained injuries in a week.',
  outcomes: 's47Joint',
  family: 'told',
  familyWhat: 'The social worker visits today and explains.',
} as const;
