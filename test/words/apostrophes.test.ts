/** Everything people read has one kind of apostrophe, ’: a straight one between two letters is a slip. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

/** Code that says nothing to people, and versions of procedures that are kept as they were. */
const patterns = [
  'cards/**/*.{json,md}',
  'src/{words,cards,messages,pages,documents,teams,channels,directory,meetings,discussion}/**/*.ts',
  'src/practice/{language,answers}/**/*.ts',
  'src/practice/standards/*.{yaml,ts}',
  'src/rehearsal/page/**/*.{js,html}',
];
const straight = /\p{L}'(?=\p{L})/u;
const isComment = (line: string): boolean => /^\s*(\/\/|\/?\*|#|<!--)/.test(line);

it.each(patterns)('%s', (pattern) => {
  const files = globSync(pattern, { cwd: root });
  expect(files).not.toEqual([]);
  const slips = files.flatMap((file) =>
    readFileSync(`${root}${file}`, 'utf8')
      .split('\n')
      .flatMap((line, i) => (!isComment(line) && straight.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
  expect(slips).toEqual([]);
});
