import { describe, expect, it } from 'vitest';
import { createLog, type Log, type LogLevel } from '../../src/start/log.ts';
import { logActivity } from '../../src/start/watched.ts';
import { start } from '../store/contract/commits.ts';

const logged = (level: LogLevel, say: (log: Log) => void): readonly unknown[] => {
  const lines: string[] = [];
  say(
    createLog(
      level,
      () => start,
      (line) => void lines.push(line),
    ),
  );
  return lines.map((line) => JSON.parse(line) as unknown);
};

const command = { what: 'command', reference: 'SD-ABC234', command: 'convene', by: 'priya', repeated: false } as const;

describe('the log', () => {
  it('has one JSON object a line, with its level and when', () => {
    expect(logged('debug', (log) => log(command))).toEqual([{ level: 'info', at: start, ...command }]);
  });

  it('has who did and who read what, and what came of each press only when asked to', () => {
    const looked = { what: 'looked', reference: 'SD-ABC234', by: 'priya', deed: 'read' } as const;
    const refusal = { what: 'refusal', reference: 'SD-ABC234', command: 'decide', by: 'priya', code: 'x' } as const;
    const all = (log: Log) => [command, looked, refusal].forEach((entry) => log(entry));
    expect(logged('info', all)).toMatchObject([command, looked]);
    expect(logged('warn', all)).toEqual([]);
  });

  it('says what went wrong at every level', () => {
    const fault = {
      what: 'fault',
      reference: 'a1b2',
      name: 'TypeError',
      code: null,
      frames: ['    at x (y.ts:1:2)'],
    } as const;
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      expect(logged(level, (log) => log(fault))).toMatchObject([fault]);
    }
  });

  it('drops a field that is not listed', () => {
    const more = { ...command, child: 'Jo Sample', form: { birthDate: '2019-03-01' } };
    expect(logged('debug', (log) => log(more))).toEqual([{ level: 'info', at: start, ...command }]);
  });

  it.each(['Jo Sample', 'Unexplained marks', 'carol@littleacorns.example', 'Sample, Jo', '', 'x'.repeat(201)])(
    'does not write %j where an id belongs',
    (typed) => {
      expect(logged('debug', (log) => log({ ...command, by: typed }))).toMatchObject([{ by: 'unreadable' }]);
    },
  );
});

describe('what is logged of an activity', () => {
  it('is its kind and the button, and nothing of what was typed', () => {
    const activity = {
      id: 'f:1',
      type: 'invoke',
      name: 'adaptiveCard/action',
      text: 'Jo Sample is hurt',
      from: { name: 'Priya Shah' },
      value: { action: { verb: 'convene', data: { name: 'Jo Sample' } } },
    };
    expect(logged('debug', (log) => logActivity(activity, log))).toEqual([
      {
        level: 'debug',
        at: start,
        what: 'activity',
        activity: 'f:1',
        type: 'invoke',
        name: activity.name,
        verb: 'convene',
      },
    ]);
  });

  it.each([{}, { type: 7, id: {}, name: [], value: 'x' }, { value: { action: { verb: 1 } } }])(
    'is little where a client sends %j',
    (activity) => {
      expect(logged('debug', (log) => logActivity(activity, log))).toMatchObject([
        { what: 'activity', activity: null, type: 'unreadable', name: null, verb: null },
      ]);
    },
  );
});
