/**
 * The one logger. Only what is listed here can be logged: ids, codes, kinds and times, never a person's name, address,
 * date of birth or words, nor anything a form holds (docs/decisions/011). A field that is not listed is dropped, and
 * one whose value could be a sentence is not written. A line is one JSON object.
 */
import { pino } from 'pino';
import { z } from 'zod';
import type { NoticeLog } from '../outbox/log.ts';
import type { Instant } from '../practice/time/instant.ts';
import { id } from '../telemetry/id.ts';

/** How much is logged: a level takes in those after it. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();

/** Where in the program a fault arose; its message may quote what it was about. */
const fault = z.object({ name: id, code: id.nullable(), frames: z.array(z.string()).readonly() });
const aboutNotice = z.object({ noticeId: orNull(id), fault: orNull(fault) });

const shapes = {
  /** Something went wrong and a person was shown this reference. */
  fault: fault.extend({ reference: id }),
  claimFailed: aboutNotice,
  deliverFailed: aboutNotice,
  settleFailed: aboutNotice,
  channelFailed: aboutNotice,
  leaseLost: aboutNotice,
  leaseRanOut: aboutNotice,
  /** Somebody typed or pressed something; `verb` is the button's. */
  activity: z.object({ activity: orNull(id), type: id, name: orNull(id), verb: orNull(id) }),
  /** A request that was not let in to the bot. */
  turnedAway: z.object({ why: id }),
  /** A discussion changed, or `repeated`: this very command had changed it before. */
  command: z.object({ reference: id, command: id, by: id, repeated: z.boolean() }),
  /** Somebody was shown a discussion: with `command`, the trail of who did and who read what, out of reach of those in it. */
  looked: z.object({ reference: id, by: id, deed: id }),
  refusal: z.object({ reference: id, command: id, by: id, code: id }),
  /** The whole file has been looked at, some time after the start. */
  fileWhole: z.object({ seconds: z.number() }),
  fileDamaged: z.object({ seconds: z.number() }),
  /** What is stored of a discussion is not what was written. */
  recordAltered: z.object({ reference: id }),
  /** Whoever answered for a discussion has left, and the directory has nobody who may take it over. */
  nobodyToTakeOver: z.object({ reference: id, part: id }),
  /** What became of one claim of a notice, and whether that was still ours to say. */
  notice: z.object({ noticeId: id, status: id, settled: id }),
  /** The OpenTelemetry collector takes nothing of this signal; said once, until it does again. */
  notExported: z.object({ signal: id }),
} as const;

type What = keyof typeof shapes;
type OfKind<W extends What> = { readonly what: W } & Readonly<z.input<(typeof shapes)[W]>>;
type AboutNotice = Parameters<NoticeLog>[0];
type Entry = AboutNotice | { [W in Exclude<What, AboutNotice['what']>]: OfKind<W> }[Exclude<What, AboutNotice['what']>];
export type Log = (entry: Entry) => void;

const levelOf: Readonly<Record<What, LogLevel>> = {
  fault: 'error',
  claimFailed: 'error',
  deliverFailed: 'error',
  settleFailed: 'error',
  recordAltered: 'error',
  channelFailed: 'error',
  leaseLost: 'warn',
  leaseRanOut: 'warn',
  fileDamaged: 'error',
  turnedAway: 'warn',
  nobodyToTakeOver: 'warn',
  notExported: 'warn',
  fileWhole: 'info',
  command: 'info',
  looked: 'info',
  activity: 'debug',
  refusal: 'debug',
  notice: 'debug',
};

/** `write` is given one line at a time, without the newline that ends it. */
export const createLog = (level: LogLevel, clock: () => Instant, write: (line: string) => void): Log => {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"at":"${clock()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(line.trimEnd()) },
  );
  return ({ what, ...fields }) => {
    const wanted = levelOf[what];
    if (logger.isLevelEnabled(wanted)) logger[wanted]({ what, ...shapes[what].parse(fields) });
  };
};
