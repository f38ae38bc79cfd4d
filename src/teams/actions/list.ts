/** The actions of the plan, and whoever may agree one adds it from here. */
import { z } from 'zod';
import { actionsCard } from '../../cards/actions.ts';
import type { Card } from '../../cards/bind.ts';
import { notTheTimeToAgree } from '../../discussion/commands/actions.ts';
import { may } from '../../discussion/commands/authority.ts';
import { capacitiesOf } from '../../discussion/commands/capacity.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { Actor } from '../../discussion/state/people.ts';
import type { Edges, Handler } from '../edges.ts';
import { opens } from '../forms/submitting.ts';
import { carriedBy } from '../press.ts';
import type { Who } from '../who.ts';

const carried = z.object({ part: z.number().int().min(1).default(1) });

export const openActions: Handler = opens((d, press, edges) =>
  actionsFor(d, press.who, edges, carriedBy(carried, press).part),
);

export const actionsFor = (d: Discussion, { actor }: Who, { clock }: Pick<Edges, 'clock'>, part = 1): Card =>
  actionsCard(d, { now: clock(), part, mayAdd: mayAdd(d, actor) });

const mayAdd = (d: Discussion, actor: Actor): boolean =>
  notTheTimeToAgree(d) === null && may('agreeAction', capacitiesOf(d, actor));
