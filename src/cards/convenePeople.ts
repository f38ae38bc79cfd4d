import { z } from 'zod';
import type { Instant } from '../practice/time/instant.ts';
import { roleWordsIn } from '../practice/language/roles.ts';
import type { Practice } from '../practice/practice.ts';
import { draftAssessed } from '../conduct/draftAssessed.ts';
import type { ConveningDraft, Draft } from '../conduct/drafts.ts';
import type { DirectoryPerson } from '../directory/directory.ts';
import { choice, choiceOf, longestThatFits, plain, said, template, type Card, type Choice } from './bind.ts';
import { invitableReferrer, otherPeople, peopleFor, suggestion } from './conveneSuggestion.ts';
import { deadlineWarnings, deadlineWhy, deadlineWords, draftDeadline } from './draftDeadline.ts';
import { workingWords } from './conveneWorking.ts';
import { inputsOf } from './form.ts';
import { markOf, onDutyFirst, type Staff } from './onDuty.ts';
import { withSearch, type Searching } from './peopleSearch.ts';
import { namedRoleChoices } from './roleChoices.ts';

/** Somebody who is not in the directory. */
const inputs = { namedName: plain, namedRole: plain, namedAgency: plain, namedEmail: plain };
const nobody = { namedName: '', namedRole: '', namedAgency: '', namedEmail: '' };

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
    ...inputs,
    roleChoices: z.array(choice),
  }),
);

/** How many people a list holds at most, and how few when it has to fit; the rest are added by name and e-mail. */
const listLengths = [25, 16, 10, 6, 3, 1];

/** The bot's working (deadline, seats, suggestions), each with its rule, and the people to choose. */
export const convenePeopleCard = (
  draft: Draft<ConveningDraft>,
  practice: Practice,
  { people, onDuty }: Staff,
  now: Instant,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const { body } = draft;
  const found = draftAssessed(body, practice, now);
  const deadline = draftDeadline(body, found);
  const chosen = body.peopleChosen ? body : suggestion(found, { people, onDuty }, draft.owner, body);
  const seats = found.seats.map((seat) => {
    const value = chosen.seats[seat.seat] ?? '';
    return { seat, value, fits: chosenFirst(onDutyFirst(peopleFor(seat, found, people), onDuty), [value]) };
  });
  const others = chosenFirst(onDutyFirst(otherPeople(found, people), onDuty), chosen.others);
  const asChoice = (p: DirectoryPerson): Choice => seatChoice(p, markOf(p.id, onDuty, now));
  const all = Math.max(others.length, ...seats.map(({ fits }) => fits.length));
  return longestThatFits(listLengths, (length) => {
    const cut = new Map<string, Searching>([
      ...seats
        .filter(({ fits }) => fits.length > length)
        .map(({ seat: { seat } }) => [`seat.${seat}`, { list: `seat.${seat}`, reference: draft.id }] as const),
      ...(others.length > length ? [['others', { list: 'others', reference: draft.id }] as const] : []),
    ]);
    const card = bind({
      reference: draft.id,
      revision: draft.revision,
      deadlineStyle: deadline.dueAt === null ? 'warning' : deadline.dueAt < now ? 'attention' : 'accent',
      deadline: deadlineWords(deadline, now),
      deadlineWhy: deadlineWhy(deadline, found),
      warnings: deadlineWarnings(deadline, found),
      seats: seats.map(({ seat: { seat, words, rule }, value, fits }) => ({
        seat,
        words,
        rule,
        value,
        choices: fits.slice(0, length).map(asChoice),
      })),
      suggestions: workingWords(found, practice),
      others: chosen.others.join(','),
      otherChoices: others.slice(0, Math.max(length, chosen.others.length)).map(asChoice),
      shortened:
        all > length ? [`Each list shows the first ${length}. Add anybody else under “Somebody not listed”.`] : [],
      referrer: invitableReferrer(body)?.name ?? '',
      inviteReferrer: body.inviteReferrer ? 'true' : 'false',
      named: body.named.map((p) => `${p.name}, ${roleWordsIn(practice, p.role)}, ${p.agency}`),
      ...nobody,
      ...inputsOf(inputs, typed),
      roleChoices: namedRoleChoices(practice),
    });
    return withSearch(card, cut);
  });
};

/** Those chosen stay in a list that is cut short. */
const chosenFirst = (people: readonly DirectoryPerson[], chosen: readonly string[]): readonly DirectoryPerson[] =>
  people.toSorted((a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)));

export const seatChoice = (p: DirectoryPerson, mark: string): Choice =>
  choiceOf(`${p.name}${mark}, ${p.title}, ${p.agency}`, p.id);
