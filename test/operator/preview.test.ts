/** A policy lead reads the letters before anybody is sent one. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { messageKinds, type MessageKind } from '../../src/discussion/state/notice.ts';
import { catalogue } from '../../src/messages/catalogue.ts';
import { samplesOf } from '../../src/messages/preview/samples.ts';
import { InputProblem } from '../../src/operator/io.ts';
import { previewCommand } from '../../src/operator/preview.ts';
import { library, practiceFor, standardKeys } from '../builders/standards.ts';

const preview = (...args: readonly string[]): string => {
  let said = '';
  const program = new Command('strategy').exitOverride();
  const io = {
    read: () => '',
    out: (text: string) => void (said += text),
    err: () => undefined,
    exit: () => undefined,
  };
  previewCommand(program, { io, library });
  program.parse(['preview', ...args], { from: 'user' });
  return said;
};

describe('preview', () => {
  it('shows a letter as each of its readers has it, on 80 columns', () => {
    const out = preview('outcome', '--standard', 'sandwell');
    for (const file of ['outcome-referrer', 'outcome-public', 'outcome-agency', 'telephone-us']) {
      expect(out).toContain(`cards/letters/${file}.md, read `);
    }
    expect(out).toContain('Subject: Outcome of strategy discussion SD-EXAMPLE');
    expect(out).toContain('[I have read this] [I disagree]');
    expect(out).toContain('Link: Say that you have read this, or that you disagree');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('names a message that nobody is sent under a standard, and shows it under one that has it sent', () => {
    expect(preview('conclusionDue', '--standard', 'liverpool')).toContain('Nobody is sent this under');
    expect(preview('conclusionDue')).toContain('conclusionDue (under sandwell)');
  });

  it.each([
    [['invite'], 'KIND: "invite" must be one of invitation, meetingMoved, '],
    [['--standard', 'essex'], '--standard: "essex" must be one of working-together-2023, '],
  ])('of %j says what there is', (args, problem) => {
    expect(() => preview(...args)).toThrow(InputProblem);
    expect(() => preview(...args)).toThrow(problem);
  });

  it('is one of the operators’ commands', async () => {
    const args = ['src/start/launch.cjs', 'strategy', 'preview', 'escalation'];
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    expect(stdout).toContain('Messages about SD-EXAMPLE may not be delivered in time');
  }, 60_000);
});

describe.each(messageKinds)('%s', (kind: MessageKind) => {
  const samples = standardKeys.flatMap((key) => samplesOf(kind, practiceFor(key)));

  it('is previewed in every letter it has', () => {
    const files = catalogue[kind].letter.all.map(({ file }) => file.name);
    expect([...new Set(samples.map(({ file }) => file))].sort()).toEqual(files.sort());
  });

  it('identifies no child where others may read it', () => {
    const unsafe = samples.filter(({ readers }) => !readers.every((r) => r === 'in Teams' || r.includes('a secure')));
    expect(unsafe.length).toBeGreaterThan(0);
    for (const { letter } of unsafe) expect(JSON.stringify(letter)).not.toMatch(/Jo Invented|J\.I\.|2019/);
  });
});
