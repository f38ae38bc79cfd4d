/** How everything stored is read back: with suspicion, and in errors that name the place and never the content. */
import type { z } from 'zod';

/** Something stored cannot be trusted or understood. Names the place, never the content, which may be about a child. */
export class StoredFault extends Error {
  override readonly name = 'StoredFault';
}

/** The JSON value of a stored text. Throws StoredFault. */
export const jsonOf = (text: string, place: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may be about a child.
    throw new StoredFault(`${place}: the stored text is not JSON`);
  }
};

/** The value as the schema has it. Throws StoredFault, which names the first field that is wrong. */
export const parsed = <T extends z.ZodType>(schema: T, value: unknown, place: string): z.output<T> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const at = result.error.issues[0]?.path.map(String).join('.') ?? '';
  const isUnknownEvent = /^events\.\d+\.type$/.test(at);
  throw new StoredFault(`${place}: ${at} ${isUnknownEvent ? 'is an unknown event type' : 'is not as expected'}`);
};
