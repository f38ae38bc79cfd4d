/** How a meeting is held, of the ways the standard has (M-2), and why a telephone call has to do (M-1, M-3). */
import type { Assessment } from '../practice/assess.ts';
import { formats, type Format } from '../practice/language/vocabulary.ts';
import type { Choice } from './bind.ts';
import { oneOf } from './form.ts';

const words: Readonly<Record<Format, string>> = {
  meeting: 'A meeting, in person or in Teams',
  video: 'A video call',
  phone: 'Telephone only',
};

/** The ways to choose from, and the one that is chosen: the first, where the standard does not have that one. */
export const formatChoices = (
  { formats: offered }: Assessment,
  chosen: Format,
): { readonly formats: readonly Choice[]; readonly format: string } => ({
  formats: offered.map((format) => ({ title: words[format], value: format })),
  format: offered.includes(chosen) ? chosen : (offered[0] ?? ''),
});

/** Any way there is: whether the standard has it is for the standard to say. */
export const formatInput = oneOf(formats, 'Say how the meeting is held.');

/** A reason for a call that is none is asked about, not dropped. */
export const isReasonOfCall = ({
  format,
  phoneOnlyReason,
}: {
  readonly format: Format;
  readonly phoneOnlyReason: string;
}): boolean => format === 'phone' || phoneOnlyReason === '';
export const reasonOfNoCall = 'You gave a reason for a telephone call. Choose “Telephone only”, or clear the reason.';

export const isFormat = (text: string | undefined): text is Format => formats.some((format) => format === text);

/** Whether a reason is wanted: asked of the assessment as if it were by telephone alone. */
export const asksWhyPhone = (byPhone: Assessment, command: 'convene' | 'reconvene'): boolean =>
  byPhone.formats.includes('phone') && byPhone.blocksOn(command).some(({ reasonIn }) => reasonIn === 'phoneOnlyReason');
