/** The commands of `npm run -s strategy`, each loaded when it is typed: all of them take longer to load than most take to run. */
import type { Command } from 'commander';
import type { Io } from '../operator/io.ts';
import type { PackageEdges } from '../operator/package.ts';
import type { PaperEdges } from '../operator/paperFile.ts';
import type { PracticeEdges } from '../operator/practiceEdges.ts';
import type { StoreEdges } from '../operator/stores.ts';
import type { backupCommand } from '../operator/backup.ts';
import type { directoryCommands } from '../operator/directory.ts';
import type { DoctorEdges } from '../operator/doctor.ts';
import type { SigningEdges } from '../operator/export.ts';
import type { noticesCommand } from '../operator/notices.ts';
import type { verifyCommands } from '../operator/verify.ts';

/** What the commands work with. */
export interface OperatorEdges {
  readonly io: Io;
  readonly standards: PracticeEdges;
  readonly store: StoreEdges;
  readonly records: PaperEdges &
    SigningEdges &
    Pick<PracticeEdges, 'library'> & { readonly telephone: () => string | null };
  readonly notices: Parameters<typeof noticesCommand>[1];
  readonly verify: Parameters<typeof verifyCommands>[1];
  readonly appPackage: PackageEdges;
  readonly doctor: DoctorEdges;
  readonly directory: Parameters<typeof directoryCommands>[1];
  readonly backup: Parameters<typeof backupCommand>[1];
}

interface Group {
  /** What is typed. */
  readonly names: readonly string[];
  readonly add: (program: Command, edges: OperatorEdges) => Promise<void>;
}

export const groups: readonly Group[] = [
  {
    names: ['practice'],
    add: async (p, e) => (await import('../operator/practice.ts')).practiceCommands(p, e.standards),
  },
  { names: ['preview'], add: async (p, e) => (await import('../operator/preview.ts')).previewCommand(p, e.standards) },
  { names: ['notices'], add: async (p, e) => (await import('../operator/notices.ts')).noticesCommand(p, e.notices) },
  { names: ['export'], add: async (p, e) => (await import('../operator/export.ts')).exportCommand(p, e.verify) },
  {
    names: ['verify', 'public-key'],
    add: async (p, e) => (await import('../operator/verify.ts')).verifyCommands(p, e.verify),
  },
  { names: ['specimen'], add: async (p, e) => (await import('../operator/specimen.ts')).specimenCommand(p, e.records) },
  { names: ['package'], add: async (p, e) => (await import('../operator/package.ts')).packageCommand(p, e.appPackage) },
  { names: ['doctor'], add: async (p, e) => (await import('../operator/doctor.ts')).doctorCommand(p, e.doctor) },
  { names: ['audit'], add: async (p, e) => (await import('../operator/audit.ts')).auditCommand(p, e.store) },
  {
    names: ['subject-access'],
    add: async (p, e) => (await import('../operator/subjectAccess.ts')).subjectAccessCommand(p, e.records),
  },
  { names: ['record'], add: async (p, e) => (await import('../operator/record.ts')).recordCommand(p, e.records) },
  { names: ['returns'], add: async (p, e) => (await import('../operator/returns.ts')).returnsCommand(p, e.records) },
  { names: ['leaflet'], add: async (p, e) => (await import('../operator/leaflet.ts')).leafletCommand(p, e.records) },
  { names: ['file'], add: async (p, e) => (await import('../operator/file.ts')).fileCommand(p, e.records) },
  {
    names: ['directory'],
    add: async (p, e) => (await import('../operator/directory.ts')).directoryCommands(p, e.directory),
  },
  { names: ['rota'], add: async (p, e) => (await import('../operator/rota.ts')).rotaCommands(p, e.store) },
  {
    names: ['hold', 'release', 'retention'],
    add: async (p, e) => (await import('../operator/retention.ts')).retentionCommands(p, e.store),
  },
  { names: ['backup'], add: async (p, e) => (await import('../operator/backup.ts')).backupCommand(p, e.backup) },
  {
    names: ['prepare-cosmos', 'migrate'],
    add: async (p, e) => (await import('../operator/migrate.ts')).migrateCommands(p, e.store),
  },
];

/** The one that was typed; all of them where none was, for somebody who asks what there is or has mistyped. */
export const addTyped = async (program: Command, typed: string | undefined, edges: OperatorEdges): Promise<void> => {
  const named = groups.filter(({ names }) => names.some((name) => name === typed));
  for (const { add } of named.length === 0 ? groups : named) await add(program, edges);
};
