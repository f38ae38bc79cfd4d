/** The first page: each child the discussion is about, and when and by whom the referral was made. */
import { childTyped, conveneChildCard, conveneChildForm } from '../../cards/conveneChild.ts';
import { conveneReferralForm, referralTimes, referrerFrom, typedReferral } from '../../cards/conveneReferral.ts';
import { readForm, typedText, type Read } from '../../cards/form.ts';
import type { ConveningDraft } from '../../conduct/drafts.ts';
import { childrenFault } from '../../discussion/commands/convene.ts';
import { mostChildren, nextChildId } from '../../discussion/state/childrenChanged.ts';
import { saidOfEvery } from '../../discussion/state/facts.ts';
import { personId } from '../../discussion/state/people.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import type { Handler, Press } from '../edges.ts';
import { asTyped } from '../press.ts';
import type { Convening } from './conveneForm.ts';
import { page } from './pages.ts';

const copyOrClear =
  'You entered the reference of another discussion. Press “Copy its children and people”, or clear it.';

export const childrenPage: Handler = page('child', (press, form, edges) => {
  const now = edges.clock();
  const typed = asTyped(press.data);
  const again = () => conveneChildCard(form, now, typed);
  const another = press.data.next === 'child';
  if (typedText(typed['copyFrom']) !== '') return { problems: [copyOrClear], again };
  const children = childrenWith(press, form.body, another, now);
  if (another) {
    if (!children.ok) return { problems: children.problems, again };
    // What is half typed of the referral stays.
    const card = (saved: Convening) => conveneChildCard(saved, now, typedReferral(typed));
    return { next: withChildren(form.body, children.value), card };
  }
  const referral = referralIn(press, form.id, now);
  const problems = [children, referral].flatMap((read) => (read.ok ? [] : read.problems));
  if (!children.ok || !referral.ok) return { problems, again };
  const next = { ...withChildren(form.body, children.value), referral: referral.value, peopleChosen: false };
  return { next: { ...next, step: 'concern' } };
});

/** With other children, what was said of one may be true of any. */
export const withChildren = (body: ConveningDraft, children: ConveningDraft['children']): ConveningDraft =>
  children === body.children ? body : { ...body, children, facts: saidOfEvery(children, body.facts) };

/** Those recorded, and the one on the page; once there is one, the page may be left blank. */
const childrenWith = (
  press: Press,
  { children }: ConveningDraft,
  another: boolean,
  now: Instant,
): Read<ConveningDraft['children']> => {
  const refuse = (...problems: readonly string[]): Read<never> => ({ ok: false, problems });
  const read = readForm(conveneChildForm, press.data);
  if (!read.ok) {
    const named = readForm(childTyped, press.data);
    return refuse(...(named.ok ? read.problems : named.problems));
  }
  if (read.value === null) {
    if (children.length === 0) return refuse('Enter the child’s details.');
    return another ? refuse('Enter the next child’s details, or continue.') : { ok: true, value: children };
  }
  if (children.length >= mostChildren) return refuse(...refusalWords({ code: 'tooManyChildren', most: mostChildren }));
  const all = [...children, { ...read.value, childId: nextChildId(children) }];
  const fault = childrenFault(all, now, now);
  return fault === null ? { ok: true, value: all } : refuse(...refusalWords(fault));
};

const referralIn = (press: Press, reference: string, now: Instant): Read<NonNullable<ConveningDraft['referral']>> => {
  const read = readForm(conveneReferralForm, press.data);
  if (!read.ok) return read;
  const times = referralTimes(read.value, now);
  if (!times.ok) return times;
  return { ok: true, value: { ...times.value, referrer: referrerFrom(read.value, personId(`${reference}:referrer`)) } };
};

/** What is half typed stays. */
export const removeChild: Handler = page('child', (press, { body }, edges) => {
  const children = body.children.filter((child) => child.childId !== press.data.childId);
  return {
    next: withChildren(body, children),
    card: (saved) => conveneChildCard(saved, edges.clock(), asTyped(press.data)),
  };
});
