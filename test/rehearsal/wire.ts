/** A wire between a browser and a tenant, which can be cut and mended: connections end, and no new ones are made. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Wire {
  /** Where the tenant is reached through it. */
  readonly origin: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export const layWire = async (to: string): Promise<Wire> => {
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // An end that is cut off is what this is for.
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (isCut) return near.destroy();
    const far = connect(Number(new URL(to).port), '127.0.0.1');
    keep(far);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
