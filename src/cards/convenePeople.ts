import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import { chairEligible } from '../practice/answers/chair.ts';
import type { Instant } from '../practice/time/instant.ts';
import { invitees } from '../practice/answers/invitees.ts';
import type { Practice } from '../practice/practice.ts';
import { seatsFor, type RequiredSeat } from '../practice/answers/seats.ts';
import { familyRoles } from '../practice/language/vocabulary.ts';
import { roles, roleWords } from '../practice/language/roles.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import type { DirectoryPerson } from '../directory/directory.ts';
import { actionBeforeConvening, deadlineFor } from '../discussion/matter/deadline.ts';
import type { Deadline } from '../discussion/state/event.ts';
import { choice, choiceOf, longestThatFits, plain, said, template, type Card } from './bind.ts';
import { email, optional, several } from './form.ts';
import { warningWords } from '../words/warningWords.ts';

/** Check boxes and switches are shown as Markdown; drop-down lists are not. */
const box = z.object({ title: said, value: plain });
const bind = template(
  'convene-people',
  z.object({
    reference: plain,
    revision: z.number(),
    deadlineStyle: z.enum(['accent', 'attention', 'warning']),
    deadline: said,
    deadlineWhy: said,
    warnings: z.array(said),
    seats: z.array(z.object({ seat: plain, words: plain, rule: plain, value: plain, choices: z.array(choice) })),
    suggestions: z.array(said),
    others: plain,
    otherChoices: z.array(box),
    shortened: z.array(said),
    /** The referrer, when they are a professional who can be reached; else blank, and the question is not asked. */
    referrer: said,
    inviteReferrer: z.enum(['true', 'false']),
    named: z.array(said),
    namedName: plain,
    namedRole: plain,
    namedAgency: plain,
    namedEmail: plain,
    roleChoices: z.array(choice),
  }),
);

/** How many people a list holds at most, and how few when it has to fit; the rest are added by name and e-mail. */
const listLengths = [25, 16, 10, 6, 3, 1];

export interface NamedInput {
  readonly namedName: string;
  readonly namedRole: string;
  readonly namedAgency: string;
  readonly namedEmail: string;
}
const noName: NamedInput = { namedName: '', namedRole: '', namedAgency: '', namedEmail: '' };

/** Step 4: the bot's working (deadline, seats, suggestions), each with its rule, and the people to choose. */
export const convenePeopleCard = (
  draft: Draft<ConveningDraft>,
  practice: Practice,
  people: readonly DirectoryPerson[],
  now: Instant,
  typed: NamedInput = noName,
): Card => {
  const { body } = draft;
  const deadline = draftDeadline(body, practice);
  const chosen = body.peopleChosen ? body : suggestion(body, practice, people, draft.owner);
  const seats = wantedSeats(body, practice).map((seat) => {
    const value = chosen.seats[seat.seat] ?? '';
    return { seat, value, fits: chosenFirst(peopleFor(seat, body, practice, people), [value]) };
  });
  const others = chosenFirst(otherPeople(body, practice, people), chosen.others);
  const all = Math.max(others.length, ...seats.map(({ fits }) => fits.length));
  return longestThatFits(listLengths, (length) =>
    bind({
      reference: draft.id,
      revision: draft.revision,
      deadlineStyle: deadline.dueAt === null ? 'warning' : deadline.dueAt < now ? 'attention' : 'accent',
      deadline: deadlineWords(deadline, now),
      deadlineWhy: `${deadline.rule}: ${ruleText(practice, deadline.rule)}`,
      warnings: deadline.warnings.map((w) => warningWords(w, deadline)),
      seats: seats.map(({ seat: { seat, words, rule }, value, fits }) => ({
        seat,
        words,
        rule,
        value,
        choices: fits.slice(0, length).map(personChoice),
      })),
      suggestions: suggestionWords(body, practice),
      others: chosen.others.join(','),
      otherChoices: others.slice(0, Math.max(length, chosen.others.length)).map(personChoice),
      shortened:
        all > length ? [`Each list shows the first ${length}. Add anybody else under “Somebody not listed”.`] : [],
      referrer: invitableReferrer(body)?.name ?? '',
      inviteReferrer: body.inviteReferrer ? 'true' : 'false',
      named: body.named.map((p) => `${p.name}, ${roleWords(p.role)}, ${p.agency}`),
      ...typed,
      roleChoices: [
        ...roles.filter((role) => !isFamilyRole(role) && role !== 'chair'),
        ...familyRoles.filter((r) => r !== 'child'),
      ].map((role) => ({ title: roleWords(role), value: role })),
    }),
  );
};

/** Those chosen stay in a list that is cut short. */
const chosenFirst = (people: readonly DirectoryPerson[], chosen: readonly string[]): readonly DirectoryPerson[] =>
  people.toSorted((a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)));

/** I-1: a professional who made the referral and can be reached may be invited; the public and the family are not. */
export const invitableReferrer = ({ referral }: ConveningDraft) =>
  referral === null || referral.referrer.standing !== 'professional' || referral.referrer.email === null
    ? null
    : referral.referrer;

const isFamilyRole = (role: string): boolean => (familyRoles as readonly string[]).includes(role);

