/** Who is on duty as what at a moment: the shifts of a rota, and the swaps people agreed since it was written. Pure. */
import { z } from 'zod';
import { isInstant, type Instant } from '../practice/time/instant.ts';

const instantSchema = z.custom<Instant>((value) => typeof value === 'string' && isInstant(value));

const shiftSchema = z.strictObject({ personId: z.string(), from: instantSchema, until: instantSchema });
/** From a moment until just before another. */
export type Shift = z.infer<typeof shiftSchema>;

/** A duty as the council calls it, such as `Duty paediatrician`, with its shifts in the order they begin. */
export const dutySchema = z.strictObject({ title: z.string(), shifts: z.array(shiftSchema).readonly() });
export type Duty = z.infer<typeof dutySchema>;

/** One person for another for a span, as long as the other is on duty in it. Kept as agreed: by whom and when. */
export const swapSchema = z.strictObject({
  duty: z.string(),
  off: z.string(),
  on: z.string(),
  from: instantSchema,
  until: instantSchema,
  by: z.string(),
  at: instantSchema,
});
export type Swap = z.infer<typeof swapSchema>;

export interface Rota {
  readonly duties: readonly Duty[];
  /** In the order they were agreed: a later one stands. */
  readonly swaps: readonly Swap[];
}

export interface OnDuty {
  readonly duty: string;
  readonly personId: string;
  /** Until then, by the rota and its swaps. */
  readonly until: Instant;
  /** The swap by which it is they; null where the rota itself says so. */
  readonly swap: Swap | null;
}

/** Two spellings of a duty are one duty. */
export const dutyKey = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase();

const covers = ({ from, until }: Pick<Shift, 'from' | 'until'>, at: Instant): boolean => from <= at && at < until;

interface Holder {
  readonly personId: string;
  readonly swap: Swap | null;
}

/** Swaps may follow each other: whoever came in for somebody may be replaced in their turn. */
const holderOf = (shift: Shift, swaps: readonly Swap[], at: Instant): Holder =>
  swaps.reduce<Holder>(
    (holder, swap) => (covers(swap, at) && swap.off === holder.personId ? { personId: swap.on, swap } : holder),
    { personId: shift.personId, swap: null },
  );

/** Everybody on duty at a moment, duty by duty. */
export const onDutyAt = ({ duties, swaps }: Rota, at: Instant): readonly OnDuty[] =>
  duties.flatMap(({ title, shifts }) => {
    const ofDuty = swaps.filter(({ duty }) => dutyKey(duty) === dutyKey(title));
    return shifts
      .filter((shift) => covers(shift, at))
      .map((shift) => {
        const holder = holderOf(shift, ofDuty, at);
        return { duty: title, ...holder, until: endOf(shift, ofDuty, at, holder.personId) };
      });
  });

/** When somebody’s time ends: with the shift, or where a swap begins or ends in it that puts another in their place. */
const endOf = (shift: Shift, swaps: readonly Swap[], at: Instant, personId: string): Instant =>
  swaps
    .flatMap(({ from, until }) => [from, until])
    .filter((edge) => edge > at && edge < shift.until)
    .toSorted()
    .find((edge) => holderOf(shift, swaps, edge).personId !== personId) ?? shift.until;

/** Whether somebody is on duty at any moment of a span. */
export const isOnDutyWithin = (rota: Rota, duty: string, who: string, span: Pick<Shift, 'from' | 'until'>): boolean => {
  const edges = [...rota.duties.flatMap(({ shifts }) => shifts), ...rota.swaps].flatMap(({ from, until }) => [
    from,
    until,
  ]);
  return [span.from, ...edges.filter((edge) => covers(span, edge))].some((at) =>
    onDutyAt(rota, at).some((found) => dutyKey(found.duty) === dutyKey(duty) && found.personId === who),
  );
};

/** From the first shift of a duty in a new rota on, that is its rota; what came before stays as it was. */
export const withShifts = (before: readonly Shift[], added: readonly Shift[]): readonly Shift[] => {
  const inOrder = added.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const first = inOrder[0]?.from;
  if (first === undefined) return before;
  const kept = before
    .filter(({ from }) => from < first)
    .map((shift) => (shift.until > first ? { ...shift, until: first } : shift));
  return [...kept, ...inOrder];
};

/** Spans between the first and the last shift of a duty in which nobody is on duty. */
export const gapsIn = ({ shifts }: Duty): readonly Pick<Shift, 'from' | 'until'>[] => {
  const gaps: Pick<Shift, 'from' | 'until'>[] = [];
  let covered = shifts[0]?.from;
  for (const { from, until } of shifts) {
    if (covered !== undefined && from > covered) gaps.push({ from: covered, until: from });
    if (covered === undefined || until > covered) covered = until;
  }
  return gaps;
};
