/** A record that is signed is sealed over all that has happened to its discussion by then. The core has no key: it is handed the seal. */
import type { Command } from '../discussion/commands/command.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { lastSigning, nextSigning } from '../discussion/state/signing.ts';
import { nothingBefore } from '../store/chain.ts';
import type { SealWith } from '../store/seal.ts';

/** The command, with the seal where it takes one; what it says of that itself counts for nothing. */
export const sealed = async (
  command: Command,
  { reference, state, head = nothingBefore }: Sealing,
  sealWith: SealWith,
): Promise<Command> => {
  if (state === null) return command;
  switch (command.kind) {
    case 'signRecord':
      return { ...command, seal: await sealWith({ reference, number: nextSigning(state), step: 'signed', head }) };
    case 'authoriseRecord': {
      const number = lastSigning(state)?.number ?? command.number;
      return { ...command, seal: await sealWith({ reference, number, step: 'authorised', head }) };
    }
    default:
      return command;
  }
};

interface Sealing {
  readonly reference: string;
  readonly state: Discussion | null;
  /** The hash of the last commit. */
  readonly head: string | undefined;
}
