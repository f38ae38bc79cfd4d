/** A file an operator asks for is there whole, or not at all. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeNewFile } from '../../src/start/newFile.ts';

let folder: string;
const path = (): string => join(folder, 'record.pdf');
const bytes = Buffer.from('%PDF-1.7 and all that follows');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is written', () => {
  writeNewFile(path(), bytes);
  expect(readFileSync(path())).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(['record.pdf']);
});

it('that is there already stays as it is', () => {
  writeFileSync(path(), 'signed');
  expect(() => writeNewFile(path(), bytes)).toThrow('EEXIST');
  expect(readFileSync(path(), 'utf8')).toBe('signed');
  expect(readdirSync(folder)).toEqual(['record.pdf']);
});

it('of which half was written when the disk was full is not there, and can be written once there is room', () => {
  const fillsUp = (to: string, all: Uint8Array): never => {
    writeFileSync(to, all.subarray(0, 8));
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  expect(() => writeNewFile(path(), bytes, fillsUp)).toThrow('no space left');
  expect(existsSync(path())).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  writeNewFile(path(), bytes);
  expect(readFileSync(path())).toEqual(bytes);
});
