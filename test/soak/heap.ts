/**
 * What a process of the product holds once all that nobody needs is tidied away: asked from outside, through Node’s own
 * inspector, so that the product is as it always is.
 */
import { heapKinds } from './heapKinds.ts';

/** A part of the snapshot, or that all of it has been sent. */
type Said = { readonly params: { readonly chunk: string } } | { readonly id: number };

/**
 * Megabytes of objects and text, code left out: that grows for as long as more of it becomes hot. `address` is where the
 * process says its inspector is: ws://127.0.0.1:PORT/ID. Hangs up afterwards, for a process that is inspected waits with its
 * end. Rejects where it has ended. The process stands still meanwhile, a second or two.
 */
export const heldBy = async (address: string): Promise<number> => {
  const socket = new WebSocket(address);
  const chunks: string[] = [];
  const snapshot = new Promise<string>((resolve, reject) => {
    socket.addEventListener('close', () => reject(new Error('the process has ended')));
    socket.addEventListener('message', ({ data }) => {
      const said = JSON.parse(String(data)) as Said;
      if ('params' in said) chunks.push(said.params.chunk);
      else resolve(chunks.join(''));
    });
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.takeHeapSnapshot' })),
    );
  });
  try {
    const { text, objects } = heapKinds(await snapshot);
    return (text + objects) / 2 ** 20;
  } finally {
    socket.close();
  }
};
