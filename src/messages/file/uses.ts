/** Finds what a parsed template uses that its data has not, or has as something else. */
import type { Value } from 'liquidjs';
import { ForTag, IfTag, Output, TypeGuards, UnlessTag, type PropertyAccessToken, type Token } from 'liquidjs';
import { mayUse, type FileFault } from './fault.ts';
import { lookUp, namesIn, type Group, type Known } from './known.ts';
import type { Template } from './liquid.ts';

export const faultsInUse = (templates: readonly Template[], scope: Group): readonly FileFault[] =>
  templates.flatMap((template) => {
    if (template instanceof Output) return used(template.value, scope, said);
    if (template instanceof ForTag) return inLoop(template, scope);
    if (!(template instanceof IfTag || template instanceof UnlessTag)) return [];
    const asked = template.branches.flatMap(({ value }) => used(value, scope, askedAbout));
    const within = [...template.branches.flatMap((branch) => branch.templates), ...(template.elseTemplates ?? [])];
    return [...asked, ...faultsInUse(within, scope)];
  });

const inLoop = ({ collection, variable, templates, elseTemplates }: ForTag, scope: Group): readonly FileFault[] => {
  const list = TypeGuards.isPropertyAccessToken(collection) ? lookUp(scope, pathOf(collection)) : null;
  if (list?.is !== 'list') return [fault(collection, `${quoted(collection)} is no list. ${mayUse(namesIn(scope))}`)];
  const within: Group = { is: 'group', names: { ...scope.names, [variable]: list.of } };
  return [...faultsInUse(templates, within), ...faultsInUse(elseTemplates, scope)];
};

/** What is wrong with using this here, or null. */
type Judge = (known: Known) => string | null;

const said: Judge = ({ is }) => (is === 'text' ? null : 'is nothing that can be said: it is for {% if %} or {% for %}');

/** A list counts as true even where nothing is on it. */
const askedAbout: Judge = ({ is }) => (is === 'list' ? 'is a list: go through it with {% for %}' : null);

const used = (value: Value, scope: Group, judge: Judge): readonly FileFault[] =>
  value.initial.postfix.filter(TypeGuards.isPropertyAccessToken).flatMap((token) => {
    const known = lookUp(scope, pathOf(token));
    if (known === null) return [fault(token, `there is no ${quoted(token)} here. ${mayUse(namesIn(scope))}`)];
    const wrong = judge(known);
    return wrong === null ? [] : [fault(token, `${quoted(token)} ${wrong}.`)];
  });

/** Something like `a[0]` becomes a path that leads nowhere. */
const pathOf = (token: PropertyAccessToken): readonly string[] => token.getText().split('.');

const quoted = (token: Token): string => `"${token.getText()}"`;

const fault = (token: Token, words: string): FileFault => {
  const [line = 1, column = 1] = token.getPosition();
  return { line, column, words };
};
