/** What each kind of link asks, and how an answer becomes a command. Shows the reference and time of the meeting only. */
import { z } from 'zod';
import { optional, oneOf, required, typedText } from '../cards/form.ts';
import { replyForm, substituteId } from '../cards/reply.ts';
import type { Command } from '../discussion/commands/command.ts';
import { invitationOf } from '../discussion/state/discussion.ts';
import type { Participant } from '../discussion/state/people.ts';
import type { LinkPurpose } from '../messages/links.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { html, type Html } from './html.ts';
import { radios, textArea, textInput, type Field, type Problem } from './layout.ts';
import type { Opened } from './opened.ts';

export type Typed = Readonly<Record<string, string>>;

export type Answer =
  | { readonly ok: true; readonly command: Command; readonly thanks: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Form {
  readonly title: string;
  readonly fields: (opened: Opened, field: (id: string) => Pick<Field, 'id' | 'value' | 'problem'>) => Html;
  readonly button: string;
  readonly read: (typed: Typed, opened: Opened) => Answer;
}

const answers = [
  { value: 'acceptWithAuthority', words: 'Yes, and I can decide for my agency' },
  { value: 'acceptWithoutAuthority', words: 'Yes, but I cannot decide for my agency' },
  { value: 'decline', words: 'No' },
];

const reply: Form = {
  title: 'Answer your invitation to a strategy discussion',
  button: 'Send my answer',
  fields: ({ discussion, actor }, field) =>
    html`${facts([
        ['Reference', discussion.reference],
        ['When', formatLondon(discussion.meeting.startsAt)],
      ])}
      ${answered(invitationOf(discussion, actor.personId)?.reply.answer)}
      ${radios({ ...field('answer'), label: 'Will you take part?' }, answers)}
      <h2 id="cannotCome">If you cannot take part</h2>
      <p>
        Name somebody who can decide for your agency, or send what your agency knows. Leave this empty if you are
        coming.
      </p>
      ${textInput({ ...field('reason'), label: 'Why you cannot come', hint: 'Do not name the child or the family.' })}
      ${textInput({ ...field('substituteName'), label: 'Name of the person coming instead' })}
      ${textInput({ ...field('substituteEmail'), label: 'Their work e-mail address' }, 'email')}
      ${textArea({ ...field('information'), label: 'What your agency knows', hint: 'It goes into the record of the discussion. This page will not show it again.' })}
      ${textArea({ ...field('proposedActions'), label: 'What you propose should be done to keep the child safe' })}`,
  read: (typed, opened) => {
    const parsed = replyForm.safeParse({ ...typed, substitute: '' });
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, 'cannotCome') };
    const { answer, reason, substituteName, substituteEmail, information, proposedActions } = parsed.data;
    if (answer !== 'decline') {
      const hasAuthority = answer === 'acceptWithAuthority';
      return { ok: true, command: { kind: 'accept', hasAuthority }, thanks: 'You are down as coming' };
    }
    const substitute = substituteName === '' ? null : substituteFor(opened, substituteName, substituteEmail);
    const written = information === '' ? null : { information, proposedActions };
    return {
      ok: true,
      command: { kind: 'decline', reason, substitute, written },
      thanks: substitute === null ? 'You are down as not coming' : `${substituteName} is invited in your place`,
    };
  },
};

const answered = (answer: 'awaited' | 'accepted' | 'declined' | undefined): Html | null => {
  if (answer === undefined || answer === 'awaited') return null;
  const words = answer === 'accepted' ? 'that you are coming' : 'that you are not coming';
  return html`<p class="inset">You have told us ${words}. You can change your answer until the meeting.</p>`;
};

const substituteFor = ({ discussion, actor }: Opened, name: string, email: string | null): Participant => ({
  personId: substituteId(discussion.reference, actor.personId, { name, email }),
  name,
  role: actor.role,
  agency: actor.agency,
  rank: null,
  email,
});

const outcomeForm = z
  .object({
    answer: oneOf(['read', 'disagree'], 'Say whether you have read the outcome or disagree with it.'),
    reason: optional('The reason', 2000),
  })
  .refine(({ answer, reason }) => answer !== 'disagree' || reason !== '', {
    message: 'Say what you disagree with.',
    path: ['reason'],
  });

const outcome: Form = {
  title: 'The outcome you were sent',
  button: 'Send',
  fields: ({ discussion }, field) =>
    html`${facts([['Reference', discussion.reference]])}
    ${radios({ ...field('answer'), label: 'What do you want to tell us?' }, [
      { value: 'read', words: 'I have read the outcome' },
      { value: 'disagree', words: 'I disagree with the outcome' },
    ])}
    ${textArea({ ...field('reason'), label: 'What you disagree with', hint: 'It goes to the chair of the discussion, who will contact you. Leave this empty if you do not disagree.' })}`,
  read: (typed, { notice }) => {
    const parsed = outcomeForm.safeParse(typed);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, 'answer') };
    return parsed.data.answer === 'read'
      ? { ok: true, command: { kind: 'acknowledge', notice }, thanks: 'We know that you have read it' }
      : {
          ok: true,
          command: { kind: 'disagree', reason: parsed.data.reason },
          thanks: 'The chair has been told that you disagree',
        };
  },
};

const chaseForm = z.object({ message: required('Your message', 2000, 'Say what you are waiting for.') });

const chase: Form = {
  title: 'Tell us that you have heard nothing',
  button: 'Send',
  fields: ({ discussion }, field) =>
    html`${facts([['Reference', discussion.reference]])}
    ${textArea({ ...field('message'), label: 'What you are waiting for, and how we can reach you', hint: 'It goes to the chair of the discussion.' })}`,
  read: (typed) => {
    const parsed = chaseForm.safeParse(typed);
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, 'message') };
    const { message } = parsed.data;
    return { ok: true, command: { kind: 'reportNothingHeard', message }, thanks: 'The chair has been told' };
  },
};

export const forms: Readonly<Record<LinkPurpose, Form>> = { reply, outcome, chase };

const facts = (rows: readonly (readonly [string, string])[]): Html =>
  html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

/** One problem a field; what concerns no single field points at the part of the page it is about. */
const problemsOf = (error: z.ZodError, elsewhere: string): readonly Problem[] => {
  const problems = error.issues.map((issue) => ({ field: String(issue.path[0] ?? elsewhere), words: issue.message }));
  return [...new Map(problems.map((p) => [`${p.field}/${p.words}`, p])).values()];
};

/** The text fields a browser sent, cleaned as on a card; anything else is dropped. */
export const typedFields = (body: unknown): Typed => {
  const read = z.record(z.string(), z.unknown()).safeParse(body);
  if (!read.success) return {};
  return Object.fromEntries(Object.entries(read.data).map(([name, value]) => [name, typedText(value)]));
};
