/** The leaflet for a family, made by those who carry the case, who hand it over themselves (FG-*, F-1). */
import { readForm } from '../../cards/form.ts';
import { leafletCard, leafletForm, type ToldOf } from '../../cards/leaflet.ts';
import type { Decided } from '../../discussion/state/discussion.ts';
import { leaflets } from '../../documents/leaflet/texts.ts';
import { toldInWriting } from '../../documents/leaflet/toldInWriting.ts';
import { worksForMinutes } from '../../messages/leafletLinks.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { formAgain, refusalCard, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, readHeader } from '../press.ts';

type Made = Parameters<typeof leafletCard>[2];

/** Each look at it is recorded as a making of the leaflet. */
const withLeaflet = async (
  press: Press,
  edges: Edges,
  use: (d: Decided) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const { reference } = readHeader(press);
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed: 'makeLeaflet' });
  if (seen.result === 'refused') return { card: refusalCard(seen.refusal) };
  const d = seen.discussion;
  return d.stage === 'decided' ? use(d) : refusedAnswer(d, { code: 'notDecidedYet' }, press, edges);
};

const cardFor = (d: Decided, edges: Edges, made?: Made) =>
  leafletCard(
    d,
    {
      nonce: edges.newId(),
      today: londonDate(edges.clock()),
      languages: [...leaflets()].map(([value, { name }]) => ({ title: name, value })),
      told: d.children.map(({ childId }) => toldOf(d, childId)),
      worksForMinutes,
    },
    made,
  );

const toldOf = (d: Decided, childId: string): ToldOf => {
  const told = toldInWriting(d, childId);
  const words = told.is === 'allowed' ? told.words : told.is === 'named' ? told.names.join(', ') : '';
  return { childId, is: told.is, words };
};

export const openLeaflet: Handler = (press, edges) => withLeaflet(press, edges, (d) => ({ card: cardFor(d, edges) }));

export const makeLeaflet: Handler = (press, edges) =>
  withLeaflet(press, edges, (d) => {
    const typed = asTyped(press.data);
    const form = () => cardFor(d, edges, { typed });
    const read = readForm(leafletForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { language, file, print } = read.value;
    const childId = d.children.length === 1 ? d.children[0]?.childId : read.value.childId;
    if (childId === undefined || !d.children.some((child) => child.childId === childId)) {
      return formAgain(form, ['Choose the child whose family it is for.']);
    }
    if (!leaflets().has(language)) return formAgain(form, ['Choose the language.']);
    const told = print === 'yes';
    if (told && toldInWriting(d, childId).is !== 'allowed') {
      return formAgain(form, ['Nothing that this family is told can be printed. Leave it out.']);
    }
    const { reference, version } = d;
    const link = edges.leafletLink({ reference, version, childId, language, file, told });
    return { card: cardFor(d, edges, { typed, link }) };
  });