/** The deadline as far as the draft knows; convening computes it again from what was finally entered. */
export const draftDeadline = ({ referral, facts }: ConveningDraft, practice: Practice): Deadline => {
  if (referral === null) throw new Error('the deadline was asked for before the referral was known');
  return deadlineFor(practice, {
    referral: {
      receivedAt: referral.receivedAt,
      concernsIdentifiedAt: referral.concernsIdentifiedAt ?? referral.receivedAt,
    },
    facts,
    emergencyActionAt: actionBeforeConvening(facts),
  });
};

export const deadlineWords = ({ dueAt, rule }: Deadline, now: Instant): string => {
  if (dueAt === null)
    return `No fixed deadline (${rule}): hold it as soon as possible. The time you choose becomes the target.`;
  return dueAt < now
    ? `Overdue: it was due by ${formatLondon(dueAt)} (${rule}). Hold it as soon as possible.`
    : `Hold it by ${formatLondon(dueAt)} (${rule}), and as soon as possible.`;
};

const ruleText = (practice: Practice, id: string): string => practice.rules.find((rule) => rule.id === id)?.text ?? '';

const wantedSeats = ({ facts }: ConveningDraft, practice: Practice): readonly RequiredSeat[] =>
  seatsFor(practice, facts);

const peopleFor = (
  seat: RequiredSeat,
  { facts }: ConveningDraft,
  practice: Practice,
  people: readonly DirectoryPerson[],
): readonly DirectoryPerson[] => {
  const mayChair = (p: DirectoryPerson) =>
    p.roles.some((role) => chairEligible(practice, { rank: p.rank, role }, facts).eligible);
  if (seat.seat === 'chair') return people.filter(mayChair);
  return [
    ...new Set(
      seat.roles.flatMap((role) =>
        usuallyFirst(
          role,
          people.filter((p) => p.roles.includes(role)),
        ),
      ),
    ),
  ];
};

/** Those whose usual role it is before those who only can. */
const usuallyFirst = (role: string, people: readonly DirectoryPerson[]): readonly DirectoryPerson[] =>
  people.toSorted((a, b) => a.roles.indexOf(role) - b.roles.indexOf(role));

const personChoice = (p: DirectoryPerson) => choiceOf(`${p.name}, ${p.title}, ${p.agency}`, p.id);

/** Fills each seat with a different person where it can, the convenor in the chair if eligible. */
export const suggestion = (
  body: ConveningDraft,
  practice: Practice,
  people: readonly DirectoryPerson[],
  owner: string,
): Pick<ConveningDraft, 'seats' | 'others'> => {
  const seats: Record<string, string> = {};
  for (const seat of wantedSeats(body, practice)) {
    const fits = peopleFor(seat, body, practice, people);
    const free = fits.filter((p) => !Object.values(seats).includes(p.id));
    const first = (seat.seat === 'chair' ? free.find((p) => p.id === owner) : undefined) ?? free[0];
    if (first !== undefined) seats[seat.seat] = first.id;
  }
  const taken = Object.values(seats);
  const seated = people.filter((p) => taken.includes(p.id));
  const wanted = suggestedRoles(body, practice).required.filter((role) => !seated.some((p) => p.roles.includes(role)));
  const others = wanted.flatMap((role) =>
    usuallyFirst(
      role,
      people.filter((p) => p.roles.includes(role)),
    )
      .slice(0, 1)
      .map((p) => p.id),
  );
  return { seats, others: [...new Set(others)].filter((id) => !taken.includes(id)) };
};

const suggestedRoles = ({ facts, referral }: ConveningDraft, practice: Practice) => {
  const found = invitees(practice, {
    ...facts,
    ...(referral === null
      ? {}
      : { referrer: referral.referrer.standing === 'professional' ? 'professional' : referral.referrer.standing }),
  });
  return { required: found.required, consider: found.consider };
};

const suggestionWords = (body: ConveningDraft, practice: Practice): readonly string[] => {
  const found = suggestedRoles(body, practice);
  const line = (lead: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${lead}: ${[...new Set(list.map(roleWords))].join('; ')}.`];
  return [...line('Required here', found.required), ...line('Consider', found.consider)];
};

/** Those whose role is wanted come first, then the rest of the directory. */
const otherPeople = (
  body: ConveningDraft,
  practice: Practice,
  people: readonly DirectoryPerson[],
): readonly DirectoryPerson[] => {
  const { required, consider } = suggestedRoles(body, practice);
  const wanted = people.filter((p) => p.roles.some((role) => required.includes(role) || consider.includes(role)));
  return [...new Set([...wanted, ...people])];
};

export const convenePeopleForm = z
  .object({
    others: several,
    inviteReferrer: z
      .unknown()
      .optional()
      .transform((value) => value !== 'false' && value !== false),
    namedName: optional('The name', 100),
    namedRole: optional('The role', 60).refine(
      (role) => role === '' || roles.includes(role),
      'Choose the role from the list.',
    ),
    namedAgency: optional('The agency', 100),
    namedEmail: email('The e-mail address'),
  })
  .superRefine((form, context) => {
    const given = [form.namedName, form.namedRole, form.namedAgency, form.namedEmail ?? ''];
    if (given.every((value) => value === '')) return;
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (form.namedName === '') say('Enter the name of the person who is not listed.');
    if (form.namedRole === '') say('Choose what the person who is not listed takes part as.');
    if (form.namedAgency === '') say('Enter the agency of the person who is not listed.');
    if (form.namedEmail === null) say('Enter the e-mail address of the person who is not listed.');
  });
