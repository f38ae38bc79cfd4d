/** The costs as Markdown: what test/bench/README.md has is what was printed. */
import type { Circumstances, Costs, Figure, TurnCost } from './costs.ts';
import { atOnce } from './turns/contest.ts';
import type { Spread } from './spread.ts';

export const tableOf = ({ circumstances, turns, figures }: Costs): string =>
  [
    where(circumstances),
    '',
    `| turn, ${atOnce} at once | floor | throughput, of the floor’s | CPU, times the floor’s | CPU a turn, ms | goal of throughput |`,
    '|---|---|---|---|---|---|',
    ...turns.map(turnRow),
    '',
    '| figure | found | goal |',
    '|---|---|---|',
    ...figures.map(figureRow),
    '',
  ].join('\n');

const where = ({ on, node, cores, load: [before, after], faults }: Circumstances): string =>
  `${on}, Node ${node.slice(1)}, ${cores} cores, load of the machine ${before.toFixed(1)} before and ${after.toFixed(1)} at the end; the product noted ${faults} faults.`;

const turnRow = ({ turn, floor, throughput, cpu, cpuMs, goal }: TurnCost): string =>
  `| ${turn} | ${floor} | ${shown(throughput)} | ${shown(cpu)} | ${shown(cpuMs)} | ${goal ?? ''} |`;

const figureRow = ({ what, unit, found, atMost }: Figure): string =>
  `| ${what} | ${shown(found)} ${unit} | ${atMost === null ? '' : `at most ${atMost}`} |`;

/** The median, and the lowest and highest of the rounds. */
const shown = ({ median, low, high }: Spread): string =>
  low === high ? digits(median) : `${digits(median)} (${digits(low)} to ${digits(high)})`;

const digits = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
