/**
 * What a process of the product holds once all that nobody needs is tidied away: asked from outside, through Node’s own
 * inspector, so that the product is as it always is.
 */
import { once } from 'node:events';

interface Usage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

/**
 * Megabytes of objects and buffers, `address` being where the process says its inspector is: ws://127.0.0.1:PORT/ID. Hangs
 * up afterwards, for a process that is inspected waits with its end. Rejects where it has ended.
 */
export const heldBy = async (address: string): Promise<number> => {
  const socket = new WebSocket(address);
  const closed = once(socket, 'close').then(() => {
    throw new Error('the process has ended');
  });
  closed.catch(() => undefined);
  const ask = async (method: string): Promise<unknown> => {
    socket.send(JSON.stringify({ id: 1, method }));
    const [{ data }] = (await Promise.race([once(socket, 'message'), closed])) as [{ readonly data: string }];
    return (JSON.parse(data) as { readonly result: unknown }).result;
  };
  try {
    await Promise.race([once(socket, 'open'), closed]);
    await ask('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = (await ask('Runtime.getHeapUsage')) as Usage;
    return (usedSize + backingStorageSize) / 2 ** 20;
  } finally {
    socket.close();
  }
};
