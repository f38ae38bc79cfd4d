/** What somebody invited is asked: whether they come, and if not, who comes instead or what their agency knows (S-2, S-3). */
import { readOptional } from '../cards/askedFields.ts';
import { ifComing, replyForm, sentAlong, substituteId } from '../cards/reply.ts';
import { invitationOf } from '../discussion/state/discussion.ts';
import type { Invitation } from '../discussion/state/invitation.ts';
import type { Participant } from '../discussion/state/people.ts';
import { namedWords, standingWords } from '../words/substituteWords.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { askedFields } from './askedFields.ts';
import { radios, textArea, textInput } from './fields.ts';
import { html, type Html } from './html.ts';
import type { Opened } from './opened.ts';
import { facts, problemsOf, type Question } from './question.ts';

const answers = [
  { value: 'acceptWithAuthority', words: 'Yes, and I can decide for my agency' },
  { value: 'acceptWithoutAuthority', words: 'Yes, but I cannot decide for my agency' },
  { value: 'decline', words: 'No' },
];

export const reply: Question = {
  title: 'Answer your invitation to a strategy discussion',
  button: 'Send my answer',
  fields: ({ discussion, actor, practice }, field) =>
    html`${facts([
        ['Reference', discussion.reference],
        ['When', formatLondon(discussion.meeting.startsAt)],
      ])}
      ${answered(invitationOf(discussion, actor.personId))}
      ${radios({ ...field('answer'), label: 'Will you take part?' }, answers)}
      ${askedFields(ifComing(discussion, practice), field)}
      <h2 id="cannotCome">If you cannot take part</h2>
      <p>Say why, and name somebody who can decide for your agency, or send what your agency knows.</p>
      ${textInput({ ...field('reason'), label: 'Why you cannot come', hint: 'Do not name the child or the family.' })}
      ${textInput({ ...field('substituteName'), label: 'Name of the person coming instead' })}
      ${textInput({ ...field('substituteRole'), label: 'Their role', hint: 'For example, school nurse or detective sergeant.' })}
      ${textInput({ ...field('substituteEmail'), label: 'Their work e-mail address' }, 'email')}
      <h2>What your agency knows</h2>
      ${textArea({ ...field('information'), label: 'Information for the discussion', hint: 'Needed if nobody can come, welcome if somebody does. It goes into the record of the discussion. This page will not show it again.' })}
      ${textArea({ ...field('proposedActions'), label: 'What you propose should be done to keep the child safe' })}`,
  read: (typed, opened) => {
    const parsed = replyForm.safeParse({ ...typed, substitute: '' });
    if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, 'cannotCome') };
    const { answer, reason, substituteName, substituteRole: statedRole, substituteEmail } = parsed.data;
    const written = sentAlong(parsed.data);
    if (answer !== 'decline') {
      const hasAuthority = answer === 'acceptWithAuthority';
      const asked = readOptional(ifComing(opened.discussion, opened.practice), typed);
      const command = { kind: 'accept', hasAuthority, answers: asked, written } as const;
      return { ok: true, command, thanks: 'You are down as coming' };
    }
    const substitute = substituteName === '' ? null : substituteFor(opened, substituteName, substituteEmail);
    return {
      ok: true,
      command: { kind: 'decline', reason, substitute, statedRole, written },
      thanks: (after) => namedWords(after, opened.actor.personId) ?? 'You are down as not coming',
    };
  },
};

const answered = (invitation: Invitation | undefined): Html | null => {
  if (invitation === undefined || invitation.reply.answer === 'awaited') return null;
  const words = invitation.reply.answer === 'accepted' ? 'that you are coming' : 'that you are not coming';
  const instead = invitation.substitute === null ? '' : standingWords[invitation.substitute.standing];
  return html`<p class="inset">You have told us ${words}. ${instead} You can change your answer until the meeting.</p>`;
};

const substituteFor = ({ discussion, actor }: Opened, name: string, email: string | null): Participant => ({
  personId: substituteId(discussion.reference, actor.personId, { name, email }),
  name,
  role: actor.role,
  agency: actor.agency,
  rank: null,
  email,
});
