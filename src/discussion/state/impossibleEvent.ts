/** An event that cannot follow the state it meets: the stream is damaged, or this program is older than its data. */
export class ImpossibleEvent extends Error {
  override readonly name = 'ImpossibleEvent';
}
