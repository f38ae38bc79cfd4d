/** The rule language as JSON Schema: an editor completes a standard's file from it, and marks what is no word of it. */
import { z } from 'zod';
import { commonFacts, derivedFacts, yesNoWords } from './commonFacts.ts';
import { standardFile } from './standard.ts';

const knownFacts = [...Object.keys(commonFacts), ...Object.keys(yesNoWords), ...derivedFacts];

/** A fact is one of those every standard knows, offered by name, or one of the standard's own. */
export const standardJsonSchema = (): object =>
  z.toJSONSchema(standardFile, {
    io: 'input',
    reused: 'ref',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
      if (jsonSchema['fact'] !== true) return;
      delete jsonSchema['fact'];
      delete jsonSchema.type;
      const { pattern } = jsonSchema;
      delete jsonSchema.pattern;
      jsonSchema.anyOf = [{ enum: knownFacts }, { type: 'string', ...(pattern === undefined ? {} : { pattern }) }];
    },
  });
