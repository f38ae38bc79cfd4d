/** The leaflet a worker hands to a family (FG-1 to FG-7). It is filled from settings only, never from a case. */
import { familyGuideTexts, type FamilyText } from '../standards/family-guide.ts';

export interface FamilyGuideSettings {
  /** The authority's name, as families know it. */
  readonly authority: string;
  /** Whom the family can ask: a name or `your social worker`. */
  readonly worker: string;
}

/** The texts in their order, with the authority and the worker filled in. */
export const familyGuide = (settings: FamilyGuideSettings): readonly FamilyText[] =>
  familyGuideTexts.map((text) => ({
    ...text,
    body: text.body.replaceAll('{{authority}}', settings.authority).replaceAll('{{worker}}', settings.worker),
  }));
