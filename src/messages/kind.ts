/** What has to be said of a kind of message before one can be sent, shown, chased and proved. The catalogue has each. */
import type { Card } from '../cards/bind.ts';
import type { Available } from '../directory/available.ts';
import type { Button } from '../cards/news.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { MessageKind, Notice, TrackedNotice } from '../discussion/state/notice.ts';
import type { Practice } from '../practice/practice.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { ButtonName } from './buttonName.ts';
import type { Letter, LetterFile } from './file/letterFile.ts';
import type { LinkPurpose } from './links.ts';

/** A notice to one person. */
export type MessageNotice = Notice & { readonly kind: MessageKind };

/** What a rendering may look at besides the discussion. */
export interface Setting {
  readonly practice: Practice;
  readonly now: Instant;
  /** All that is owed about the discussion. */
  readonly notices: readonly TrackedNotice[];
  /** Everybody in the directory; left out for a message that offers to ask nobody. */
  readonly available?: readonly Available[];
}

/** All that a message may look at when it is made. */
export interface View extends Setting {
  readonly notice: MessageNotice;
  readonly d: Discussion;
  /** For a message about other messages. */
  readonly catalogue: Catalogue;
}

/** Who reads a letter, and where. Others of an agency read its mailbox, however well protected that is. */
export interface Reader {
  readonly name: string;
  readonly inTeams: boolean;
  /** Nobody else can read it: it may identify a child. */
  readonly secure: boolean;
  readonly shared: boolean;
}

/** One letter: its file, and the data the file is given. */
export interface LetterOf {
  readonly file: LetterFile;
  /** The buttons of its kind that its reader is offered; null for all of them. */
  readonly buttons: readonly ButtonName[] | null;
  /** False where its reader is not offered the link of its kind. */
  readonly link: boolean;
  readonly write: (view: View, reader: Reader) => Letter;
}

/** The letters of a kind, and which of them a reader is sent. */
export interface Letters {
  readonly all: readonly LetterOf[];
  readonly choose: (view: View, reader: Reader) => LetterOf;
}

/** A letter with what its reader in Teams can do about it. */
export interface Shown {
  readonly view: View;
  readonly letter: Letter;
  readonly buttons: readonly Button[];
}

export interface Message {
  /** Whether it still makes sense as things stand now: asked when it is about to be sent. What is overtaken is not. */
  readonly wanted: (view: View) => boolean;
  /** It reaches them in writing, whoever telephoned meanwhile (N-1, N-3, R-3). */
  readonly inWriting: boolean;
  /** It says how to join, so it waits for the link of an online meeting, within bounds. */
  readonly saysHowToJoin: boolean;
  readonly letter: Letters;
  /** How it looks in somebody's own chat. */
  readonly card: (shown: Shown) => Card;
  /** What its reader in Teams can do about it, the likeliest first. */
  readonly buttons: readonly ButtonName[];
  /** What the link in an e-mail is for; null for one that asks nothing. */
  readonly link: LinkPurpose | null;
  /** An e-mail carries the meeting as a calendar file. */
  readonly calendar: boolean;
  /** `Tell them ...`: the call that takes its place when only a telephone is left; null where nobody has to call. */
  readonly call: ((view: View) => string) | null;
  /** Somebody waits for it even where no figure is given: it is to arrive within a day. */
  readonly watch: boolean;
  /** What it is, in a few words: `New time`. */
  readonly proof: string;
  /** What goes with an e-mail that nobody else reads. */
  readonly encloses?: 'record';
  /** What an e-mail to their own address carries beside its words. */
  readonly carries?: 'code';
}

/** Every kind. One that is not in it does not compile. */
export type Catalogue = Readonly<Record<MessageKind, Message>>;
