import { describe, expect, it } from 'vitest';
import { at, Code, environments, faultsIn, parsed, template, templates, textOf, type Value } from './bicep.ts';

const main = template('main.bicep');

describe('the templates', () => {
  it.each([...templates, ...environments])('%s is Bicep from the first line to the last', (path) => {
    expect(template(path).faults).toEqual([]);
  });

  it('and what is not would be noticed', () => {
    expect(faultsIn(parsed(textOf('main.bicep').replace('module bot ', 'modul bot ')))).not.toEqual([]);
    expect(
      faultsIn(parsed(textOf('modules/cosmos.bicep').replace('properties: union(', 'properties: union(,'))),
    ).not.toEqual([]);
  });

  it('every template is one of main’s modules, and each is there', () => {
    expect(main.modules.map(({ of }) => of).sort()).toEqual(templates.filter((path) => path !== 'main.bicep').sort());
  });

  it.each(main.modules)('$of is given the parameters it has', ({ of, body }) => {
    expect(Object.keys(at(body, 'params')).sort()).toEqual(Object.keys(template(of).params).sort());
  });

  it('no parameter is declared and not used', () => {
    const unused = templates.flatMap((path) =>
      Object.keys(template(path).params)
        .filter((name) => [...textOf(path).matchAll(new RegExp(`\\b${name}\\b(?!:)`, 'g'))].length < 2)
        .map((name) => `${path}: ${name}`),
    );
    expect(unused).toEqual([]);
  });
});

/** What the type of a parameter lets its value be; what a deployment works out may be anything. */
const typeOf = (value: Value): string => {
  if (value instanceof Code) return 'code';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return 'int';
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

describe.each(environments)('%s', (path) => {
  const given = template(path).vars;

  it('is for main.bicep', () => {
    expect(textOf(path)).toMatch(/^using '\.\.\/main\.bicep'$/m);
  });

  it('gives every parameter that is required, and none that main does not have', () => {
    const required = Object.keys(main.params).filter((name) => main.params[name]?.isRequired);
    expect(Object.keys(given)).toEqual(expect.arrayContaining(required));
    expect(Object.keys(main.params)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  it('gives each the type it has', () => {
    const wrong = Object.entries(given).filter(
      ([name, value]) => !['code', main.params[name]?.type].includes(typeOf(value)),
    );
    expect(wrong).toEqual([]);
  });

  it('takes the images from whoever deploys, so that what runs is what was built', () => {
    expect(given.botImage).toEqual(new Code("readEnvironmentVariable('BOT_IMAGE', '')"));
    expect(given.collectorImage).toEqual(new Code("readEnvironmentVariable('COLLECTOR_IMAGE', '')"));
  });

  it('holds no secret: each name in it is that of something anybody may know', () => {
    expect(Object.keys(at(given, 'settings')).filter((name) => /SECRET|KEY|TOKEN|PASSWORD/.test(name))).toEqual([]);
  });
});
