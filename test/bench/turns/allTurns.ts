/** Every kind of turn, one kind after another, in the discussions of one council. */
import type { Figure, TurnCost } from '../costs.ts';
import type { Extent } from '../extent.ts';
import { busyHour } from './busy.ts';
import { decisions } from './deciding.ts';
import { everydayTurns } from './everyday.ts';
import type { InSession } from './prepared.ts';
import type { Scene } from './stage.ts';

export interface AllTurns {
  readonly turns: readonly TurnCost[];
  readonly figures: readonly Figure[];
  /** The reference of one that is decided by now, and of one that is not. */
  readonly decided: string;
  readonly undecided: string;
}

/** How many have to be told; the last is left as it is. */
export const discussionsFor = ({ talkedIn, warmUps, rounds, decided }: Extent): number =>
  talkedIn + (warmUps + 2 * rounds) * decided + 1;

export const allTurns = async (
  scene: Scene,
  extent: Extent & { readonly day: string },
  say: (line: string) => void,
): Promise<AllTurns> => {
  const { talked, toDecide, decidedWhenBusy, undecided } = parted(scene.discussions, extent);
  say('turns');
  const everyday = await everydayTurns({ ...scene, discussions: talked }, extent);
  say('decisions');
  const decided = await decisions(scene, toDecide, extent);
  say('fifty at once');
  const slowest = await busyHour(scene, { talked, toDecide: decidedWhenBusy }, extent);
  return {
    turns: [...everyday, ...decided.turns],
    figures: [...decided.figures, ...slowest],
    decided: referenceOf(toDecide[0]),
    undecided: referenceOf(undecided),
  };
};

/** Each part is decided in another way, or not at all. */
const parted = (all: readonly InSession[], { talkedIn, warmUps, rounds, decided }: Extent) => {
  const decidedFirst = talkedIn + (warmUps + rounds) * decided;
  return {
    talked: all.slice(0, talkedIn),
    toDecide: all.slice(talkedIn, decidedFirst),
    decidedWhenBusy: all.slice(decidedFirst, -1),
    undecided: all.at(-1),
  };
};

const referenceOf = (one: InSession | undefined): string => {
  if (one === undefined) throw new Error('too few discussions were told');
  return one.reference;
};
