import { z } from 'zod';
import { londonDate, londonTime } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { choice, plain, template, type Card } from './bind.ts';
import { inputsOf, required } from './form.ts';
import { withLists } from './choiceLists.ts';
import type { Proof, State } from '../words/proof.ts';

const inputs = { notice: plain, spokeTo: plain, date: plain, time: plain };
const bind = template('told', z.object({ reference: plain, nonce: plain, notices: z.array(choice), ...inputs }));

/** What a telephone call may take the place of. */
const callable: readonly State[] = ['waiting', 'late', 'escalated', 'telephone'];

/** Who was told what by telephone. Lists what nothing else has delivered yet, the notice asked about first. */
export const toldCard = (
  d: Pick<Discussion, 'reference'>,
  nonce: string,
  call: { readonly proofs: readonly Proof[]; readonly now: Instant; readonly about: string },
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const { proofs, now, about } = call;
  const choices = proofs
    .filter(({ kind }) => kind !== 'telephoneTask')
    .filter(({ noticeId, state }) => noticeId === about || callable.includes(state))
    .toSorted((a, b) => Number(b.state === 'telephone') - Number(a.state === 'telephone'))
    .map(({ noticeId, who, what }) => ({ title: `${who}: ${what}`, value: noticeId }));
  const chosen = choices.find(({ value }) => value === about) ?? choices[0];
  return withLists('The rest come when these are recorded.', (shorten) =>
    bind({
      reference: d.reference,
      nonce,
      notices: shorten(choices),
      notice: chosen?.value ?? '',
      spokeTo: '',
      date: londonDate(now),
      time: londonTime(now),
      ...inputsOf(inputs, typed),
    }),
  );
};

export const toldForm = z.object({
  notice: required('The message', 300, 'Choose whom you told.'),
  spokeTo: required('The name', 100, 'Enter the name of the person you spoke to.'),
  date: required('The date', 40, 'Enter the date of the call.'),
  time: required('The time', 40, 'Enter the time of the call.'),
});
