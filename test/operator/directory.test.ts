import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryCommands } from '../../src/operator/directory.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-directory-'));
  out = '';
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const person = {
  id: 'tom',
  name: 'Tom Reyes',
  title: 'Detective Inspector',
  agency: 'Exampleshire Police',
  roles: ['policeDdm', 'police'],
  email: 'tom.reyes@exampleshire.police.uk',
};

const type = async (command: readonly string[], file = ''): Promise<void> => {
  const open = () => Promise.resolve(openSqlite(join(folder, 'strategy.sqlite')));
  const program = new Command('strategy').exitOverride();
  const io = {
    read: () => file,
    out: (text: string) => void (out += text),
    err: () => undefined,
    exit: () => undefined,
  };
  directoryCommands(program, {
    io,
    open,
    openOrCreate: open,
    entra: () => Promise.reject(new Error('Entra is not asked')),
  });
  await program.parseAsync(['node', 'strategy', 'directory', ...command]);
};

describe('the directory from the command line', () => {
  it('is filled from a file before the first start, and listed', async () => {
    await type(['import', 'people.json'], JSON.stringify({ people: [person] }));
    await type(['list']);
    expect(out).toBe(
      '1 people and 0 inboxes imported.\nTom Reyes, Detective Inspector, Exampleshire Police (tom: policeDdm, police)\n',
    );
  });

  it('comes as CSV too, looked at first, and goes out as what is read again as it was', async () => {
    const csv =
      'Staff ID,Full name,Job title,Organisation,Roles,E-mail\r\ntom,Tom Reyes,DI,Police,police,tom@police.uk\r\n';
    await type(['import', '--dry-run', 'people.csv'], csv);
    expect(out).toContain('Would add: tom.\nWould change: nobody.');
    await type(['export']);
    expect(out).not.toContain('Tom Reyes');
    await type(['import', 'people.csv'], csv);
    out = '';
    await type(['export']);
    const exported = out;
    expect(exported).toContain('tom,Tom Reyes,DI,Police,police,,,tom@police.uk,,,\r\n');
    out = '';
    await type(['import', '--dry-run', 'again.csv'], exported);
    expect(out).toContain('Would add: nobody.\nWould change: nobody.');
    await type(['import', '--dry-run', 'new.csv'], csv.replace('DI', 'DCI'));
    expect(out).toContain('Would change: tom.');
  });

  it('lets those who have left be taken out: all of them, or none', async () => {
    await type(['import', 'people.json'], JSON.stringify({ people: [person, { ...person, id: 'sam', name: 'Sam' }] }));
    await expect(type(['remove', 'tom', 'nobody'])).rejects.toThrow('Nobody in the directory has the id nobody.');
    out = '';
    await type(['remove', 'tom']);
    await type(['list']);
    expect(out).toMatch(/^Removed: tom\. .* are handed over\.\nSam, [^\n]+\n$/);
  });

  it('takes all of a file or none of it, and names what is wrong', async () => {
    const bad = { ...person, id: 'mum', roles: ['parent'] };
    await expect(type(['import', 'people.json'], JSON.stringify({ people: [person, bad] }))).rejects.toThrow(
      /family role/,
    );
    await type(['list']);
    expect(out).toBe('There is nobody in it yet. Add people with: directory import FILE\n');
  });
});
