import { describe, expect, it } from 'vitest';
import { activityFields } from '../../src/telemetry/activity.ts';
import { allowedWith } from '../../src/telemetry/attributes.ts';
import { logRecord } from '../../src/telemetry/logRecord.ts';

const allowed = allowedWith((sent) => (sent === 'sign.send' ? sent : null));

describe('what may be told', () => {
  it('is what is listed: another key is dropped, whatever it holds', () => {
    expect(allowed({ outcome: 'answered', child: 'Jo Sample', reference: 'SD-ABC234', by: 'priya-shah' })).toEqual({
      outcome: 'answered',
    });
  });

  it.each<[string, unknown, object]>([
    ['activity.kind', 'Jo Sample', { 'activity.kind': 'other' }],
    ['activity.kind', 7, { 'activity.kind': 'other' }],
    ['activity.verb', 'Jo', { 'activity.verb': 'other' }],
    ['activity.verb', 'toString', { 'activity.verb': 'other' }],
    ['activity.verb', 'sign.send', { 'activity.verb': 'sign.send' }],
    ['activity.verb', null, {}],
    ['outcome', 'Jo', {}],
    ['store.operation', 'store.Jo Sample', {}],
    ['fault.name', 'Jo Sample is hurt', { 'fault.name': 'unreadable' }],
    ['fault.code', 'carol@littleacorns.example', { 'fault.code': 'unreadable' }],
    ['fault.reference', 'SD-ABC234', {}],
    ['command.repeated', 'Jo', {}],
    ['toString', 'Jo', {}],
  ])('%s: %j', (key, value, told) => {
    expect(allowed({ [key]: value })).toEqual(told);
  });

  it('is of where a fault arose only the file and the line', () => {
    const frames = [
      '    at Object.Jo Sample (file:///home/jo/app/src/teams/bot.ts:12:3)',
      '    at async file:///home/jo/app/node_modules/@azure/cosmos/dist/index.js:1:22',
      '    at home with Jo Sample',
    ];
    expect(allowed({ 'fault.frames': frames })).toEqual({
      'fault.frames': 'src/teams/bot.ts:12:3\nnode_modules/@azure/cosmos/dist/index.js:1:22',
    });
  });
});

describe('of an activity', () => {
  it('only its kind and its button are read', () => {
    const activity = {
      type: 'invoke',
      text: 'Jo is hurt',
      value: { action: { verb: 'sign.send', data: { name: 'Jo' } } },
    };
    expect(activityFields(activity)).toEqual({ 'activity.kind': 'invoke', 'activity.verb': 'sign.send' });
  });

  it.each([null, 'Jo', {}, { type: 7, value: { action: 'Jo' } }])(
    'that is %j, nothing is told but that it was another',
    (body) => {
      expect(allowed(activityFields(body))).toEqual({ 'activity.kind': 'other' });
    },
  );
});

describe('of a line of the log', () => {
  const at = '2026-09-15T09:00:00.000Z';
  const told = (line: object): object => {
    const { what, level, fields } = logRecord(JSON.stringify({ level: 'error', at, ...line }));
    return { what, level, ...allowed(fields) };
  };

  it('whom and which discussion it was about is left out', () => {
    const refusal = {
      what: 'refusal',
      reference: 'SD-ABC234',
      command: 'recordDecision',
      by: 'priya-shah',
      code: 'inquorate',
    };
    expect(told(refusal)).toEqual({
      what: 'refusal',
      level: 'error',
      'command.kind': 'recordDecision',
      'refusal.code': 'inquorate',
    });
    const notice = {
      what: 'notice',
      noticeId: 'SD-ABC234/1/invitation/priya-shah',
      status: 'sent',
      settled: 'settled',
    };
    expect(told(notice)).toEqual({
      what: 'notice',
      level: 'error',
      'notice.status': 'sent',
      'notice.settled': 'settled',
    });
  });

  it('a fault keeps its name and the reference a person was shown, in the outbox too', () => {
    const fault = { name: 'TypeError', code: null, frames: ['    at x (file:///app/src/a.ts:1:2)'] };
    expect(told({ what: 'fault', reference: 'a1b2c3d4', ...fault })).toMatchObject({
      'fault.reference': 'a1b2c3d4',
      'fault.name': 'TypeError',
    });
    expect(told({ what: 'deliverFailed', noticeId: 'SD-ABC234/1/invitation/priya-shah', fault })).toEqual({
      what: 'deliverFailed',
      level: 'error',
      'fault.name': 'TypeError',
      'fault.frames': 'src/a.ts:1:2',
    });
  });

  it('one of a kind that is not known yet is told by its kind alone', () => {
    expect(told({ what: 'somethingNew', child: 'Jo Sample' })).toEqual({ what: 'somethingNew', level: 'error' });
  });
});
