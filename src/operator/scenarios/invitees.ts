/** `invitees`: who is invited, who is only told, and who is refused (I-*, S-1). */
import type { CommandOf } from '../../discussion/commands/command.ts';
import { matterBefore, matterOf } from '../../discussion/matter/matterOf.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import { isFamily } from '../../practice/language/roles.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Teller } from './answer.ts';
import { assessedAsGiven } from './asGiven.ts';
import { convenor, somebody } from './cast.ts';
import { conveneCommand, sceneOf } from './convening.ts';
import { nothingTold, tell, type Told } from './told.ts';

export const invitees: Teller = (practice, given) => {
  const { proposed = [] } = given;
  const asProposed = convened(practice, given, proposed);
  const blocked = asProposed.told.refusal?.code === 'familyInvited';
  const { told, command } = blocked ? convened(practice, given, withoutFamily(proposed)) : asProposed;
  if (told.refusal !== null && told.refusal.code !== 'notAChild') return { answered: false, refusal: told.refusal };
  // The page of the people says whom to invite before it is refused that somebody will be 18 (I-20).
  const matter = told.discussion === null ? matterBefore(command) : matterOf(told.discussion);
  const found = assessedAsGiven(practice, matter, given).invitees;
  const isOwed = told.owed.some(({ kind }) => kind === 'tellOthers');
  const value = { ...found, blocked, notInvited: refusedRoles(told, given), notify: isOwed ? found.notify : [] };
  return { answered: true, value };
};

const withoutFamily = (roles: readonly string[]): readonly string[] => roles.filter((role) => !isFamily(role));

const convened = (
  practice: Practice,
  given: CaseFile,
  roles: readonly string[],
): { readonly told: Told; readonly command: CommandOf<'convene'> } => {
  const scene = sceneOf(given);
  const people = roles.map((role, i) => invitee(`Invited ${i + 1}`, role, given));
  const command = conveneCommand(practice, given, { ...scene, invitees: people });
  return { told: tell(nothingTold(practice), convenor, command, scene.at), command };
};

const invitee = (id: string, role: string, { homeAuthority }: CaseFile) =>
  somebody(id, role, role === 'homeAuthority' && homeAuthority ? { agency: homeAuthority } : {});

/** Those proposed, and whoever made the referral, whom nobody may invite. */
const refusedRoles = (told: Told, { proposed = [], referrer }: CaseFile): readonly string[] => {
  const roles = new Set([...proposed, ...(referrer ? [referrer] : [])].filter(isFamily));
  return [...roles].toSorted().filter((role) => isRefused(told, role));
};

const isRefused = (told: Told, role: string): boolean => {
  if (told.discussion === null) return false;
  const command = { kind: 'invite', participant: somebody(role, role), insteadOf: null } as const;
  return tell(told, convenor, command, told.discussion.convenedAt).refusal?.code === 'familyInvited';
};
