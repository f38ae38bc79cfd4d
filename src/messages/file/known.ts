/** What a letter file may use, read from the schema of its data: so that a slip is found at the start, not when it is sent. */
import { z } from 'zod';

export type Known =
  | { readonly is: 'text' }
  | { readonly is: 'yesNo' }
  | { readonly is: 'list'; readonly of: Known }
  | { readonly is: 'group'; readonly names: Readonly<Record<string, Known>> };

export type Group = Extract<Known, { is: 'group' }>;

const knownOf = (schema: z.core.$ZodType): Known => {
  if (schema instanceof z.ZodNullable) return knownOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return { is: 'list', of: knownOf(schema.element) };
  if (schema instanceof z.ZodObject) return groupOf(schema);
  return schema instanceof z.ZodBoolean ? { is: 'yesNo' } : { is: 'text' };
};

export const groupOf = (schema: z.ZodObject): Group => ({
  is: 'group',
  names: Object.fromEntries(Object.entries<z.core.$ZodType>(schema.shape).map(([name, part]) => [name, knownOf(part)])),
});

/** `reader.name`; null where there is nothing of that name. */
export const lookUp = (scope: Known, path: readonly string[]): Known | null => {
  const [name, ...rest] = path;
  if (name === undefined) return scope;
  if (scope.is !== 'group' || !Object.hasOwn(scope.names, name)) return null;
  const found = scope.names[name];
  return found === undefined ? null : lookUp(found, rest);
};

/** Every name by which something can be said, asked or gone through. */
export const namesIn = ({ names }: Group, before = ''): readonly string[] =>
  Object.entries(names).flatMap(([name, known]) => {
    const path = `${before}${name}`;
    if (known.is === 'group') return namesIn(known, `${path}.`);
    return known.is === 'list' ? [`${path} (a list)`] : [path];
  });
