/** The letters of a kind as they would be sent in the made-up case, once for each reader that they tell apart. */
import type { Button } from '../../cards/news.ts';
import type { MessageKind, Notice } from '../../discussion/state/notice.ts';
import type { Practice } from '../../practice/practice.ts';
import { buttonsFor } from '../buttons.ts';
import { catalogue } from '../catalogue.ts';
import type { Letter } from '../file/letterFile.ts';
import type { Reader, View } from '../kind.ts';
import { readerName, viewOf } from '../render.ts';
import { available } from './madeUp.ts';
import { stories, type Moment } from './stories.ts';
import { inWriting } from '../letter.ts';

export interface Sample {
  /** `cards/letters/NAME.md`. */
  readonly file: string;
  readonly readers: readonly string[];
  readonly letter: Letter;
  /** What a reader in Teams can do about it; none by e-mail. */
  readonly buttons: readonly Button[];
  /** The words of the link in an e-mail; null where it has none. */
  readonly link: string | null;
}

const places: Readonly<Record<string, Omit<Reader, 'name'>>> = {
  'in Teams': { inTeams: true, secure: true, shared: false },
  'at a secure address': { inTeams: false, secure: true, shared: false },
  'at another address': { inTeams: false, secure: false, shared: false },
  'in a shared mailbox': { inTeams: false, secure: false, shared: true },
};

/** Empty where the standard has nobody told this. */
export const samplesOf = (kind: MessageKind, practice: Practice): readonly Sample[] => {
  const views = stories(practice).flatMap((moments) => viewsOf(kind, moments, practice));
  const all = views.flatMap((view) => Object.entries(places).map(([where, place]) => sampleOf(view, where, place)));
  // The first of each letter for each reader: the others differ in their case, not in their words.
  const distinct = new Map(all.toReversed().map((sample) => [`${sample.file} ${sample.readers.join()}`, sample]));
  return together([...distinct.values()].toReversed());
};

/** Each message at the moment it is owed, and then as it stands later: a reminder may have nothing left to remind of. */
const viewsOf = (kind: MessageKind, moments: readonly Moment[], practice: Practice): readonly View[] => {
  const owed = (moments.at(-1)?.owed ?? []).filter((notice) => notice.kind === kind);
  return owed.flatMap((notice) =>
    moments
      .filter((moment) => moment.owed.includes(notice))
      .flatMap(
        (moment) =>
          viewOf(notice, moment.d, { practice, now: notice.owedAt, notices: tracked(moment), available }) ?? [],
      ),
  );
};

const tracked = ({ d, owed }: Moment): View['notices'] =>
  owed.map((notice: Notice) => ({
    reference: d.reference,
    version: d.version,
    notice,
    delivery: { status: 'owed', nextAttemptAt: notice.owedAt, attempts: [] },
  }));

const sampleOf = (view: View, where: string, place: Omit<Reader, 'name'>): Sample => {
  const reader = { ...place, name: readerName(view) };
  const message = catalogue[view.notice.kind];
  const chosen = message.letter.choose(view, reader);
  const letter = inWriting(chosen.write(view, reader));
  return {
    file: chosen.file.name,
    readers: [where],
    letter,
    buttons: reader.inTeams ? buttonsFor(view, chosen.buttons ?? message.buttons, letter.buttons, []) : [],
    link: reader.inTeams ? null : letter.link,
  };
};

/** Readers who are sent the same letter, word for word. */
const together = (samples: readonly Sample[]): readonly Sample[] => {
  const found = new Map<string, Sample>();
  for (const sample of samples) {
    const { readers, ...words } = sample;
    const key = JSON.stringify(words);
    const known = found.get(key);
    found.set(key, known === undefined ? sample : { ...known, readers: [...known.readers, ...readers] });
  }
  return [...found.values()];
};
