/** `package`: the app package that an administrator uploads to Teams, made for one council from `manifest/` and its settings. */
import { zipSync } from 'fflate';
import type { Command } from 'commander';
import { z } from 'zod';
import { InputProblem, type Io } from './io.ts';
import { writeNew } from './paperFile.ts';

export interface PackageEdges {
  readonly io: Io;
  readonly writeBytes: (path: string, bytes: Uint8Array) => void;
  /** A file of `manifest/`. */
  readonly manifestFile: (name: string) => Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Options {
  readonly out: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

export const packageCommand = (program: Command, edges: PackageEdges): void => {
  program
    .command('package')
    .description('The app package for Teams, from MICROSOFT_APP_ID and AUTHORITY')
    .requiredOption('--out <file>', 'a file that does not exist yet, .zip')
    .requiredOption('--website <url>', 'the council’s page about this service')
    .requiredOption('--privacy <url>', 'its privacy notice')
    .requiredOption('--terms <url>', 'its terms of use')
    .action((options: Options) => {
      if (!options.out.endsWith('.zip')) throw new InputProblem(`--out: "${options.out}" must end in .zip.`);
      const settings = settingsFrom(edges.env, options);
      const files = packaged(edges, settings);
      writeNew(edges, options.out, zipSync(files));
      edges.io.out(`The app package of ${settings.AUTHORITY} is in ${options.out}.\n`);
    });
};

const page = (option: string) => z.url({ protocol: /^https$/, error: `${option} must begin with https://.` });
const settings = z.object({
  MICROSOFT_APP_ID: z.guid('MICROSOFT_APP_ID must be the id of the bot’s registration, such as 0a1b2c3d-....'),
  AUTHORITY: z
    .string('AUTHORITY must be the name of the council.')
    .min(1, 'AUTHORITY must be the name of the council.')
    .max(32, 'AUTHORITY has more than the 32 characters that Teams shows of a name.'),
  website: page('--website'),
  privacy: page('--privacy'),
  terms: page('--terms'),
});
type Settings = z.output<typeof settings>;

const settingsFrom = (env: PackageEdges['env'], options: Options): Settings => {
  const read = settings.safeParse({ ...env, ...options });
  if (read.success) return read.data;
  throw new InputProblem(read.error.issues.map(({ message }) => message).join('\n'));
};

/** Within what Teams takes of each: what is longer is refused when somebody uploads it. Loose, since all of it goes into the package. */
const commands = z.array(z.looseObject({ title: z.string().max(32), description: z.string().max(128) })).max(10);
const manifestShape = z.looseObject({
  id: z.string(),
  developer: z.looseObject({ name: z.string() }),
  name: z.looseObject({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.looseObject({ short: z.string().max(80), full: z.string().max(4_000) }),
  icons: z.looseObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  bots: z.tuple([z.looseObject({ botId: z.string(), commandLists: z.array(z.looseObject({ commands })) })]),
  webApplicationInfo: z.looseObject({ id: z.string() }),
  // It opens no page inside Teams.
  validDomains: z.never().optional(),
});

const packaged = ({ manifestFile }: PackageEdges, given: Settings): Record<string, Uint8Array> => {
  const manifest = filledIn(manifestFile('manifest.json'), given);
  const color = icon(manifestFile, 'color.png', 192);
  const outline = icon(manifestFile, 'outline.png', 32);
  return {
    'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
    'color.png': color,
    'outline.png': outline,
  };
};

const filledIn = (bytes: Uint8Array, { MICROSOFT_APP_ID: id, AUTHORITY: name, website, privacy, terms }: Settings) => {
  const read = manifestShape.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!read.success) {
    const faults = read.error.issues.map(
      ({ path, message }) => `manifest/manifest.json, ${path.join('.')}: ${message}`,
    );
    throw new InputProblem(faults.join('\n'));
  }
  const { bots, webApplicationInfo, ...manifest } = read.data;
  const [bot] = bots;
  return {
    ...manifest,
    id,
    developer: { name, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    bots: [{ ...bot, botId: id }],
    webApplicationInfo: { ...webApplicationInfo, id },
  };
};

/** A PNG says its size in its first bytes. */
const icon = (manifestFile: PackageEdges['manifestFile'], name: string, pixels: number): Uint8Array => {
  const bytes = Buffer.from(manifestFile(name));
  const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG';
  if (isPng && bytes.readUInt32BE(16) === pixels && bytes.readUInt32BE(20) === pixels) return bytes;
  throw new InputProblem(`manifest/${name} must be a PNG of ${pixels} by ${pixels} pixels.`);
};
