/** The front in a process of its own: the clock by which turns are timed is held up by nothing else. */
import { fileURLToPath } from 'node:url';
import { answerApart, startApart, type Apart } from './apart.ts';
import { startFront, type Pointed, type Turn } from './front.ts';
import { connectorEvery } from './weather.ts';

const itself = fileURLToPath(import.meta.url);

/** What came by since it was last asked for, and of the connector since the beginning. */
interface CameBy {
  readonly turns: readonly Turn[];
  readonly requests: number;
  readonly faults: number;
}

export interface FrontApart extends Pick<Apart, 'cpu' | 'stop'> {
  readonly origin: string;
  point(to: Pointed): Promise<void>;
  calm(): Promise<void>;
  cameBy(): Promise<CameBy>;
}

export const startFrontApart = async (): Promise<FrontApart> => {
  const apart = await startApart(itself);
  return {
    ...apart,
    origin: await apart.ask<string>('origin'),
    point: (to) => apart.ask(to),
    calm: () => apart.ask('calm'),
    cameBy: () => apart.ask('cameBy'),
  };
};

const serve = async (): Promise<void> => {
  const turns: Turn[] = [];
  const front = await startFront(connectorEvery, (turn) => void turns.push(turn));
  answerApart(
    (question) => {
      if (question === 'origin') return front.origin;
      if (question === 'cameBy') return { ...front.connector(), turns: turns.splice(0) } satisfies CameBy;
      if (question === 'calm') front.calm();
      else front.point(question as Pointed);
      return null;
    },
    () => front.close(),
  );
};

if (process.argv[1] === itself) await serve();
