/** What is loaded when it is first needed is there from the start: a broken installation is not found at the first decision. */
import { createRequire } from 'node:module';
import { CannotStart } from './cannotStart.ts';

const { resolve } = createRequire(import.meta.url);

/** For letters, and for records and leaflets as files. */
const loadedLater = ['nodemailer/lib/mail-composer', 'nodemailer/lib/smtp-connection', 'docx', 'fontkit', 'pdfkit'];

/** Throws {@link CannotStart} where one is missing. */
export const refuseMissingPackages = (find: (name: string) => unknown = resolve): void => {
  const missing = loadedLater.filter((name) => {
    try {
      find(name);
      return false;
    } catch {
      return true;
    }
  });
  if (missing.length > 0) {
    throw new CannotStart(`Not all of the program is installed: ${missing.join(', ')} cannot be found. Run npm ci.`);
  }
};
