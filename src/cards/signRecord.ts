/** The record in short, to be signed by the chair, or authorised by whoever the standard has do so. */
import { z } from 'zod';
import { assessed } from '../discussion/matter/assessed.ts';
import { blankOf, heldFields } from '../discussion/matter/recordHolds.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import type { EventOf } from '../discussion/state/event.ts';
import { lastSigning, nextSigning } from '../discussion/state/signing.ts';
import type { Practice } from '../practice/practice.ts';
import { rankTitle } from '../words/gateWords.ts';
import { blankLines, recordInShort } from '../words/recordInShort.ts';
import { authorisingStatement, signingLines, signingStatement } from '../words/signingWords.ts';
import { field, nameIn, readDetails, withAsked, type DetailField, type Section } from './askedFields.ts';
import { clipped, longestThatFits, plain, said, template, type Card, type Choice } from './bind.ts';
import { oneOf, optional, type Read } from './form.ts';

const bind = template(
  'sign-record',
  z.object({
    reference: plain,
    nonce: plain,
    number: z.int(),
    basedOn: z.int(),
    heading: plain,
    lead: z.array(said),
    parts: z.array(z.object({ title: said, lines: z.array(said) })),
    blank: z.array(said),
    statement: plain,
    send: z.object({ title: plain, verb: plain }),
  }),
);

type Typed = Readonly<Record<string, string>>;

interface ToRead {
  readonly d: Decided;
  readonly practice: Practice;
}

/** How long each line of the record may be, where the card does not hold all of it. */
const lengths = [1500, 500, 150, 60];
const more = '… (“Read what was said” has all of it)';

const recordCard = (
  { d, practice }: ToRead,
  nonce: string,
  step: {
    readonly number: number;
    readonly heading: string;
    readonly blank: readonly string[];
    readonly statement: string;
    readonly send: { readonly title: string; readonly verb: string };
  },
  asked: { readonly sections: readonly Section[]; readonly valueOf: (id: string) => string },
): Card =>
  longestThatFits(lengths, (length) => {
    const card = bind({
      ...{ reference: d.reference, nonce, basedOn: d.version, ...step },
      statement: `In doing so you say: “${step.statement}”`,
      lead: [...signingLines(d), 'This is the record in short. “Read what was said” has all of it.'],
      parts: recordInShort(d, practice).map(({ title, lines }) => ({
        title,
        lines: lines.map((line) => clipped(line, length, more)),
      })),
    });
    return withAsked(card, asked.sections, asked.valueOf);
  });

/** What is entered nowhere else, and what whoever signs confirms. */
const sectionsOf = ({ d, practice }: ToRead): readonly Section[] => {
  const { holds, confirmed } = assessed(d, practice).signOff;
  const isEntered = (name: string): boolean =>
    heldFields.some((held) => held === name && blankOf(d, held).length === 0);
  return [
    { title: '', fields: holds.filter(({ name }) => !isEntered(name)).map((f) => field(f, 'holds')) },
    { title: '', fields: confirmed.map((f) => field(f, 'signOff')) },
  ];
};

/** Who authorises it, where the standard has that; `others`: those of the rank, but for whoever signs. */
const authoriserField = ({ d, practice }: ToRead, others: readonly Choice[]): readonly DetailField[] => {
  const { authorisedBy } = assessed(d, practice).signOff;
  if (authorisedBy === null) return [];
  const label = `Who authorises it: a ${rankTitle(authorisedBy.rank)}`;
  return [{ id: 'authoriser', label, kind: 'choice', choices: others }];
};

export const signCard = (about: ToRead, nonce: string, others: readonly Choice[], typed: Typed = {}): Card => {
  const { d, practice } = about;
  const before = lastSigning(d)?.answers;
  const known = { ...under('holds', before?.holds ?? {}), ...under('signOff', before?.signOff ?? {}) };
  return recordCard(
    about,
    nonce,
    {
      number: nextSigning(d),
      heading: 'Read and sign the record',
      blank: blankLines(d, practice),
      statement: signingStatement,
      send: { title: 'Sign the record', verb: 'sign.send' },
    },
    {
      sections: [...sectionsOf(about), { title: '', fields: authoriserField(about, others) }],
      valueOf: (id) => typed[id] ?? known[id] ?? '',
    },
  );
};

const under = (area: string, answers: Typed): Typed =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [`${area}.${name}`, value]));

/** What was filled in; what is missing the standard says. */
export const readSigning = (
  about: ToRead,
  data: Readonly<Record<string, unknown>>,
): Read<EventOf<'recordSigned'>['answers']> => {
  const { details, problems } = readDetails(sectionsOf(about), data);
  if (problems.length > 0) return { ok: false, problems };
  const of = (area: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(details).flatMap(([id, value]) =>
        id.startsWith(`${area}.`) && value !== '' ? [[nameIn(id), value]] : [],
      ),
    );
  return { ok: true, value: { holds: of('holds'), signOff: of('signOff') } };
};

export const signForm = z.object({ authoriser: optional('Who authorises it', 100) });

const answer: Section = {
  title: '',
  fields: [
    {
      id: 'as',
      label: 'Your answer',
      kind: 'choice',
      choices: [
        { title: 'I have read it, and authorise it', value: 'authorise' },
        { title: 'It is not right: send it back', value: 'back' },
      ],
    },
    { id: 'reason', label: 'Reason (needed when you send it back)', kind: 'longText', choices: [] },
  ],
};

export const authoriseCard = (about: ToRead, nonce: string, typed: Typed = {}): Card =>
  recordCard(
    about,
    nonce,
    {
      number: lastSigning(about.d)?.number ?? 1,
      heading: 'Read and authorise the record',
      blank: [],
      statement: authorisingStatement,
      send: { title: 'Send', verb: 'authorise.send' },
    },
    { sections: [answer], valueOf: (id) => typed[id] ?? '' },
  );

export const authoriseForm = z.object({
  as: oneOf(['authorise', 'back'], 'Say whether you authorise it or send it back.'),
  reason: optional('The reason', 1000),
});
