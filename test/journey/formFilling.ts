/** Filling in forms wrongly, and looking whether anything was changed or lost by it. */
import { expect } from 'vitest';
import type { Council, Person, Shown } from './council.ts';
import { recordOf } from './record.ts';

export type Inputs = Readonly<Record<string, string>>;

export const child: Inputs = { name: 'Jo Sample', initials: 'J.S.', birthKind: 'born', birthDate: '2019-03-01' };
export const referral: Inputs = {
  receivedDate: '2026-09-15',
  receivedTime: '09:00',
  referrerName: 'Carol Tench',
  standing: 'professional',
  referrerAgency: 'Little Acorns Nursery',
  referrerEmail: 'carol@littleacorns.example',
};
export const concern: Inputs = { concern: 'Unexplained marks on both arms' };
export const meeting: Inputs = { date: '2026-09-15', time: '14:00', format: 'meeting', where: 'Room 4, Civic Centre' };
export const long = (length: number): string => 'x'.repeat(length);

/** From whichever page comes after that to the people, who are not chosen yet. */
export const toPeople = (person: Person, form: Shown): Promise<Shown> | Shown =>
  isLastLook(form) ? person.press(form, 'Change who takes part') : form;

/** From the people, or from whichever page comes of itself, to the last look. */
export const toLastLook = async (person: Person, form: Shown, people?: Inputs): Promise<Shown> => {
  if (people === undefined && isLastLook(form)) return form;
  return person.press(await toPeople(person, form), 'Continue', people);
};

/** The page after the concern, which comes only where something has to be said: as it came, but for these answers. */
export const pastParticulars = async (person: Person, form: Shown, answers: Inputs = {}): Promise<Shown> =>
  isLastLook(form) || !form.text.includes('What follows from it') ? form : person.press(form, 'Continue', answers);

const isLastLook = ({ text }: Shown): boolean => text.includes('Check before you convene');

/** What only a command may change: what has happened, what is owed, and the half-filled form. */
export const unchanging = async (council: Council, reference: string): Promise<object> => {
  const { commits, notices, form } = await recordOf(council, reference);
  return { commits, owed: notices.map((n) => n.notice), form };
};

/** Presses a button with these inputs, which must change neither the form nor the record. */
export const refusedFor =
  (council: Council, person: string) =>
  async (reference: string, on: Shown, button: string, inputs: Inputs): Promise<Shown> => {
    const before = await unchanging(council, reference);
    const shown = await council.as(person).press(on, button, inputs);
    expect(await unchanging(council, reference)).toEqual(before);
    return shown;
  };

/** What was typed is still in the form. */
export const expectKept = (shown: Shown, inputs: Inputs): void => {
  const json = JSON.stringify(shown.card);
  for (const [id, value] of Object.entries(inputs)) {
    if (value !== '') expect(json, `${id} is still there`).toContain(JSON.stringify(value));
  }
};
