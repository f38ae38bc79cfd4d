/** The program cannot start, or go on, until the operator does something. The message is the sentence that says what. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
