/** Prints how long the files of src and their functions are: `npm run -s sizes`. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

interface Measured {
  readonly what: string;
  readonly lines: number;
}

const isFunction = (node: ts.Node): boolean =>
  (ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)) &&
  node.body !== undefined;

/** The name it is known by: its own, or that of what it is assigned to. */
const nameOf = (node: ts.Node): string => {
  const named = [node, node.parent].map((n) => ('name' in n ? (n.name as ts.Node | undefined) : undefined));
  return named.find((name) => name !== undefined)?.getText() ?? 'a function';
};

/** From the line a function begins on to the line it ends on, both counted; functions inside it are counted too. */
const functionsIn = (source: ts.SourceFile): readonly Measured[] => {
  const found: Measured[] = [];
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (isFunction(node)) {
      const first = lineAt(node.getStart());
      found.push({
        what: `${source.fileName}:${first} ${nameOf(node)}`,
        lines: lineAt(node.getEnd()) - first + 1,
      });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
};

/** The smallest value that at least `share` of them do not exceed. */
const percentile = (all: readonly Measured[], share: number): number =>
  all.map(({ lines }) => lines).toSorted((a, b) => a - b)[Math.ceil(all.length * share) - 1] ?? 0;

const report = (name: string, all: readonly Measured[], tooLong: number): string => {
  const longest = all.filter(({ lines }) => lines > tooLong).toSorted((a, b) => b.lines - a.lines);
  const figures = [0.5, 0.95, 1].map((share) => percentile(all, share));
  return [
    `${all.length} ${name}: median ${figures[0]}, p95 ${figures[1]}, longest ${figures[2]} lines; ${longest.length} over ${tooLong}`,
    ...longest.map(({ what, lines }) => `  ${lines}  ${what}`),
  ].join('\n');
};

const sources = globSync('src/**/*.ts')
  .toSorted()
  .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true));
const files = sources.map((source) => ({
  what: source.fileName,
  // A file ends with a newline, after which the parser counts one more line.
  lines: source.text.trimEnd().split('\n').length,
}));
process.stdout.write(`${report('files', files, 250)}\n${report('functions', sources.flatMap(functionsIn), 100)}\n`);
