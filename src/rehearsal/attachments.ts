/** What a mail program shows as attached to a message. */
import type { Email } from 'postal-mime';

export interface Attached {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** A calendar comes twice in one message, once to be shown with it and once to be kept as a file. People see one. */
export const attachmentsOf = ({ attachments }: Email): readonly Attached[] => {
  const all = attachments.map(({ filename, mimeType, content }) => ({
    name: filename ?? '',
    type: mimeType,
    content: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer),
  }));
  const isFirst = (attached: Attached, index: number): boolean =>
    all.findIndex(({ content }) => content.equals(attached.content)) === index;
  const nameOf = ({ content }: Attached): string | undefined =>
    all.find((each) => each.name !== '' && each.content.equals(content))?.name;
  return all.filter(isFirst).map((attached) => ({ ...attached, name: nameOf(attached) ?? 'attachment' }));
};
