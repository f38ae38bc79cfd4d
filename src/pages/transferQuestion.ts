/** What somebody of the home authority is asked (H-3): whether it takes responsibility, in their words. For whom stays unsaid. */
import { acceptanceForm } from '../cards/transferAnswer.ts';
import { transferAbout } from '../discussion/state/transfer.ts';
import { radios, textArea } from './fields.ts';
import { html } from './html.ts';
import { facts, problemsOf, type Question } from './question.ts';

export const transfer: Question = {
  title: 'Does your authority take on responsibility?',
  button: 'Send our answer',
  fields: ({ discussion }, field) =>
    html`${facts([
        ['Reference', discussion.reference],
        ['Asked by', discussion.authority],
      ])}
      <p>
        This is about the child of the letter you came from. Your answer counts as written by you for your authority.
      </p>
      ${radios({ ...field('answer'), label: 'What is the answer of your authority?' }, [
        { value: 'accepts', words: 'We accept responsibility' },
        { value: 'refuses', words: 'We do not accept responsibility' },
      ])}
      ${textArea({ ...field('words'), label: 'Your answer in your own words', hint: 'Say from when, and who carries the case from then on. If you do not accept, say why. It goes into the record of the discussion.' })}`,
  read: (typed, { discussion, notice }) => {
    const parsed = acceptanceForm.safeParse(typed);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, 'answer') };
    const { answer, words } = parsed.data;
    // Without one any more, whoever answers hears that somebody else has been asked.
    const number = transferAbout(discussion, notice)?.number ?? 0;
    const accepts = answer === 'accepts';
    return {
      ok: true,
      command: { kind: 'answerTransfer', transfer: number, accepts, words },
      thanks: accepts
        ? 'It is recorded that your authority accepts responsibility'
        : 'It is recorded that your authority does not accept responsibility',
    };
  },
};
