import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DockerfileParser, type From } from 'dockerfile-ast';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signingKey } from '../builders/signingKey.ts';
import { textOf } from './bicep.ts';
import { engineWith } from './engine.ts';

const file = DockerfileParser.parse(textOf('Containerfile'));
const rootFile = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const { devDependencies } = z
  .object({ devDependencies: z.object({ node: z.string() }) })
  .parse(JSON.parse(rootFile('package.json')));
const base = `docker.io/library/node:${devDependencies.node}-bookworm-slim`;
const engine = engineWith(base);
const instructions = (keyword: string): string[] =>
  file
    .getInstructions()
    .filter((each) => each.getKeyword() === keyword)
    .map((each) => each.getArgumentsContent() ?? '');

describe('the Containerfile', () => {
  it.each(file.getFROMs().map((from: From) => from.getImage()))(
    'begins at %s: this very Node, and a place for its digest',
    (image) => {
      expect(image).toBe(`${base}\${BASE_DIGEST}`);
    },
  );

  it('runs as somebody who is not root, from where only root may write', () => {
    expect(instructions('USER')).toEqual(['node']);
    expect(instructions('COPY').filter((copied) => copied.includes('--chown'))).toEqual([]);
  });

  it('has no secret: nothing but what anybody may know is in a variable or an argument', () => {
    expect(instructions('ARG')).toEqual(['BASE_DIGEST=']);
    expect(instructions('ENV')).toEqual(['NODE_ENV=production', 'MODE=live', 'DATA_DIR=/data']);
  });

  it('installs what production needs, as the lock file has it', () => {
    expect(instructions('RUN').filter((run) => run.includes('npm'))).toEqual([
      'npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/.cache',
      'npm ci --no-audit --no-fund && npm run -s bundle',
    ]);
    expect(textOf('Containerfile').match(/^COPY --from.+$/gm)).toEqual([
      'COPY --from=packages /app/node_modules node_modules',
      'COPY --from=bundle /app/node_modules/.bundle node_modules/.bundle',
    ]);
  });

  it('starts the product itself, which then hears the signals', () => {
    const last = file.getENTRYPOINTs().at(-1);
    expect(JSON.parse(last?.getArgumentsContent() ?? '')).toEqual([
      'node',
      '--max-semi-space-size=4',
      'src/start/launch.cjs',
      'bundled',
    ]);
    expect(file.getCMDs()).toEqual([]);
  });

  it('says whether it is well by the answer to /healthz', () => {
    expect(instructions('HEALTHCHECK').join()).toContain('/healthz');
  });

  it('can be given nothing but what the product is made of', () => {
    const lines = rootFile('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const product = ['!package.json', '!package-lock.json', '!LICENSE', '!cards', '!manifest', '!src'];
    expect(lines).toEqual(['*', ...product, '!.ci/tools/bundle.ts']);
  });
});

const variables = {
  MODE: 'live',
  AUTHORITY: 'Exampleshire County Council',
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
  MICROSOFT_APP_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_APP_TENANT_ID: '99999999-8888-4777-8666-555555555555',
  PUBLIC_URL: 'https://strategy.exampleshire.gov.uk',
  LINK_SECRET: '0123456789abcdef0123456789abcdef',
  SIGNING_KEY: signingKey,
  SMTP_HOST: '127.0.0.1',
  SMTP_FROM: 'strategy@exampleshire.gov.uk',
};

describe.skipIf(engine === null)('the image, built and run', { timeout: 900_000 }, () => {
  const { run, format } = engine ?? { run: () => expect.fail('there is no engine'), format: [] };
  const image = 'strategy-discussions-test';
  const inside = (container: string, script: string): string => run('exec', container, 'node', '-e', script);
  const answered = async (container: string, path: string): Promise<string> => {
    for (let tries = 0; tries < 60; tries += 1) {
      try {
        return inside(
          container,
          `fetch('http://127.0.0.1:3978${path}').then(async (r) => console.log(r.status, await r.text()))`,
        );
      } catch {
        await sleep(1000);
      }
    }
    throw new Error(run('logs', container));
  };

  it('answers that it is up and ready, as nobody who may change it, stops when asked, and starts with no setting left out', async () => {
    run('build', ...format, '-f', 'infra/Containerfile', '-t', image, '.');
    expect(() => run('run', '--rm', image)).toThrow('AUTHORITY is required in live mode');
    const container = run(
      'run',
      '-d',
      ...Object.entries(variables).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      image,
    );
    try {
      expect(await answered(container, '/healthz')).toBe('200 {"status":"ok"}');
      expect(await answered(container, '/readyz')).toMatch(/^200 \{"status":"ready"/);
      expect(inside(container, 'console.log(process.getuid())')).not.toBe('0');
      const writable = `fs.writeFileSync('/app/src/start/main.ts', '')`;
      expect(() => inside(container, writable)).toThrow(/EACCES|read-only/);
      expect(
        inside(container, `console.log(['test', '.ci', 'node_modules/vitest'].filter((n) => fs.existsSync(n)).length)`),
      ).toBe('0');
      run('stop', container);
      expect(run('inspect', '--format', '{{.State.ExitCode}}', container)).toBe('0');
      expect(run('logs', container)).toMatch(/Stopped\.$/m);
    } finally {
      run('rm', '-f', container);
    }
  });
});
