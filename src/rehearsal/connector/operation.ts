import type { Request } from 'express';
import { z } from 'zod';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One thing a bot can ask of the Bot Connector. */
export type Operation = (req: Request) => Answer;

export const paramOf = (req: Request, name: string): string => z.string().parse(req.params[name]);
