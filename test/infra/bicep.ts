/** The Bicep files, read with a grammar of the language: what they say, as values, without a compiler. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser().setLanguage(
  await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')),
);

const infra = new URL('../../infra/', import.meta.url);
export const textOf = (path: string): string => readFileSync(new URL(path, infra), 'utf8');

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, infra))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}${name}`);

export const templates = [...filesIn('./', '.bicep'), ...filesIn('modules/', '.bicep')].map((path) =>
  path.replace('./', ''),
);
export const environments = filesIn('environments/', '.bicepparam');

export const parsed = (text: string): Node => {
  const tree = parser.parse(text);
  if (tree === null) throw new Error('the parser gave nothing');
  return tree.rootNode;
};

/** The grammar is older than the assignments of parameter files: each is read as that of a variable, which has the same form. */
const treeOf = (path: string): Node =>
  parsed(path.endsWith('.bicepparam') ? textOf(path).replaceAll(/^param (\w+) =/gm, 'var $1 =') : textOf(path));

/** What could not be read, with its line. */
export const faultsIn = (node: Node): string[] =>
  node.isError || node.isMissing
    ? [`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`]
    : node.children.flatMap(faultsIn);

/** What only a deployment could work out, as it is written. */
export class Code {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type Value = string | number | boolean | Code | readonly Value[] | { readonly [name: string]: Value };

interface Parameter {
  readonly type: string;
  readonly isRequired: boolean;
}

interface Body {
  /** The type and API version of a resource, or the path of a module. */
  readonly of: string;
  readonly isExisting: boolean;
  readonly body: Value;
}

export interface Template {
  readonly faults: readonly string[];
  readonly params: Readonly<Record<string, Parameter>>;
  readonly vars: Readonly<Record<string, Value>>;
  readonly resources: readonly Body[];
  readonly modules: readonly Body[];
}

export const template = (path: string): Template => {
  const root = treeOf(path);
  const of = (type: string): Node[] => root.namedChildren.filter((node) => node.type === type);
  const vars = new Map(of('variable_declaration').map((node) => [nameIn(node), node.lastNamedChild as Node]));
  const bodies = (type: string): Body[] =>
    of(type).map((node) => ({
      of: unquoted(firstOf(node, 'string')),
      isExisting: node.children.some((child) => child.type === 'existing'),
      body: valueOf(innermost(node.lastNamedChild as Node), vars),
    }));
  return {
    faults: faultsIn(root),
    params: Object.fromEntries(of('parameter_declaration').map((node) => [nameIn(node), parameter(node)])),
    vars: Object.fromEntries([...vars].map(([name, node]) => [name, valueOf(node, vars)])),
    resources: bodies('resource_declaration'),
    modules: bodies('module_declaration'),
  };
};

const firstOf = (node: Node, type: string): Node => {
  const found = node.namedChildren.find((child) => child.type === type);
  if (found === undefined) throw new Error(`no ${type} in: ${node.text.slice(0, 60)}`);
  return found;
};
const nameIn = (node: Node): string => firstOf(node, 'identifier').text;
const unquoted = (node: Node): string => node.text.slice(1, -1);

const parameter = (node: Node): Parameter => ({
  type: firstOf(node, 'type').text,
  isRequired: !node.children.some((child) => child.type === '='),
});

/** What `if (…) {…}` and `[for … : {…}]` are about. */
const innermost = (node: Node): Node => {
  if (node.type === 'if_statement') return firstOf(node, 'object');
  return node.type === 'for_statement' ? (node.childForFieldName('body') as Node) : node;
};

type Vars = ReadonlyMap<string, Node>;

const valueOf = (node: Node, vars: Vars): Value => {
  switch (node.type) {
    case 'string':
      return stringOf(node);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'array':
      return node.namedChildren.map((each) => valueOf(each, vars));
    case 'object':
      return Object.fromEntries(node.namedChildren.filter(isProperty).map((each) => propertyOf(each, vars)));
    case 'identifier': {
      const named = vars.get(node.text);
      return named === undefined ? new Code(node.text) : valueOf(named, vars);
    }
    case 'call_expression':
      return calledOf(node, vars);
    default:
      return new Code(node.text);
  }
};

const isProperty = ({ type, firstNamedChild }: Node): boolean =>
  type === 'object_property' && firstNamedChild?.type !== 'resource_declaration';

const propertyOf = (node: Node, vars: Vars): [string, Value] => {
  const key = node.firstNamedChild as Node;
  return [key.type === 'string' ? unquoted(key) : key.text, valueOf(node.lastNamedChild as Node, vars)];
};

const stringOf = (node: Node): Value => {
  if (node.text.startsWith("'''")) return node.text.slice(3, -3);
  return node.namedChildren.some((child) => child.type === 'interpolation') ? new Code(node.text) : unquoted(node);
};

/** The lists and objects that are put together from parts. Of two that depend on a condition, the object stays code. */
const calledOf = (node: Node, vars: Vars): Value => {
  const name = node.childForFieldName('function')?.text;
  const parts = (): Value[] => firstOf(node, 'arguments').namedChildren.map((each) => valueOf(each, vars));
  if (name === 'concat') return parts().flat();
  if (name === 'union') return Object.assign({}, ...parts().filter((part) => !(part instanceof Code))) as Value;
  return new Code(node.text);
};

/** What is at the end of a path of names and positions. Throws where there is nothing. */
export const at = (value: Value, ...path: readonly (string | number)[]): Value =>
  path.reduce<Value>((from, step) => {
    const next = (from as Record<string | number, Value | undefined>)[step];
    if (next === undefined) throw new Error(`there is no ${step} of ${path.join('.')}`);
    return next;
  }, value);

/** The resource of that type, in a template that has one such. */
export const resource = (path: string, type: string): Value => {
  const found = template(path).resources.filter(({ of, isExisting }) => of.startsWith(`${type}@`) && !isExisting);
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type} in ${path}`);
  return (found[0] as Body).body;
};
