/**
 * What letters to the referrer have in common (N-1, N-4, N-6): a professional is told the outcome and nothing about
 * anybody else, a relative or member of the public that it has been looked into.
 */
import type { Discussion } from '../discussion/state/discussion.ts';
import { letter, text } from './letter.ts';
import type { LetterOf, View } from './kind.ts';

/** N-6: a relative or member of the public gets no detail of the case, so no outcome to disagree with either. */
export const isToldNoOutcome = ({ referral }: Discussion): boolean => referral.referrer.standing !== 'professional';

/**
 * A shared mailbox: colleagues who read it must not learn that somebody made a referral, nor what came of it. It asks
 * them to telephone whoever `whom` names, and there is nothing else to do about it.
 */
export const telephoneUs = (whom: (view: View) => string): LetterOf =>
  letter(
    'telephone-us',
    { whom: text, convenor: text, authority: text },
    (view) => ({ whom: whom(view), convenor: view.d.convenor.name, authority: view.d.authority }),
    { buttons: [], link: false },
  );
