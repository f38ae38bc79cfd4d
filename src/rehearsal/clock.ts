/** The time it is in the rehearsal, which whoever rehearses may move on: never back, for what happened has happened. */
import { Router } from 'express';
import { z } from 'zod';

export interface MovableClock {
  readonly now: () => Date;
  /** Resolves once what falls due until then has happened; rejects nothing, and moves nothing back. */
  readonly moveTo: (at: Date) => Promise<'moved' | 'backwards'>;
}

/** As ISO 8601 has it, but without months and years, which are not all as long. */
const inUnits = /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const duration = z.string().regex(inUnits);
const move = z.union([
  z.strictObject({ at: z.iso.datetime({ offset: true, error: 'at must be a date and time with its offset' }) }),
  z.strictObject({ advance: duration }),
]);

/** Further than this is a slip of the finger: discussions are over within months. */
const furthestMs = 366 * 24 * 3_600_000;

/** Shows the time, and takes another: `{"at": ISO}` or `{"advance": "PT2H"}`. */
export const clockRoutes = (clock: MovableClock, moved: () => void): Router => {
  const router = Router();
  const shown = () => ({ now: clock.now().toISOString() });
  router.get('/', (_req, res) => {
    res.json(shown());
  });
  router.put('/', async (req, res) => {
    const asked = move.safeParse(req.body);
    if (!asked.success) {
      return void res
        .status(400)
        .json({ error: 'Give {"at": a date and time} or {"advance": a duration such as PT2H}.' });
    }
    const to =
      'at' in asked.data ? new Date(asked.data.at) : new Date(clock.now().getTime() + millisOf(asked.data.advance));
    if (to.getTime() - clock.now().getTime() > furthestMs) {
      return void res.status(400).json({ error: 'Move the time on by a year at most.' });
    }
    if ((await clock.moveTo(to)) === 'backwards') {
      return void res.status(409).json({ error: 'Time only moves on: what has happened has happened.' });
    }
    moved();
    res.json(shown());
  });
  return router;
};

/** A week, a day, an hour, a minute and a second. */
const units = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;

const millisOf = (text: string): number => {
  const [, ...parts] = inUnits.exec(text) ?? [];
  return units.reduce((total, unit, i) => total + unit * Number(parts[i] ?? 0), 0);
};
