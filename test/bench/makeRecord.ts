/** Makes the record of a discussion in a process of its own, from the database to the file: what that takes is printed. */
import { join } from 'node:path';
import { fold } from '../../src/conduct/fold.ts';
import { setAs } from '../../src/documents/paper/files.ts';
import { recordOf } from '../../src/documents/record/record.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { practiceUnder } from '../builders/standards.ts';

const [folder = '', reference = '', kind = ''] = process.argv.slice(2);
const stores = openSqlite(join(folder, 'strategy.sqlite'));
const start = performance.now();
const d = fold(await stores.store.load(reference));
if (d?.stage !== 'decided' || (kind !== 'pdf' && kind !== 'docx')) throw new Error('there is no such record');
const bytes = await setAs[kind](recordOf({ d, practice: practiceUnder(d.standard) }, { for: 'full' }));
const seconds = (performance.now() - start) / 1000;
await stores.close();
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, megabytes, size: bytes.length }));
