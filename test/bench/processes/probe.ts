/**
 * Loaded before a program that is measured: says over IPC what it has used. Before the product, it also puts the pretend
 * tenant elsewhere, so that what is measured is the product alone; and, where asked, leaves out the limits of Teams, at
 * which the product would wait and the floor would not.
 */
import { registerHooks } from 'node:module';
import { writeHeapSnapshot } from 'node:v8';

/** What a process answers: processor time in milliseconds since its start, and bytes held: in all, and for its heap. */
export interface Used {
  readonly cpuMs: number;
  readonly rss: number;
  readonly heap: number;
}

const beside = (file: string): string => new URL(file, import.meta.url).href;
const replaced: Readonly<Record<string, string>> = {
  '/src/start/tenant.ts': beside('tenantElsewhere.ts'),
  ...(process.env['BENCH_LIMITS'] === 'none' ? { '/src/channels/limits.ts': beside('noLimits.ts') } : {}),
};

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const other = Object.entries(replaced).find(([file]) => found.url.endsWith(file))?.[1];
    return other === undefined ? found : { ...found, url: other };
  },
});

/** Asked for what it has used; or, before it says so, for a snapshot of its heap in a file. */
export type Asked = { readonly snapshot: string | null };

process.on('message', ({ snapshot }: Asked) => {
  if (snapshot !== null) writeHeapSnapshot(snapshot);
  const { user, system } = process.cpuUsage();
  const { rss, heapTotal: heap } = process.memoryUsage();
  process.send?.({ cpuMs: (user + system) / 1_000, rss, heap } satisfies Used);
});
// Whoever measures has gone.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
