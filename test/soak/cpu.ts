/** How much of the machine is taken: by this process, and by all there are. In seconds of processor time. */
import { cpus } from 'node:os';

export const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Since the machine was started. */
export const machineCpu = (): number =>
  cpus().reduce((sum, { times }) => sum + (times.user + times.nice + times.sys + times.irq) / 1_000, 0);
