/** The convene form filled in by a manager, page by page; a story overrides only what it is about. */
import type { Council, Message, Shown } from './council.ts';
import { pastParticulars, toLastLook } from './formFilling.ts';

export interface Convening {
  readonly reference: string;
  readonly shown: Shown;
  /** The last page before convening: when, where, and who will be told how. */
  readonly lastLook: Shown;
}

const referenceIn = (text: string): string => /SD-[A-Z0-9]{6}/.exec(text)?.[0] ?? '';

export const conveneInChannel = async (
  council: Council,
  over: {
    readonly child?: Record<string, string>;
    readonly referral?: Record<string, string>;
    readonly concern?: Record<string, string>;
    readonly particulars?: Record<string, string>;
    readonly people?: Record<string, string>;
    readonly meeting?: Record<string, string>;
    readonly manager?: string;
    /** The message that offers the form, where it was asked for already. */
    readonly announced?: Message;
  } = {},
): Promise<Convening> => {
  const manager = council.as(over.manager ?? 'priya-shah');
  if (over.announced === undefined) await manager.say('channel', '/strategy', { mention: true });
  const announced = over.announced ?? (await manager.card('channel', 'New strategy discussion'));
  let form = await manager.press(announced, 'Open the form');
  form = await manager.press(form, 'Continue', {
    name: 'Jo Sample',
    initials: 'J.S.',
    birthKind: 'born',
    birthDate: '2019-03-01',
    ...over.child,
    receivedDate: '2026-09-15',
    receivedTime: '09:00',
    referrerName: 'Carol Tench',
    standing: 'professional',
    referrerAgency: 'Little Acorns Nursery',
    referrerEmail: 'carol@littleacorns.example',
    ...over.referral,
  });
  form = await manager.press(form, 'Continue', { concern: 'Unexplained marks on both arms', ...over.concern });
  form = await pastParticulars(manager, form, over.particulars);
  const lastLook = await toLastLook(manager, form, over.people);
  form = await manager.press(lastLook, 'Convene', {
    date: '2026-09-15',
    time: '14:00',
    format: 'meeting',
    where: 'Room 4, Civic Centre',
    ...over.meeting,
  });
  return { reference: referenceIn(form.text), shown: form, lastLook };
};
