/** The names under which a schema stores what it stores, wherever they stand in it. */
import { z } from 'zod';

const node = z.looseObject({
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  propertyNames: z.looseObject({ enum: z.array(z.string()).default([]) }).default({ enum: [] }),
  oneOf: z.array(z.unknown()).default([]),
  anyOf: z.array(z.unknown()).default([]),
  allOf: z.array(z.unknown()).default([]),
});

const isSchema = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** `name` is the property it is the schema of. What has no parts is a field, and so is each name that a record may have. */
const walk = (schema: unknown, name: string): readonly string[] => {
  const { type, properties, items, additionalProperties, propertyNames, oneOf, anyOf, allOf } = node.parse(schema);
  const own = Object.entries(properties);
  const parts = [items, additionalProperties, ...oneOf, ...anyOf, ...allOf].filter(isSchema);
  if (own.length + parts.length === 0) return type === 'null' || name === '' ? [] : [name];
  return [
    ...own.flatMap(([property, of]) => walk(of, property)),
    ...parts.flatMap((part) => walk(part, name)),
    ...propertyNames.enum,
  ];
};

/** Each once. Throws for a schema that refers to another one, which this does not follow. */
export const fieldsOf = (schema: z.ZodType): readonly string[] => {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  if (JSON.stringify(json).includes('"$ref"')) throw new Error('a schema that refers to another is not read');
  return [...new Set(walk(json, ''))];
};
