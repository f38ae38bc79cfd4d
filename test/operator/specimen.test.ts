/** Whoever edits the words of the leaflet sees the paper before any family does: that of a made-up discussion. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPdf, readWord } from '../documents/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'specimen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const command = ['src/start/launch.cjs', 'strategy', 'specimen'];
const env = { ...process.env, DATA_DIR: join(folder, 'none') };

const specimen = (name: string, ...args: readonly string[]): Buffer => {
  const out = join(folder, name);
  execFileSync(process.execPath, [...command, ...args, '--out', out], { env, stdio: 'pipe' });
  return readFileSync(out);
};

it('the record as a PDF, under any standard, with nobody’s data at hand', async () => {
  expect((await readPdf(specimen('record.pdf', 'record'))).text).toContain('Jo Invented');
  const { text } = await readPdf(specimen('liverpool.pdf', 'record', '--standard', 'liverpool'));
  expect(text).toContain('Liverpool');
});

it('the leaflet in each language, as Word too', async () => {
  expect((await readPdf(specimen('leaflet.pdf', 'leaflet'))).language).toBe('en-GB');
  const polish = readWord(specimen('leaflet.docx', 'leaflet', '--language', 'pl')).text;
  expect(polish).toMatch(/dziec/);
  expect(polish).not.toMatch(/Invented/);
});

it('a language there is none in, or another paper, is named', () => {
  const refused = (...args: readonly string[]): string =>
    spawnSync(process.execPath, [...command, ...args, '--out', join(folder, 'no.pdf')], { env, encoding: 'utf8' })
      .stderr;
  expect(refused('leaflet', '--language', 'xx')).toContain('must be one of en, pl');
  expect(refused('letter')).toContain('record, leaflet');
});
