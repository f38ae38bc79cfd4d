/**
 * `npm run -s bench`: the costs of the product beside a bare bot’s, as a table (`-- --quick`, `-- --json`,
 * `-- --discussions N`). `npm run -s bench -- NAME`: one of the parts, which fail where less is found than is
 * promised.
 */
import { askedFor } from './asking.ts';
import { measure } from './measure.ts';
import { tableOf } from './table.ts';

const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  kept: () => import('./kept.ts'),
  memory: () => import('./memory.ts'),
  notices: () => import('./notices.ts'),
  practice: () => import('./practice.ts'),
  record: () => import('./record.ts'),
  store: () => import('./store.ts'),
};

const [name = '', ...others] = process.argv.slice(2);
const part = parts[name];
if (part !== undefined) {
  await part();
} else if (name !== '' && !name.startsWith('--')) {
  process.stderr.write(`There is no part ${name}: there are ${Object.keys(parts).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  const { extent, as } = askedFor(name === '' ? others : [name, ...others]);
  const costs = await measure(extent, (line) => void process.stderr.write(`${line}\n`));
  process.stdout.write(as === 'json' ? `${JSON.stringify(costs, null, 2)}\n` : tableOf(costs));
}
