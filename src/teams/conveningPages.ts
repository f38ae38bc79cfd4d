/** What each page of the convene form makes of what was typed: the draft to go on with, or what has to be put right. */
import type { Card } from '../cards/bind.ts';
import { conveneChildCard, conveneChildForm, conveneChildProblems, nextChildId } from '../cards/conveneChild.ts';
import { conveneConcernCard, readConcern } from '../cards/conveneConcern.ts';
import { convenePeopleCard, convenePeopleForm } from '../cards/convenePeople.ts';
import {
  conveneReferralCard,
  conveneReferralForm,
  referralTimes,
  referrerFrom,
  type ReferralInput,
} from '../cards/conveneReferral.ts';
import { readForm, several, typedText } from '../cards/form.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { steps, type ConveningDraft, type Draft } from '../conduct/drafts.ts';
import { childrenFault } from '../discussion/commands/convene.ts';
import { personId } from '../discussion/state/people.ts';
import { isFamily } from '../practice/language/roles.ts';
import type { Edges, Press } from './edges.ts';
import { asTyped } from './reading.ts';

export type Convening = Draft<ConveningDraft>;
/** Pure but for looking people up; the caller saves and shows. `again` is the same page with what was typed. */
export type Page = (press: Press, draft: Convening, edges: Edges) => Promise<Next> | Next;
export type Next =
  { readonly next: ConveningDraft } | { readonly problems: readonly string[]; readonly again: () => Card };

/** More do not fit the card that lists them. */
const mostChildren = 12;
const mostNamed = 20;

export const childPage: Page = (press, draft, edges) => {
  const { body } = draft;
  const now = edges.clock();
  const typed = asTyped(press.data);
  const refuse = (...problems: readonly string[]): Next => ({
    problems,
    again: () =>
      conveneChildCard(draft, now, {
        // A name entered as initials is a name: not shown back either.
        initials: (typed.initials ?? '').length > 6 ? '' : (typed.initials ?? ''),
        birthKind: typed.birthKind ?? '',
        caseReference: typed.caseReference ?? '',
      }),
  });
  const read = readForm(conveneChildForm, press.data);
  if (!read.ok) {
    const named = readForm(conveneChildProblems, press.data);
    return refuse(...(named.ok ? read.problems : named.problems));
  }
  const another = press.data.next === 'child';
  if (read.value === null) {
    if (body.children.length === 0) return refuse('Enter the child’s details.');
    return another ? refuse('Enter the next child’s details, or continue.') : { next: { ...body, step: 'referral' } };
  }
  if (body.children.length >= mostChildren) {
    return refuse(`One discussion can hold up to ${mostChildren} children. Convene another for the rest.`);
  }
  const child = { ...read.value, childId: nextChildId(body.children) };
  const fault = childrenFault([child], now, now);
  if (fault !== null) return refuse(...refusalWords(fault));
  return { next: { ...body, children: [...body.children, child], step: another ? 'child' : 'referral' } };
};

export const removeChild: Page = (press, { body }) => ({
  next: { ...body, children: body.children.filter((child) => child.childId !== press.data.childId) },
});

export const referralPage: Page = (press, draft, edges) => {
  const again = () => conveneReferralCard(draft, typedReferral(asTyped(press.data)));
  const read = readForm(conveneReferralForm, press.data);
  if (!read.ok) return { problems: read.problems, again };
  const times = referralTimes(read.value, edges.clock());
  if (!times.ok) return { problems: times.problems, again };
  const referrer = referrerFrom(read.value, personId(`${draft.id}:referrer`));
  return { next: { ...draft.body, referral: { ...times.value, referrer }, step: 'concern', peopleChosen: false } };
};

const typedReferral = (typed: Readonly<Record<string, string>>): ReferralInput => {
  const get = (name: string) => typed[name] ?? '';
  return {
    receivedDate: get('receivedDate'),
    receivedTime: get('receivedTime'),
    identifiedDate: get('identifiedDate'),
    identifiedTime: get('identifiedTime'),
    referrerName: get('referrerName'),
    standing: get('standing'),
    referrerAgency: get('referrerAgency'),
    referrerEmail: get('referrerEmail'),
    referrerPhone: get('referrerPhone'),
  };
};

export const concernPage: Page = (press, draft, edges) => {
  const { practice } = edges.conduct;
  const again = () => conveneConcernCard(draft, practice, asTyped(press.data));
  const read = readConcern(press.data, practice, edges.clock());
  if (!read.ok) return { problems: read.problems, again };
  return { next: { ...draft.body, ...read.value, step: 'people', peopleChosen: false } };
};

export const peoplePage: Page = async (press, draft, edges) => {
  const people = await edges.directory.all();
  const typed = asTyped(press.data);
  const chosen = {
    ...draft.body,
    seats: typedSeats(typed),
    others: several.parse(typed.others),
    inviteReferrer: typed.inviteReferrer !== 'false',
    peopleChosen: true,
  };
  const refuse = (...problems: readonly string[]): Next => ({
    problems,
    again: () =>
      convenePeopleCard({ ...draft, body: chosen }, edges.conduct.practice, people, edges.clock(), {
        namedName: typed.namedName ?? '',
        namedRole: typed.namedRole ?? '',
        namedAgency: typed.namedAgency ?? '',
        namedEmail: typed.namedEmail ?? '',
      }),
  });
  const read = readForm(convenePeopleForm, press.data);
  if (!read.ok) return refuse(...read.problems);
  const ids = [...Object.values(chosen.seats), ...chosen.others];
  if (ids.some((id) => !people.some((p) => p.id === id))) {
    return refuse('Choose people from the list: one of those sent is not in the directory.');
  }
  const { namedName: name, namedRole: role, namedAgency: agency, namedEmail } = read.value;
  if (isFamily(role)) return refuse(...refusalWords({ code: 'familyInvited', rule: 'S-1', name }));
  const more = press.data.next === 'people';
  if (name === '') {
    return more ? refuse('Enter the details of the person to add.') : { next: { ...chosen, step: 'meeting' } };
  }
  const { named } = draft.body;
  if (named.length >= mostNamed) return refuse(`Up to ${mostNamed} people can be added who are not listed.`);
  const id = personId(`${draft.id}:named:${named.length + 1}`);
  const added = { personId: id, name, role, agency, rank: null, email: namedEmail };
  return { next: { ...chosen, named: [...named, added], step: more ? 'people' : 'meeting' } };
};

const typedSeats = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([id, value]) =>
      id.startsWith('seat.') && value !== '' ? [[id.slice(5), typedText(value)]] : [],
    ),
  );

/** The last page as typed; `convene` judges it. */
export const typedMeeting = (press: Press, body: ConveningDraft): ConveningDraft => {
  const typed = asTyped(press.data);
  const format = typed.format === 'phone' || typed.format === 'video' ? typed.format : 'meeting';
  return { ...body, meeting: { date: typed.date ?? '', time: typed.time ?? '', format, where: typed.where ?? '' } };
};

export const back: Page = (press, { body }) => ({
  next: { ...body, step: steps.find((step) => step === press.data.to) ?? 'child' },
});
