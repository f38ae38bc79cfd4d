import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { filedDiscussion } from '../../src/documents/filing/filed.ts';

it('the published JSON Schema is that of the files this program writes', () => {
  const published: unknown = JSON.parse(readFileSync('docs/filed-discussion.schema.json', 'utf8'));
  expect(published).toEqual(z.toJSONSchema(filedDiscussion));
});
