/** What a heap snapshot of V8 says is held, by what it is. Pure. */

/** Bytes. */
export interface HeapKinds {
  /** Most of it that of loaded modules. */
  readonly text: number;
  /** What the text was compiled into, which grows for as long as more of it becomes hot. */
  readonly compiled: number;
  /** Objects, arrays and functions, and the shapes they have. */
  readonly objects: number;
}

/** As far as it is read here. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] };
  };
  /** For each node so many numbers as there are fields. */
  readonly nodes: readonly number[];
}

const kinds: Readonly<Record<string, keyof HeapKinds>> = {
  string: 'text',
  'concatenated string': 'text',
  'sliced string': 'text',
  code: 'compiled',
};

export const heapKinds = (snapshot: string): HeapKinds => {
  const { snapshot: about, nodes } = JSON.parse(snapshot) as Snapshot;
  const { node_fields: fields, node_types: types } = about.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const held = { text: 0, compiled: 0, objects: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = kinds[types[0][nodes[at + type] ?? -1] ?? ''] ?? 'objects';
    held[kind] += nodes[at + size] ?? 0;
  }
  return held;
};
