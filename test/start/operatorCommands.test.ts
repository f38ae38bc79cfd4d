/** A command is found by what is typed, though no other is loaded. */
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addTyped, groups, type OperatorEdges } from '../../src/start/operatorCommands.ts';

/** Nothing is asked of them before a command runs. */
const edges = { doctor: {}, backup: {} } as OperatorEdges;
const namesOf = (program: Command): readonly string[] => program.commands.map((command) => command.name());

describe('the commands for operators', () => {
  it.each(groups.map(({ names, add }) => [names.join(', '), names, add] as const))(
    '%s',
    async (_called, names, add) => {
      const program = new Command();
      await add(program, edges);
      expect(namesOf(program)).toEqual(names);
    },
  );

  it('are all there for somebody who asks what there is, or has mistyped', async () => {
    for (const typed of [undefined, 'help', 'pratice']) {
      const program = new Command();
      await addTyped(program, typed, edges);
      expect(namesOf(program)).toEqual(groups.flatMap(({ names }) => names));
    }
  });

  it('are loaded alone where one is typed', async () => {
    const program = new Command();
    await addTyped(program, 'release', edges);
    expect(namesOf(program)).toEqual(['hold', 'release', 'retention']);
  });
});
