import { deliveryCard } from '../../cards/delivery.ts';
import { proofsToPeople } from '../../messages/proof.ts';
import { refusalCard } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { readHeader } from '../press.ts';

/** Who has been told what: for those who lead the discussion. */
export const showDeliveries: Handler = async (press, edges) => {
  const { reference } = readHeader(press);
  const seen = await edges.conduct.read({ reference, actor: press.who.actor, deed: 'seeDeliveries' });
  if (seen.result === 'refused') return { card: refusalCard(seen.refusal) };
  const proofs = proofsToPeople(seen.discussion, await edges.store.notices(reference), edges.clock());
  return { card: deliveryCard(seen.discussion, proofs) };
};
