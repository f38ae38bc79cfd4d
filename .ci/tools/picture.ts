/**
 * Draws which folder of src imports which into docs/architecture.md, between its two markers: `npm run -s picture`. With
 * `--check`, part of `npm run boundaries`, it draws nothing and fails when the picture there is out of date.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const path = 'docs/architecture.md';
const [from, to] = ['<!-- picture: npm run -s picture -->', '<!-- end of picture -->'];

const cruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
});

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const folderOf = (file: string): string | null => /^src\/([^/]+)\//.exec(file)?.[1] ?? null;

const imports = (): Graph => {
  const args = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const cruised = execFileSync('depcruise', args, { encoding: 'utf8', maxBuffer: 2 ** 27 });
  const graph = new Map<string, Set<string>>();
  for (const { source, dependencies } of cruiseSchema.parse(JSON.parse(cruised)).modules) {
    const folder = folderOf(source);
    if (folder === null) continue;
    const known = graph.get(folder) ?? new Set<string>();
    graph.set(folder, known);
    for (const { resolved } of dependencies) {
      const other = folderOf(resolved);
      if (other !== null && other !== folder) known.add(other);
    }
  }
  return graph;
};

/** Whether `folder` reaches `other` by way of another folder: there are no circles. */
const isImplied = (graph: Graph, folder: string, other: string): boolean =>
  [...(graph.get(folder) ?? [])].some((next) => next !== other && reaches(graph, next, other));

const reaches = (graph: Graph, folder: string, other: string): boolean => {
  const next = graph.get(folder) ?? new Set();
  return next.has(other) || [...next].some((one) => reaches(graph, one, other));
};

/** An arrow that follows from others is left out: with all of them nobody could read it. */
const draw = (graph: Graph): string => {
  const arrows = [...graph.keys()].toSorted().flatMap((folder) =>
    [...(graph.get(folder) ?? [])]
      .toSorted()
      .filter((other) => !isImplied(graph, folder, other))
      .map((other) => `  ${folder} --> ${other}`),
  );
  return ['```mermaid', 'graph TD', ...arrows, '```'].join('\n');
};

const document = readFileSync(path, 'utf8');
const [before, rest] = document.split(from);
const after = rest?.split(to)[1];
if (before === undefined || after === undefined) throw new Error(`${path} has lost a marker: ${from} or ${to}`);
const drawn = [before, from, '\n', draw(imports()), '\n', to, after].join('');
if (!process.argv.includes('--check')) {
  writeFileSync(path, drawn);
} else if (drawn !== document) {
  process.stderr.write(`The picture in ${path} is out of date: npm run -s picture\n`);
  process.exitCode = 1;
}
