import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { botName } from '../../src/rehearsal/places.ts';
import { readCommand } from '../../src/teams/commands/text.ts';
import { readPng } from './png.ts';

const text = readFileSync('manifest/manifest.json', 'utf8');
const manifest = z
  .looseObject({
    manifestVersion: z.string(),
    version: z.string(),
    id: z.string(),
    name: z.object({ short: z.string() }),
    icons: z.object({ color: z.string(), outline: z.string() }),
    bots: z.tuple([
      z.looseObject({
        botId: z.string(),
        scopes: z.array(z.string()),
        supportsTargetedMessages: z.boolean(),
        commandLists: z.array(
          z.object({
            scopes: z.array(z.string()),
            triggers: z.array(z.string()),
            commands: z.array(z.object({ title: z.string(), description: z.string() })),
          }),
        ),
      }),
    ]),
  })
  .parse(JSON.parse(text));
const [bot] = manifest.bots;

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What Microsoft's schema of that manifest version, kept in its package, says about a manifest. No network. */
const faultsOf = async (json: string): Promise<readonly string[]> => {
  const file = join(folder, 'manifest.json');
  writeFileSync(file, json);
  // Some faults it lists; for others it throws.
  return AppManifestUtils.readAndValidateTeamsManifest(file).then(
    ([, faults]) => faults,
    (error: unknown) => [String(error)],
  );
};

describe('the manifest', () => {
  it('is valid under the schema of its version', async () => {
    expect(await faultsOf(text)).toEqual([]);
  });

  it.each([
    ['a trigger that does not exist', text.replace('"slash"', '"backslash"')],
    ['a bot id that is no GUID', text.replace(/"botId": "[^"]+"/, '"botId": "MICROSOFT_APP_ID"')],
    ['a version without slash commands', text.replaceAll('1.29', '1.25')],
  ])('%s would not be', async (_, spoilt) => {
    expect(spoilt).not.toBe(text);
    expect(await faultsOf(spoilt)).toEqual([expect.stringContaining('bots')]);
  });

  it('has the version of the program', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
    expect(manifest.version).toBe(version);
  });

  it('belongs to nobody until it is packaged for a council: both ids are zero', () => {
    const nobody = '00000000-0000-0000-0000-000000000000';
    expect([manifest.id, bot.botId]).toEqual([nobody, nobody]);
  });

  it('asks to be told who joins and leaves a meeting, and for nothing else: no sign-in and no domain', () => {
    const asks = ['permissions', 'devicePermissions', 'validDomains'];
    expect(Object.keys(manifest).filter((key) => asks.includes(key))).toEqual([]);
    const { authorization, webApplicationInfo } = JSON.parse(text) as Record<string, unknown>;
    expect(authorization).toEqual({
      permissions: { resourceSpecific: [{ name: 'OnlineMeetingParticipant.Read.Chat', type: 'Application' }] },
    });
    // Whose registration asks: no resource, so nobody signs in with it.
    expect(webApplicationInfo).toEqual({ id: '00000000-0000-0000-0000-000000000000' });
  });

  it('installs the bot for a team, a group chat and a person, under the name people mention', () => {
    expect(bot.scopes).toEqual(['team', 'groupChat', 'personal']);
    expect(manifest.name.short).toBe(botName);
  });
});

describe('the commands', () => {
  const offered = bot.commandLists.flatMap(({ triggers, scopes, commands }) =>
    commands.map(({ title, description }) => ({ title, description, triggers, scopes })),
  );
  const meaning = ['convene', 'list', 'show', 'actions', 'reconvene', 'cancel', 'handover', 'rota', 'close', 'help'];
  const reading = (title: string) =>
    readCommand(/show|reconvene|cancel|handover|close/.test(title) ? `${title} SD-ABC234` : title)?.name;

  it.each(bot.commandLists.map((list) => [list.triggers.join(' and '), list] as const))(
    'by %s are all that the bot understands, in the order of its help',
    (_, { commands }) => {
      expect(commands.map(({ title }) => reading(title))).toEqual(meaning);
    },
  );

  it('are offered after an @mention everywhere, and behind a slash where messages can be private', () => {
    expect(bot.commandLists.map(({ triggers, scopes }) => [triggers, scopes])).toEqual([
      [['mention'], ['team', 'groupChat', 'personal']],
      [['slash'], ['team', 'groupChat']],
    ]);
    expect(bot.supportsTargetedMessages).toBe(true);
  });

  it.each(offered.map(({ title, description }) => [title, description]))(
    '%s fits the menus of older clients: 32 and 128 characters',
    (title, description) => {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    },
  );
});

describe('the icons', () => {
  const icon = (name: string) => readPng(readFileSync(join('manifest', name)));

  it('in colour: 192 by 192 pixels, nothing transparent', () => {
    const { width, height, pixels } = icon(manifest.icons.color);
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.filter(([, , , opacity]) => opacity < 255)).toEqual([]);
  });

  it('in outline: 32 by 32 pixels, white on transparent', () => {
    const { width, height, pixels } = icon(manifest.icons.outline);
    expect([width, height]).toEqual([32, 32]);
    const drawn = pixels.filter(([, , , opacity]) => opacity > 0);
    expect(drawn.filter(([red, green, blue]) => Math.min(red, green, blue) < 250)).toEqual([]);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(pixels.length / 2);
  });
});
