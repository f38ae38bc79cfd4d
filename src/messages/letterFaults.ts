/** Looks at every letter file of every kind, so that a slip of the pen stops the start and not a message. */
import { catalogue } from './catalogue.ts';
import { heldLateFile } from './heldLate.ts';
import { decisionLateFile } from './decisionLate.ts';
import { enquiryLateFile } from './enquiryLate.ts';
import { standstillFile } from './standstill.ts';
import { recordLateFile } from './recordLate.ts';
import { escalationFile } from './escalation.ts';
import { faultsIn, readLetterText, type ReadText } from './file/letterFile.ts';

/** One sentence for each fault, naming file and line and what may be used there. Empty where all is well. */
export const letterFaults = (text: ReadText = readLetterText): readonly string[] => {
  const found = Object.values(catalogue).flatMap((message) =>
    message.letter.all.flatMap(({ file, buttons, link }) =>
      faultsIn(file, { buttons: buttons ?? message.buttons, link: link && message.link !== null }, text),
    ),
  );
  const toWatchers = [
    escalationFile,
    heldLateFile,
    decisionLateFile,
    enquiryLateFile,
    recordLateFile,
    standstillFile,
  ].flatMap((file) => faultsIn(file, { buttons: [], link: false }, text));
  return [...new Set([...found, ...toWatchers])];
};
