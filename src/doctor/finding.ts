/** What a check found, in one line; and where something is wrong, how to mend it in another. */
interface Found {
  /** What was looked at, such as `registration`. */
  readonly check: string;
  readonly says: string;
}

export type Finding = Found &
  (
    | { readonly result: 'good' }
    /** It works today. Somebody should look at it. */
    | { readonly result: 'warning'; readonly mend: string }
    /** It does not work, or would put people or data at risk. */
    | { readonly result: 'fault'; readonly mend: string }
    /** Nothing is known, for want of something that is said. */
    | { readonly result: 'notChecked' }
  );

/** The ways one check speaks of what it found. */
export const findingsOf = (check: string) => ({
  good: (says: string): Finding => ({ check, result: 'good', says }),
  warning: (says: string, mend: string): Finding => ({ check, result: 'warning', says, mend }),
  fault: (says: string, mend: string): Finding => ({ check, result: 'fault', says, mend }),
  notChecked: (says: string): Finding => ({ check, result: 'notChecked', says }),
});
