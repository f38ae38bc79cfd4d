/** The signed record, handed to whoever asks for it in Teams, in the edition that is theirs. */
import { recordFileCard } from '../../cards/recordFile.ts';
import { ownEdition } from '../../discussion/matter/ownEdition.ts';
import { recordInForce } from '../../discussion/state/signing.ts';
import { recordLinkMinutes } from '../../messages/recordLinks.ts';
import { refusalCard } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { readHeader } from '../press.ts';

export const openRecord: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const { actor } = press.who;
  const seen = await edges.conduct.read({ reference, actor, deed: 'getRecord' });
  if (seen.result === 'refused') return { card: refusalCard(seen.refusal) };
  const d = seen.discussion;
  const inForce = d.stage === 'decided' ? recordInForce(d) : null;
  const edition =
    d.stage === 'decided' ? ownEdition(d, actor.personId, actor.offices?.includes('recordsOfficer')) : null;
  if (inForce === null || edition === null) return { card: refusalCard({ code: 'recordNotSigned' }) };
  const { number } = inForce;
  const linkTo = (file: 'pdf' | 'docx') => edges.recordLink({ reference, number, who: actor.personId, file });
  const links = { reference, number, minutes: recordLinkMinutes, pdf: linkTo('pdf'), word: linkTo('docx') };
  return { card: recordFileCard(links, edition) };
};
