/** The stores of the product, each operation timed under its name, such as `store.append`. */
import type { Stores } from '../store/store.ts';

export type Measure = <T>(operation: string, run: () => Promise<T>) => Promise<T>;

type Method = (...given: unknown[]) => Promise<unknown>;
type Methods<T> = { readonly [K in keyof T]: (...given: never[]) => Promise<unknown> };

/** What is for operators alone is left as it is. */
export const timedStores = (stores: Stores, measure: Measure): Stores => {
  const timed = <T extends Methods<T>>(part: string, methods: T): T => {
    const all = Object.entries(methods) as unknown as readonly [string, Method][];
    const measured = all.map(([name, method]): [string, Method] => [
      name,
      (...given) => measure(`${part}.${name}`, () => method(...given)),
    ]);
    return Object.fromEntries(measured) as unknown as T;
  };
  return {
    ...stores,
    store: timed('store', stores.store),
    conversations: timed('conversations', stores.conversations),
    drafts: timed('drafts', stores.drafts),
    directory: timed('directory', stores.directory),
  };
};
