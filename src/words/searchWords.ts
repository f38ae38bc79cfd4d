/** What somebody needs, besides name and date of birth, to find a child in their own agency’s records: no more than that. */
import type { Discussion } from '../discussion/state/discussion.ts';
import { detailsOf, household } from '../discussion/state/details.ts';
import type { Participant } from '../discussion/state/people.ts';
import { agenciesOf } from '../practice/language/roles.ts';

/** Only where nobody else can read it. The NHS number is for health. */
export const foundBy = ({ entered }: Discussion, childId: string, to: Pick<Participant, 'role'>): readonly string[] => {
  const { address = '', nhsNumber = '' } = detailsOf(entered, childId);
  const parents = household(entered)
    .map((of) => detailsOf(entered, of))
    .filter(({ parentalResponsibility, name = '' }) => parentalResponsibility === 'yes' && name !== '');
  return [
    ...(address === '' ? [] : [`Address: ${address}`]),
    ...(parents.length === 0 ? [] : [`Parents: ${parents.map(({ name }) => name).join(', ')}`]),
    ...(nhsNumber === '' || !agenciesOf(to.role).includes('health') ? [] : [`NHS number: ${nhsNumber}`]),
  ];
};
