/** So many inputs, one after another, and the first that finds something, made as small as it gets. */
import fc from 'fast-check';
import { inputs, type Input } from './inputs.ts';
import { createJudge, type Finding } from './judge.ts';
import { startWorld } from './world.ts';

export interface Fuzzed {
  readonly runs: number;
  readonly seed: number;
  readonly found: Readonly<Record<Finding, number>>;
  /** What found it; null where nothing did. */
  readonly input: Input | null;
}

/** `plant`: what else an input comes to, so that a test can see each finding made. */
export const fuzz = async (
  runs: number,
  seed: number,
  plant: (input: Input) => readonly Finding[] = () => [],
): Promise<Fuzzed> => {
  const unhandled: unknown[] = [];
  const onUnhandled = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtException', onUnhandled);
  const world = await startWorld();
  const { judge, close } = createJudge(world);
  world.log.splice(0);
  const found = { crash: 0, stateChange: 0, leak: 0, slow: 0 };
  let last: readonly Finding[] = [];
  const property = fc.asyncProperty(inputs, async (input) => {
    const findings = [...(await judge(input)), ...plant(input)];
    if (unhandled.splice(0).length > 0) findings.push('crash');
    if (findings.length > 0) last = findings;
    return findings.length === 0;
  });
  const details = await fc.check(property, { numRuns: runs, seed });
  for (const finding of details.failed ? last : []) found[finding] += 1;
  close();
  await world.stop();
  process.off('unhandledRejection', onUnhandled);
  process.off('uncaughtException', onUnhandled);
  return { runs: details.numRuns, seed, found, input: details.counterexample?.[0] ?? null };
};
