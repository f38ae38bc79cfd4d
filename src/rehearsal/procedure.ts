import { Router } from 'express';
import { z } from 'zod';

/** The council's procedure, which whoever rehearses may change. What a procedure is, the product knows. */
export interface Procedure {
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly current: () => string;
  /** Called with the value of one of the options only. */
  readonly choose: (value: string) => void;
}

const choice = z.strictObject({ value: z.string() });

/** Shows the procedures there are and which one is followed, and takes another choice. */
export const procedureRoutes = (procedure: Procedure): Router => {
  const router = Router();
  router.get('/', (_req, res) => {
    res.json({ current: procedure.current(), options: procedure.options });
  });
  router.put('/', (req, res) => {
    const chosen = choice.safeParse(req.body);
    const known = chosen.success && procedure.options.some(({ value }) => value === chosen.data.value);
    if (!known) return void res.status(400).json({ error: 'There is no such procedure.' });
    procedure.choose(chosen.data.value);
    res.json({ current: procedure.current(), options: procedure.options });
  });
  return router;
};
