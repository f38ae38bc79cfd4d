/** The pages of the convene form, as a manager fills them in; a story says only what it is about. */
import { london, later, onTheWall } from './clock.ts';
import { cast, type Role } from './cast.ts';
import type { Hand, Shown } from './hand.ts';
import { questionsOn, type Answers } from './screen.ts';

export interface Convening {
  /** One page each; the last is followed by the next page. */
  readonly children?: readonly Answers[];
  readonly referral?: Answers;
  readonly concern?: Answers;
  /** What follows from the concern; the page must be there where anything is said. */
  readonly particulars?: Answers;
  /** Who takes which seat, by the seat: `{ police: 'constable' }`. The police decision maker unless it says otherwise. */
  readonly seats?: Readonly<Record<string, Role>>;
  /** From the directory, besides. */
  readonly others?: readonly Role[];
  readonly people?: Answers;
  /** When they meet, by the clock on the wall; without it in four hours. */
  readonly meetsAt?: string;
  readonly meeting?: Answers;
}

const usualChild: Answers = { name: 'Jo Sample', initials: 'J.S.', birthKind: 'born', birthDate: '2019-03-01' };
const usualConcern: Answers = { concern: 'Unexplained marks on both arms' };

const usualReferral = (now: Date): Answers => {
  const { date, time } = onTheWall(new Date(now.getTime() - 3_600_000));
  return {
    receivedDate: date,
    receivedTime: time,
    referrerName: 'Carol Tench',
    standing: 'professional',
    referrerAgency: 'Little Acorns Nursery',
    referrerEmail: 'carol@littleacorns.example',
  };
};

const childPages = async (first: Shown, children: readonly Answers[], referral: Answers): Promise<Shown> => {
  let page = first;
  for (const [i, child] of children.entries()) {
    const more = i < children.length - 1;
    if (more) page = await page.press('Add another child', { ...usualChild, ...child });
    else page = await page.press('Continue', { ...usualChild, ...child, ...referral });
  }
  return page;
};

/** The form, page by page, up to what the concern is. */
export const fillToConcern = async (manager: Hand, now: Date, told: Convening): Promise<Shown> => {
  await manager.say('channel', '/strategy');
  const first = await manager.press('Open the form', { saying: ['New strategy discussion'] });
  return childPages(first, told.children ?? [usualChild], { ...usualReferral(now), ...told.referral });
};

/** And up to the people: the page says whom the procedure wants there. */
export const fillToPeople = async (manager: Hand, now: Date, told: Convening): Promise<Shown> =>
  fromConcernToPeople(await fillToConcern(manager, now, told), {
    ...told,
    concern: { ...usualConcern, ...told.concern },
  });

/** The form about the discussion that follows another, with what it brings along. */
export const fillNextToPeople = async (manager: Hand, reference: string, told: Convening): Promise<Shown> => {
  const referral = await manager.press('Convene the next discussion', { saying: [`Strategy discussion ${reference}`] });
  return fromConcernToPeople(await referral.press('Continue', told.referral ?? {}), told);
};

/** What is ticked, by its kind as the standard has it, in words or by name: under the heading where the page lists it. */
const underHeadings = (
  page: Shown,
  { concerns = [], circumstances = [], complexReasons = [], ...rest }: Answers,
): Answers => {
  const ticks = questionsOn(page.card)
    .filter(({ isMultiSelect }) => isMultiSelect)
    .flatMap(({ id, choices }) =>
      choices.map(({ title, value }) => ({ id, value, words: title.replace(/ \([^()]*\)$/, '') })),
    );
  const found = [concerns, circumstances, complexReasons].flat().map((fact) => {
    const tick = ticks.find(({ value, words }) => value === fact || words === fact);
    return tick ?? { id: fact, value: fact };
  });
  const byHeading = Map.groupBy(found, ({ id }) => id);
  return { ...rest, ...Object.fromEntries([...byHeading].map(([id, all]) => [id, all.map(({ value }) => value)])) };
};

const fromConcernToPeople = async (
  concern: Shown,
  told: Pick<Convening, 'concern' | 'particulars'>,
): Promise<Shown> => {
  const page = await concern.press('Continue', underHeadings(concern, told.concern ?? {}));
  const last = await pastParticulars(page, told.particulars);
  return isLastLook(last) ? last.press('Change who takes part') : last;
};

const isLastLook = ({ text }: Shown): boolean => text.includes('Check before you convene');

/** The page is passed over where nothing on it has to be entered; whoever has something to say goes there. */
const pastParticulars = async (page: Shown, told: Answers | undefined): Promise<Shown> => {
  if (isLastLook(page) && told !== undefined) {
    return (await page.press('Change what follows from it')).press('Continue', told);
  }
  return told !== undefined || page.text.includes('Step 2 of 3, continued\nWhat follows from it')
    ? page.press('Continue', told ?? {})
    : page;
};

/** From the people to the last page, which is not sent yet. */
export const choosePeople = async (people: Shown, told: Convening): Promise<Shown> => {
  const seats = Object.entries({ police: 'police' as const, ...told.seats }).map(
    ([seat, role]) => [`seat.${seat}`, cast[role]] as const,
  );
  return people.press('Continue', {
    ...Object.fromEntries(seats),
    ...(told.others === undefined ? {} : { others: told.others.map((role) => cast[role]) }),
    ...told.people,
  });
};

export const meetingAnswers = (now: Date, told: Convening): Answers => {
  const { date, time } = onTheWall(told.meetsAt === undefined ? later(now, 'PT4H') : london(told.meetsAt));
  return { date, time, format: 'meeting', where: 'Room 4, Civic Centre', ...told.meeting };
};
