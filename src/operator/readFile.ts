import { InputProblem, type Io } from './io.ts';

/** A file an operator named; one that cannot be read is theirs to put right. */
export const readFile = (io: Io, file: string): string => {
  try {
    return io.read(file);
  } catch (error) {
    if (error instanceof InputProblem) throw error;
    throw new InputProblem(
      `The file ${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}.`,
    );
  }
};
