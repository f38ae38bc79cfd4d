import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/directory/directory.ts';
import { rotaCommands } from '../../src/operator/rota.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';

let folder: string;
let out: string;

const open = () => Promise.resolve(openSqlite(join(folder, 'strategy.sqlite')));
const person = (id: string, name: string) => ({
  id,
  name,
  title: 'Doctor',
  agency: 'General Hospital',
  roles: ['paediatrician'],
});
const inDirectory = async (change: (directory: ReturnType<typeof createDirectory>) => Promise<unknown>) => {
  const stores = await open();
  await change(createDirectory(stores.directory));
  await stores.close();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-rota-'));
  out = '';
  const people = [person('kapoor', 'Dr Kapoor'), person('lindt', 'Dr Lindt')];
  await inDirectory((directory) => directory.importPeople(JSON.stringify({ people })));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const type = async (command: readonly string[], file = ''): Promise<string> => {
  out = '';
  const program = new Command('strategy').exitOverride();
  const io = {
    read: () => file,
    out: (text: string) => void (out += text),
    err: () => undefined,
    exit: () => undefined,
  };
  rotaCommands(program, { io, open, clock: () => instant('2026-11-27T10:00:00.000Z') });
  await program.parseAsync(['node', 'strategy', 'rota', ...command]);
  return out;
};

const head = 'duty,person,from,until\r\n';
const file = `${head}Duty paediatrician,kapoor,2026-11-27 08:00,2026-11-28 08:00\r\nDuty paediatrician,lindt,2026-11-28 08:00,2026-11-29 08:00\r\n`;
const swapUntil = (until: string) => [
  'swap',
  'Duty paediatrician',
  ...['--off', 'kapoor', '--on', 'lindt', '--from', '2026-11-27 20:00', '--until', until, '--by', 'Priya Shah'],
];

describe('the duty rota from the command line', () => {
  it('is imported, shown for now and for another time, and exported as it was', async () => {
    expect(await type(['import', 'rota.csv'], file)).toBe('2 shifts imported.\n');
    expect(await type(['show'])).toBe(
      'On duty at Friday 27 November 2026, 10am:\nDuty paediatrician: Dr Kapoor, on duty until 08:00 on Saturday 28 November\n',
    );
    expect(await type(['show', '--at', '28/11/2026 9am'])).toContain(
      'Duty paediatrician: Dr Lindt, on duty until 08:00',
    );
    expect(await type(['show', '--at', '2026-12-24 09:00'])).toContain('Duty paediatrician: nobody\n');
    expect(await type(['export'])).toBe(file);
  });

  it('keeps of a swap who agreed it and when', async () => {
    await type(['import', 'rota.csv'], file);
    expect(await type(swapUntil('2026-11-28 08:00'))).toBe(
      'lindt is on duty as Duty paediatrician in place of kapoor from Friday 27 November 2026, 8pm until Saturday 28 November 2026, 8am.\n',
    );
    expect(await type(['show', '--at', '2026-11-27 21:00'])).toContain(
      'Dr Lindt, on duty until 08:00 on Saturday 28 November (instead of Dr Kapoor, as Priya Shah entered on Friday 27 November 2026, 10am)',
    );
    expect(await type(['export', '--swaps'])).toBe(
      'duty,off,on,from,until,by,agreed\r\nDuty paediatrician,kapoor,lindt,2026-11-27 20:00,2026-11-28 08:00,Priya Shah,2026-11-27 10:00\r\n',
    );
    expect(await type(['export'])).toBe(file);
  });

  it('refuses a swap with somebody who is not on duty then', async () => {
    await type(['import', 'rota.csv'], `${head}Duty paediatrician,lindt,2026-11-27 08:00,2026-11-28 08:00`);
    await expect(type(swapUntil('2026-11-28 08:00'))).rejects.toThrow(
      'kapoor is not on duty as Duty paediatrician then: there is nothing to swap.',
    );
  });

  it('says of a new file when nobody is on duty, and keeps what came before it', async () => {
    await type(['import', 'rota.csv'], file);
    const next = `${head}duty  paediatrician,kapoor,2026-11-28 08:00,2026-11-28 20:00\nDuty paediatrician,kapoor,2026-11-29 08:00,2026-11-29 20:00`;
    expect(await type(['import', 'rota.csv'], next)).toBe(
      '2 shifts imported.\nNobody is on duty as duty paediatrician from Saturday 28 November 2026, 8pm until Sunday 29 November 2026, 8am.\n',
    );
    expect(await type(['show'])).toContain('Dr Kapoor, on duty until 08:00 on Saturday');
  });

  it('says who has left', async () => {
    await type(['import', 'rota.csv'], file);
    await inDirectory((directory) => directory.remove(['kapoor']));
    expect(await type(['show'])).toContain('Duty paediatrician: nobody: kapoor is in the directory no more');
  });

  it.each([
    [
      'a column that is missing',
      'duty,person,from\n',
      'The first line must name the columns duty, person, from, until.',
    ],
    ['nothing in it', head, 'There are no shifts in the file.'],
    [
      'somebody nobody knows',
      `${head}A,nobody,2026-11-27 08:00,2026-11-27 20:00`,
      'Line 2: nobody in the directory has the id nobody.',
    ],
    [
      'a shift that ends before it begins',
      `${head}A,kapoor,2026-11-27 08:00,2026-11-26 20:00`,
      'Line 2: it must end after it begins.',
    ],
    [
      'an hour that the clock leaves out',
      `${head}A,kapoor,2026-03-29 01:30,2026-03-29 20:00`,
      'Line 2: from is no time: there is no 01:30 on Sunday 29 March 2026',
    ],
    [
      'a date that can be read twice',
      `${head}A,kapoor,3/4/2026 08:00,2026-05-01 20:00`,
      'Line 2: from may be Friday 3 April 2026 or Wednesday 4 March 2026: write it as 2026-04-03 or as 2026-03-04.',
    ],
    [
      'no time',
      `${head}A,kapoor,2026-11-27,soon`,
      'Line 2: until must be a date and a time, such as 2026-11-27 20:00.',
    ],
  ])('takes nothing of a file with %s', async (_what, bad, fault) => {
    await expect(type(['import', 'rota.csv'], bad)).rejects.toThrow(fault);
    expect(await type(['export'])).toBe(head);
  });
});
