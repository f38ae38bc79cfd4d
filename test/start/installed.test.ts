import { expect, it } from 'vitest';
import { CannotStart } from '../../src/start/cannotStart.ts';
import { refuseMissingPackages } from '../../src/start/installed.ts';

it('all that is loaded later is installed here', () => {
  expect(() => refuseMissingPackages()).not.toThrow();
});

it('a start without one of them says in a sentence which', () => {
  const find = (name: string): void => {
    if (name === 'pdfkit') throw new Error('Cannot find module');
  };
  expect(() => refuseMissingPackages(find)).toThrow(CannotStart);
  expect(() => refuseMissingPackages(find)).toThrow(
    'Not all of the program is installed: pdfkit cannot be found. Run npm ci.',
  );
});
