/** Reads a PNG of 8 bits a channel into its pixels, enough to check an icon. */
import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity, each 0 to 255, row by row. */
  readonly pixels: readonly (readonly [number, number, number, number])[];
}

const signature = '89504e470d0a1a0a';

/** Throws where the file is not a PNG, or is one of a kind icons are not kept in (palette, grey, interlaced). */
export const readPng = (file: Buffer): Picture => {
  if (file.subarray(0, 8).toString('hex') !== signature) throw new Error('not a PNG');
  const header = file.subarray(16, 29);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, , , interlaced] = header.subarray(8);
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0) throw new Error('not 8-bit RGB or RGBA');
  const channels = colour === 6 ? 4 : 3;
  const rows = unfiltered(inflateSync(dataOf(file)), width * channels, channels);
  const pixels = rows.flatMap((row) =>
    Array.from({ length: width }, (_, x): Picture['pixels'][number] => {
      const [red = 0, green = 0, blue = 0, opacity = 255] = row.subarray(x * channels, (x + 1) * channels);
      return [red, green, blue, opacity];
    }),
  );
  return { width, height, pixels };
};

/** The IDAT chunks, joined. A chunk is length, type, data, checksum. */
const dataOf = (file: Buffer): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
};

/** Each row is preceded by how it was filtered: none, or the difference from left, above, their mean or Paeth's guess. */
const unfiltered = (data: Buffer, rowLength: number, channels: number): readonly Buffer[] => {
  const rows: Buffer[] = [];
  for (let at = 0; at < data.length; at += rowLength + 1) {
    const filter = data[at];
    const row = Buffer.from(data.subarray(at + 1, at + 1 + rowLength));
    const above = rows.at(-1) ?? Buffer.alloc(rowLength);
    for (let i = 0; i < rowLength; i += 1) {
      const a = i < channels ? 0 : (row[i - channels] ?? 0);
      const b = above[i] ?? 0;
      const c = i < channels ? 0 : (above[i - channels] ?? 0);
      const guess = [0, a, b, Math.floor((a + b) / 2), paeth(a, b, c)][filter ?? 0] ?? 0;
      row[i] = ((row[i] ?? 0) + guess) & 0xff;
    }
    rows.push(row);
  }
  return rows;
};

const paeth = (a: number, b: number, c: number): number => {
  const distances = [a, b, c].map((value) => Math.abs(a + b - c - value));
  return [a, b, c][distances.indexOf(Math.min(...distances))] ?? a;
};
