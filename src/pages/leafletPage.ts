/** A leaflet for a family, for whoever has just made it in Teams. It is set anew each time, from the decision as it stands. */
import type { Router } from 'express';
import type { Conduct } from '../conduct/conduct.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { leafletOf } from '../documents/leaflet/leaflet.ts';
import { leaflets } from '../documents/leaflet/texts.ts';
import { toldInWriting } from '../documents/leaflet/toldInWriting.ts';
import { setAs } from '../documents/paper/files.ts';
import type { Paper } from '../documents/paper/paper.ts';
import { isOvertaken, readLeafletToken, type LeafletAsked } from '../messages/leafletLinks.ts';
import { filePage, type FilePage } from './filePage.ts';

export interface LeafletEdges extends Pick<FilePage, 'clock' | 'authority'> {
  readonly conduct: Pick<Conduct, 'current'>;
  readonly secret: string;
  /** The council’s own, for the family to ring. */
  readonly telephone: string | null;
}

export const leafletPage = (edges: LeafletEdges): Router =>
  filePage({
    ...edges,
    button: 'Leaflet for the family',
    fileFor: async (token) => {
      const asked = readLeafletToken(token, edges.clock(), edges.secret);
      const paper = asked === null ? null : paperFor(asked, await edges.conduct.current(asked.reference), edges);
      return asked === null || paper === null
        ? null
        : { name: `leaflet.${asked.file}`, content: await setAs[asked.file](paper) };
    },
  });

/** Null where there is no such leaflet any more. */
const paperFor = (asked: LeafletAsked, d: Discussion | null, { telephone }: LeafletEdges): Paper | null => {
  const texts = leaflets().get(asked.language);
  if (d?.stage !== 'decided' || texts === undefined || isOvertaken(asked, d)) return null;
  if (!asked.told) return leafletOf(d, texts, { telephone, told: null });
  const told = toldInWriting(d, asked.childId);
  return told.is === 'allowed' ? leafletOf(d, texts, { telephone, told: told.words }) : null;
};
