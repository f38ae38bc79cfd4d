/**
 * What each notice says by e-mail. Least disclosure: full names and dates of birth go to invitees at secure addresses
 * only (I-26); everybody else gets the reference and how to learn more. Nobody outside learns more than the outcome (N-6).
 */
import { formatLondon } from '../practice/time/calendar.ts';
import type { Practice } from '../practice/practice.ts';
import { roleWords } from '../practice/language/roles.ts';
import { identityLine } from '../words/childWords.ts';
import { outcomeWords, s47Words } from '../words/decisionWords.ts';
import { whereWords } from '../words/whereWords.ts';
import type { Decided, Discussion } from '../discussion/state/discussion.ts';
import type { Participant } from '../discussion/state/people.ts';

export interface Letter {
  readonly subject: string;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** A way to answer for whoever is not in Teams. */
export interface AnswerLink {
  readonly words: string;
  readonly url: string;
}

/** Who reads it and how safely: `secure` when nobody else can, `shared` when others of their agency do. */
export interface Reader {
  readonly name: string;
  readonly secure: boolean;
  readonly shared: boolean;
}

export const signed = (d: Discussion): string => `${d.convenor.name}, ${d.authority}`;

export const invitationLetter = (d: Discussion, to: Participant, reader: Reader, moved: boolean): Letter => ({
  subject: moved
    ? `New time for strategy discussion ${d.reference}`
    : `Invitation to strategy discussion ${d.reference}`,
  heading: moved ? 'The time has changed' : 'You are invited to a strategy discussion',
  lines: [
    `Dear ${reader.name}`,
    `${d.convenor.name} asks you to take part as ${asRole(d, to)}. The reference is ${d.reference}.`,
    `When: ${formatLondon(d.meeting.startsAt)}\nWhere: ${whereWords(d)}\nChair: ${d.chair.name}`,
    ...(reader.secure
      ? [d.children.map((child) => `Child: ${identityLine(child)}`).join('\n')]
      : [
          `${reader.shared ? 'Other people read this mailbox' : 'This address is not on the list of secure addresses'}, so we have not named the child. Telephone the convenor to find out who it is about.`,
        ]),
    'Bring what your agency knows about the child, and be ready to decide for your agency. If you cannot come, send somebody who can decide, and tell the convenor.',
    'Parents, carers and family are not invited to strategy discussions.',
    signed(d),
  ],
});

/** For those who were told of the meeting before it had its link, or of another place. */
export const joiningLetter = (d: Discussion, reader: Reader): Letter => ({
  subject: `How to join strategy discussion ${d.reference}`,
  heading: 'How to join the strategy discussion',
  lines: [
    `Dear ${reader.name}`,
    `This is how to join strategy discussion ${d.reference}. The time is the same as before.`,
    `When: ${formatLondon(d.meeting.startsAt)}\nWhere: ${whereWords(d)}`,
    signed(d),
  ],
});

export const stoodDownLetter = (d: Discussion, reader: Reader): Letter => ({
  subject: `Strategy discussion ${d.reference} is not going ahead`,
  heading: 'The strategy discussion is not going ahead',
  lines: [
    `Dear ${reader.name}`,
    `The strategy discussion ${d.reference}, planned for ${formatLondon(d.meeting.startsAt)}, has been stood down. You do not need to do anything.`,
    'If you are worried about a child, tell children’s social care or the police at once.',
    signed(d),
  ],
});

/** N-1: for an agency that was not there. */
export const agencyOutcomeLetter = (d: Decided, practice: Practice, reader: Reader): Letter => ({
  subject: `Outcome of strategy discussion ${d.reference}`,
  heading: 'The outcome of a strategy discussion',
  lines: [`Dear ${reader.name}`, heldLine(d), ...outcomeLines(d, practice, reader.secure), whoToAsk(d), signed(d)],
});

export const whoToAsk = (d: Decided): string =>
  `If you want to know what happens next, or disagree with the outcome, contact ${d.chair.name}, who chaired the discussion, at ${d.authority}. If you still disagree, use the escalation policy of your safeguarding partnership.`;

const heldLine = (d: Decided): string =>
  `The strategy discussion ${d.reference} was held on ${formatLondon(d.meeting.startsAt)}. Nobody from your agency was there, so here is the outcome.`;

/** The outcome and nothing about anybody else (N-6). */
export const outcomeLines = (d: Decided, practice: Practice, secure: boolean): readonly string[] =>
  d.decision.children.map((decision) => {
    const child = d.children.find((c) => c.childId === decision.childId);
    const who =
      d.children.length === 1 && !secure
        ? ''
        : `Child ${decision.childId}${secure && child !== undefined ? ` (${child.initials})` : ''}: `;
    const outcomes = decision.outcomes.map((o) => outcomeWords(practice, o.code)).join('; ');
    return `${who}${sentence(s47Words(decision))} Outcome: ${outcomes}.`;
  });

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

const asRole = (d: Discussion, to: Participant): string =>
  to.personId === d.chair.personId ? 'the chair' : roleWords(to.role);
