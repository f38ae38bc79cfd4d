/** Loaded into the processes under test: notes every address they connect to, in a file in the data folder. */
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

const file = join(z.string().parse(process.env.DATA_DIR), 'connections');
const connect = Reflect.get(Socket.prototype, 'connect');
/** By the time a socket connects, its arguments have become an array with the options first. */
const where = z.tuple([z.tuple([z.looseObject({ host: z.string() })]).rest(z.unknown())]).rest(z.unknown());

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const known = where.safeParse(args);
  appendFileSync(file, `${known.success ? known.data[0][0].host : 'an address that could not be read'}\n`);
  return Reflect.apply(connect, this, args) as Socket;
};
