import type { CommandOf } from './command.ts';
import { accepted, type Context, type Ruling } from './ruling.ts';

/** sharing information never waits for quorum. */
export const shareInformation = (command: CommandOf<'shareInformation'>, { actor }: Context): Ruling =>
  accepted({ type: 'informationShared', personId: actor.personId, text: command.text });
