/** The sign-off of the record in words: what it holds, where it stands, and why it does not go on yet. */
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { HeldField } from '../discussion/matter/recordHolds.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import {
  awaitingAuthority,
  lastSigning,
  recordInForce,
  reopenedBefore,
  reopeningsOf,
  replacesAnother,
  type SignedRecord,
} from '../discussion/state/signing.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { unreachable } from '../practice/language/unreachable.ts';
import { cite } from './citation.ts';
import { rankTitle } from './gateWords.ts';

/** the one decision of a strategy discussion, in the words of the law. */
export const purposeWords = ({ children }: Pick<Decided, 'children'>): string =>
  children.length === 1
    ? 'To decide whether an enquiry under section 47 of the Children Act 1989 starts for this child, and how.'
    : 'To decide whether an enquiry under section 47 of the Children Act 1989 starts for each of these children, and how.';

/** What whoever signs says, and it is kept word for word. */
export const signingStatement = 'I have read this record. It says what was shared, decided and agreed.';
export const authorisingStatement = 'I have read this record, and authorise it.';

/** Where each part of the record is entered, beside the form on which it is signed. */
export const whereEntered: Readonly<Record<HeldField, string>> = {
  purpose: '',
  reason: 'under “Correct the decision”',
  risks: 'under “Details of child and household”',
  plan: 'as an action, under “Add an action”',
};

/** Where the record stands, in a line or two; for those who take part. */
export const signingLines = (d: Decided): readonly string[] => {
  const inForce = recordInForce(d);
  if (inForce !== null) return [signedLine(inForce)];
  const awaiting = awaitingAuthority(d);
  if (awaiting !== null) return [`${signedLine(awaiting)} ${awaiting.with.name} has been asked to authorise it.`];
  const last = lastSigning(d);
  if (last === null) return ['The record is not signed yet.'];
  const [reopened] = reopeningsOf(d)
    .filter(({ version }) => version > last.signedIn)
    .toReversed();
  if (reopened !== undefined) {
    return [`${reopened.by.name} opened the record again, ${formatLondon(reopened.at)}: ${reopened.reason}`];
  }
  const { authorisation } = last;
  return [
    authorisation.is === 'refused'
      ? `${authorisation.by.name} sent the record back, ${formatLondon(authorisation.at)}: ${authorisation.reason}`
      : 'The record has been put right since it was signed, and is to be signed again.',
  ];
};

/** `Version 1 of the record, signed by Priya Shah, Tuesday 24 November 2026, 3pm.` */
const signedLine = ({ number, by, at, authorisation }: SignedRecord): string =>
  [
    `Version ${number} of the record, signed by ${by.name}, ${formatLondon(at)}`,
    ...(authorisation.is === 'given'
      ? [`authorised by ${authorisation.by.name}, ${formatLondon(authorisation.at)}`]
      : []),
  ].join('; ') + '.';

/** `This is version 2 of the record, which takes the place of the one before.` And why, where nobody else reads it. */
export const anewWords = (d: Decided, saysWhy: boolean): string | null => {
  const inForce = recordInForce(d);
  if (inForce === null || !replacesAnother(d)) return null;
  const reopened = reopenedBefore(d, inForce);
  const version = `This is version ${inForce.number} of the record, which takes the place of the one before.`;
  return saysWhy && reopened !== null
    ? `${version} It was put right by ${reopened.by.name}: ${reopened.reason}`
    : version;
};

const codes = [
  'signedAlready',
  'recordChangedMeanwhile',
  'notToAuthorise',
  'notSigned',
  'recordClosed',
  'authoriserNeeded',
  'cannotAuthorise',
  'authoriserSigned',
] as const;
type AboutSigning = Extract<Refusal, { code: (typeof codes)[number] }>;

export const isAboutSigning = (refusal: Refusal): refusal is AboutSigning =>
  codes.some((code) => code === refusal.code);

export const signingRefusalWords = (refusal: AboutSigning): string => {
  switch (refusal.code) {
    case 'signedAlready':
      return 'The record is signed as it stands. Nothing more is needed from you.';
    case 'recordChangedMeanwhile':
      return 'Something in the record has changed since you opened it. Here it is as it is now: read it, and sign it again.';
    case 'notToAuthorise':
      return 'This record is not waiting to be authorised. It may have been put right, or somebody else was asked.';
    case 'notSigned':
      return 'The record is not signed, so it can be changed as it is.';
    case 'recordClosed':
      return `The record is signed, so nothing in it is changed. ${refusal.chair} can open it again, under “Put the record right”.`;
    case 'authoriserNeeded':
      return `Choose who authorises the record: a ${rankTitle(refusal.rank)} ${cite(refusal.rule)}.`;
    case 'cannotAuthorise':
      return `${refusal.name} cannot authorise the record. Choose a ${rankTitle(refusal.rank)} ${cite(refusal.rule)}.`;
    case 'authoriserSigned':
      return `${refusal.name} signs the record, so somebody else authorises it ${cite(refusal.rule)}.`;
    default:
      return unreachable('refusal', refusal);
  }
};
