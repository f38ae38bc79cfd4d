/**
 * The small server evaluates a query over every item there is; the service, over those of the partition that it names. A
 * soak would measure the server’s haste, which falls with each discussion: so here, too, a query sees its partition.
 */
import items from '@vercel/cosmosdb-server/lib/account/items.js';
import { partitionField } from '../../../src/store/cosmos/container.ts';

type Items = InstanceType<typeof items.default>;

/** For all servers of this process. */
export const seePartitionsOnly = (): void => {
  const { prototype } = items.default;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the items it belongs to
  const everything = prototype.query;
  prototype.query = function (this: Items, asked, options): unknown {
    const partition: unknown = asked.parameters?.find(({ name }) => name === '@partition')?.value;
    if (partition === undefined) return everything.call(this, asked, options);
    const all = this._data;
    this._data = new Map([...all].filter(([, item]) => item.read()[partitionField] === partition));
    try {
      return everything.call(this, asked, options);
    } finally {
      this._data = all;
    }
  };
};
