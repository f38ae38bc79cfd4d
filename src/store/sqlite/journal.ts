/**
 * The journal that a program which was killed leaves beside the file, with what it acknowledged last. SQLite reads it up to
 * the first frame whose checksum is wrong and forgets the rest without a word, so it is looked at before SQLite does.
 * Its format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
import { existsSync, readFileSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;
const bigEndianMagic = 0x377f0683;

/**
 * Whether acknowledged commits are lost behind a damaged frame. A power cut may tear the last commit, which nobody was told
 * of; damage before another one that is there cannot come of it.
 */
// Twice: another program may have begun the journal anew while it was being read.
export const isJournalDamaged = (path: string): boolean => looksDamaged(path) && looksDamaged(path);

const looksDamaged = (path: string): boolean => {
  if (!existsSync(path)) return false;
  const wal = readFileSync(path);
  if (wal.length < headerBytes) return false;
  const frames = framesOf(wal);
  const firstBad = frames.findIndex(({ isWhole }) => !isWhole);
  return firstBad >= 0 && frames.slice(firstBad).filter(({ endsCommit }) => endsCommit).length > 1;
};

interface Frame {
  readonly isWhole: boolean;
  readonly endsCommit: boolean;
}

/** Frames since the journal was last begun anew: those before have another salt. */
const framesOf = (wal: Buffer): readonly Frame[] => {
  const bytes = frameHeaderBytes + wal.readUInt32BE(8);
  const salt = wal.subarray(16, 24);
  const frames: Frame[] = [];
  let sums = checksum(wal.subarray(0, 24), [0, 0], wal);
  let isWhole = areAt(wal, 24, sums);
  for (let at = headerBytes; at + bytes <= wal.length; at += bytes) {
    if (!wal.subarray(at + 8, at + 16).equals(salt)) continue;
    sums = checksum(
      wal.subarray(at + frameHeaderBytes, at + bytes),
      checksum(wal.subarray(at, at + 8), sums, wal),
      wal,
    );
    isWhole &&= areAt(wal, at + 16, sums);
    frames.push({ isWhole, endsCommit: wal.readUInt32BE(at + 4) !== 0 });
  }
  return frames;
};

type Sums = readonly [number, number];

const areAt = (wal: Buffer, at: number, [first, second]: Sums): boolean =>
  wal.readUInt32BE(at) === first && wal.readUInt32BE(at + 4) === second;

/** In words of the byte order that the journal's first four bytes name. */
const checksum = (part: Buffer, [first, second]: Sums, wal: Buffer): Sums => {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const isLittleEndian = wal.readUInt32BE(0) !== bigEndianMagic;
  let [a, b] = [first, second];
  for (let at = 0; at < part.byteLength; at += 8) {
    a = (a + view.getUint32(at, isLittleEndian) + b) >>> 0;
    b = (b + view.getUint32(at + 4, isLittleEndian) + a) >>> 0;
  }
  return [a, b];
};
