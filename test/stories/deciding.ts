/** The decision form, page by page, as a chair fills it in; a story says only what it is about. */
import type { Hand, Shown } from './hand.ts';
import { questionsOn, type Answers } from './screen.ts';

/** What is decided for one child: the first page, and then whatever the standard asks. */
interface ChildDecided {
  readonly s47?: 'yes' | 'no';
  readonly outcomes?: readonly string[];
  readonly answers?: Answers;
  readonly details?: Answers;
}
export interface Deciding extends ChildDecided {
  /** Where there are several children, what is decided for each, in their order. */
  readonly children?: readonly ChildDecided[];
  /** On the page that checks it all: reasons to go on without a seat. */
  readonly check?: Answers;
  /** When the meeting ended, by the clock on the wall (`2026-11-24T15:00`); straight after it, the form says so itself. */
  readonly endedAt?: string;
}

const words = 'As agreed at the meeting.';

const firstPage = ({ s47 = 'yes', outcomes = ['s47Joint'], answers = {} }: ChildDecided): Answers => ({
  s47,
  outcomes,
  reasons: 'Two unexplained injuries in a week.',
  family: 'told',
  familyWhat: 'The social worker visits today and explains.',
  ...answers,
});

/** Something for every question in words, except where it need not apply; and that the family knows (F-4). */
const usualDetails = (page: Shown): Answers => ({
  'further.familyConcern.concernTold': 'yes',
  ...Object.fromEntries(
    questionsOn(page.card)
      .filter(({ type, label }) => type === 'Input.Text' && !label.endsWith('(if it applies)'))
      .map(({ id }) => [id, words]),
  ),
});

/** The answers on the last page. */
export const lastAnswers = ({ check = {}, endedAt }: Deciding): Answers =>
  endedAt === undefined ? check : { ...check, endedDate: endedAt.slice(0, 10), endedTime: endedAt.slice(11) };

/** The form up to its last page, where it waits to be recorded. */
export const fillDecision = async (chair: Hand, reference: string, told: Deciding): Promise<Shown> => {
  await chair.done('Open the decision form', { saying: [`Strategy discussion ${reference}`] });
  const first = await chair.press('Open the decision form', { saying: [`Decision on ${reference}`] });
  return fillChildren(first, told.children ?? [told]);
};

/** From the first page of a child to the page after the last of them. */
export const fillChildren = async (first: Shown, children: readonly ChildDecided[]): Promise<Shown> => {
  let page = first;
  for (const child of children) {
    page = await page.press('Continue', firstPage(child));
    page = await page.press('Continue', child.details ?? {}, usualDetails(page));
  }
  return page;
};
