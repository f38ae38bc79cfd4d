/** LibreOffice, where there is one: what somebody who has no Word opens the files with. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const usualPaths = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** Null where there is none: what needs it is then reported as skipped. */
export const libreOffice = usualPaths.find((path) => existsSync(path)) ?? null;

/** A Word file, opened and saved as another kind. Rejects with what it said where it could not. */
export const savedAs = (word: Uint8Array, kind: 'pdf' | 'docx'): Buffer => {
  if (libreOffice === null)
    throw new Error('There is no LibreOffice here. On Debian: apt-get install libreoffice-writer');
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    const file = join(folder, 'opened.docx');
    writeFileSync(file, word);
    const out = join(folder, 'saved');
    execFileSync(
      libreOffice,
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', kind, '--outdir', out, file],
      { stdio: 'pipe', timeout: 120_000 },
    );
    return readFileSync(join(out, `opened.${kind}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
