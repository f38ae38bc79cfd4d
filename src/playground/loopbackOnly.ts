/**
 * Loaded into the Playground's process before its own code. Left to itself the Playground listens on every network
 * interface, where anybody could act as the manager, and it outlives a bot that is killed. There is no setting for either.
 */
import { Server } from 'node:net';

const listen = Reflect.get(Server.prototype, 'listen');

/** The Playground only ever calls `listen(port, callback)`. */
Server.prototype.listen = function (this: Server, port: number, callback: () => void): Server {
  return Reflect.apply(listen, this, [{ port, host: '127.0.0.1' }, callback]);
} as Server['listen'];

process.on('disconnect', () => process.exit(0));
