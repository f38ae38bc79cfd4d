/** Seats that nobody a council has listed could take: found before the first meeting, not in it. */
import { ranksThatMayChair } from './answers/chair.ts';
import { enterable, meetingTypesPossible } from './enterable.ts';
import { appliesUnder } from './language/readings.ts';
import { isChildrensSocialCare, rankWords, roleWordsIn } from './language/roles.ts';
import type { SeatData } from './language/parts.ts';
import type { MeetingType, Rank, RuleId } from './language/vocabulary.ts';
import { rulesOfKind, type Practice } from './practice.ts';

/** Somebody who can be invited. */
export interface Listed {
  readonly roles: readonly string[];
  readonly rank: Rank | null;
}

export interface Unfillable {
  readonly rule: RuleId;
  readonly seat: string;
  readonly words: string;
  /** Asked for in every discussion, whatever it is about. */
  readonly isAlways: boolean;
}

export const unfillableSeats = (practice: Practice, directory: readonly Listed[]): readonly Unfillable[] => {
  const types = meetingTypesPossible(enterable(practice));
  return rulesOfKind(practice, 'seats').flatMap(({ id, seats, when }) =>
    seats
      .filter(({ under }) => appliesUnder(practice.readings, under))
      .flatMap((seat) =>
        seat.seat === 'chair' ? chairless(practice, directory, seat, types) : empty(practice, directory, seat),
      )
      .map((found) => ({ rule: id, ...found, isAlways: when === undefined && found.isAlways })),
  );
};

type Found = readonly Omit<Unfillable, 'rule'>[];

const empty = (
  practice: Practice,
  directory: readonly Listed[],
  { seat, words, roles, ranks, when }: SeatData,
): Found => {
  const isTaken = directory.some(
    (one) =>
      one.roles.some((role) => roles.includes(role)) || (one.rank !== null && ranks?.includes(one.rank) === true),
  );
  const wanted = roles
    .slice(0, 3)
    .map((role) => roleWordsIn(practice, role))
    .join(', ');
  const isAlways = when === undefined;
  return isTaken ? [] : [{ seat, words: `${words}: the directory has nobody who is ${wanted}.`, isAlways }];
};

/** The chair is judged by the chair rules of each type of meeting that can be, whatever makes it one. */
const chairless = (
  practice: Practice,
  directory: readonly Listed[],
  { seat, words, meetingType }: SeatData,
  types: readonly MeetingType[],
): Found =>
  types
    .filter((type) => (meetingType ?? type) === type)
    .flatMap((type) => {
      const rules = rulesOfKind(practice, 'chair').filter(
        (rule) => rule.onlyFor === undefined && (rule.meetingType ?? type) === type,
      );
      const ranks = rules.map((rule) => ranksThatMayChair(practice, rule));
      const may = ({ roles, rank }: Listed): boolean =>
        ranks.some((allowed) =>
          allowed === null ? roles.some(isChildrensSocialCare) : rank !== null && allowed.includes(rank),
        );
      const wanted = [...new Set(ranks.flatMap((allowed) => allowed ?? []))].map(rankWords).join(', ');
      return directory.some(may)
        ? []
        : [
            {
              seat,
              words: `${words}: nobody in the directory may chair (${wanted || 'any social care worker'}).`,
              isAlways: type === 'ordinary',
            },
          ];
    });
