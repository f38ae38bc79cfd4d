/** What each part of `npm run -s deps` has to say: one line, and how much it weighs. */

export type Weight =
  | 'fine'
  /** Worth acting on, and no reason to stop yet. */
  | 'warning'
  /** Nobody knows: neither good nor bad, and never shown as good. */
  | 'notChecked'
  | 'fault';

export interface Finding {
  readonly part: string;
  readonly weight: Weight;
  readonly says: string;
}

export const count = (findings: readonly Finding[], weight: Weight): number =>
  findings.filter((finding) => finding.weight === weight).length;
