/** A line of the log, as a collector is told of it: under the names of attributes.ts, without whom and which case it is about. */
import { z } from 'zod';

const line = z.looseObject({ level: z.enum(['debug', 'info', 'warn', 'error']), at: z.string(), what: z.string() });
const nested = z.looseObject({ fault: z.record(z.string(), z.unknown()) });

/** What each field of a line is called. `name` is a client’s own word in one kind of line, and of a fault in the others. */
const names: Readonly<Record<string, string>> = {
  code: 'fault.code',
  frames: 'fault.frames',
  type: 'activity.kind',
  verb: 'activity.verb',
  command: 'command.kind',
  repeated: 'command.repeated',
  why: 'turnedAway.why',
  status: 'notice.status',
  settled: 'notice.settled',
  part: 'leaver.part',
  signal: 'signal',
};
const namesIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fault: { name: 'fault.name', reference: 'fault.reference' },
  refusal: { code: 'refusal.code' },
};

interface LogRecord {
  readonly what: string;
  readonly level: z.output<typeof line>['level'];
  readonly at: Date;
  readonly fields: Readonly<Record<string, unknown>>;
}

export const logRecord = (text: string): LogRecord => {
  const { what, level, at, ...rest } = line.parse(JSON.parse(text));
  const about = nested.safeParse(rest);
  const fields = about.success ? named(about.data.fault, 'fault') : named(rest, what);
  return { what, level, at: new Date(at), fields };
};

const named = (fields: Readonly<Record<string, unknown>>, what: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const name = namesIn[what]?.[key] ?? names[key];
      return name === undefined ? [] : [[name, value]];
    }),
  );
