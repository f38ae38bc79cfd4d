/** The restore drill: `npm run -s drill -- --store sqlite` or `cosmos`. Ends with 1 where anything is missing. */
import { restoreHolds } from './drill.ts';
import { runDrill } from './run.ts';

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? '');
};

const store = option('store', 'sqlite');
if (store !== 'sqlite' && store !== 'cosmos') throw new Error('--store is sqlite or cosmos.');
const discussions = Number(option('discussions', '20'));
if (!Number.isInteger(discussions) || discussions < 2) throw new Error('--discussions takes a number from 2 on.');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const drilled = await runDrill(store, { discussions, say });
process.exitCode = restoreHolds(drilled) ? 0 : 1;
