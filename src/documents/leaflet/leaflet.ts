/**
 * The leaflet a worker hands to a family: what a strategy discussion is, what happens next, their rights and whom to ring
 * (FG-1 to FG-7). Of the case it has what the chair has allowed this family to be told, and no trace where there is
 * nothing (F-1, F-8).
 */
import type { Decided } from '../../discussion/state/discussion.ts';
import { leadSocialWorker } from '../../discussion/state/responsible.ts';
import { heading, list, paragraph, section, type Block, type Paper } from '../paper/paper.ts';
import { filledIn, type LeafletTexts } from './texts.ts';

export const leafletOf = (
  d: Decided,
  texts: LeafletTexts,
  /** `telephone`: the council’s. `told`: what this family is told in writing. Each null where there is none. */
  { telephone, told }: { readonly telephone: string | null; readonly told: string | null },
): Paper => {
  const { language, title, marking, page, lead, passages, next, rights, ring } = texts;
  const filled = { authority: d.authority, worker: leadSocialWorker(d).name, telephone: telephone ?? '' };
  const say = (words: string): string => filledIn(words, filled);
  const paragraphs = (all: readonly string[]): readonly Block[] => all.map((words) => paragraph(say(words)));
  const points = (each: LeafletTexts['next']): readonly Block[] => section(each.heading, list(each.items.map(say)));
  return {
    title,
    reference: d.reference,
    marking,
    authority: d.authority,
    language,
    page,
    blocks: [
      ...paragraphs(lead),
      ...Object.values(passages).flatMap(({ heading: words, body }) => [heading(say(words)), ...paragraphs(body)]),
      // What the chair wrote is printed as it is: it is no text of ours to fill in.
      ...(told === null ? [] : [heading(texts.told.heading), ...paragraphs(texts.told.lead), paragraph(told)]),
      ...points(next),
      ...points(rights),
      heading(ring.heading),
      ...paragraphs([ring.worker, telephone === null ? ring.noTelephone : ring.telephone, ring.danger]),
    ],
  };
};
