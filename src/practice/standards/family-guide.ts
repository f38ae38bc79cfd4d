/**
 * What families are told, in plain English (FG-*). Not a procedure: it imposes no checks and holds no case data. The
 * chair sends it to the worker, who hands it over; the bot never writes to a family member. FG-2 follows F-8: it does
 * not promise that everything is shared.
 */
import type { RuleId } from '../language/vocabulary.ts';

export interface FamilyText {
  readonly id: RuleId;
  readonly heading: string;
  readonly body: string;
  /** Other rules this wording keeps to. */
  readonly covers?: readonly RuleId[];
}

export const familyGuideTexts: readonly FamilyText[] = [
  {
    id: 'FG-1',
    heading: 'What a strategy meeting is',
    body: 'Professionals such as social workers, the police, health workers and teachers meet to put together what each of them knows, so that they see the whole picture.',
  },
  {
    id: 'FG-2',
    heading: 'You are not invited',
    covers: ['S-1', 'F-8'],
    body: 'Families do not come to this meeting. Afterwards your social worker tells you what can be shared. Some things may not be shared at first if that could put a child at risk or get in the way of a police investigation.',
  },
  {
    id: 'FG-3',
    heading: 'What the meeting decides',
    body: 'It asks whether the police need to investigate, whether a child needs protecting straight away, and whether an enquiry starts. {{authority}} children’s services, the police, or both together may lead it.',
  },
  {
    id: 'FG-4',
    heading: 'What an enquiry is',
    body: 'An enquiry under section 47 of the Children Act 1989 is also called a child protection enquiry or investigation. The law says we must make one when a child may be harmed or may have been. It starts with gathering facts. We usually ask you first, unless the concern is too grave. A strategy meeting follows if the risk is unclear or we are still worried.',
  },
  {
    id: 'FG-5',
    heading: 'If there is no enquiry',
    body: 'We try to agree with those who have parental responsibility before we gather information. The law lets us go ahead without agreement if we need to.',
  },
  {
    id: 'FG-6',
    heading: 'What can happen after an enquiry',
    body: 'If the concern is found to be true, there is likely to be a child protection conference. If not, we may go on with the assessment and help you find support, or there may be no more involvement, and we write to tell you so.',
  },
  {
    id: 'FG-7',
    heading: 'Will my child be taken away?',
    body: 'Most children do not go into care. Only a court or the police can remove a child; social workers cannot decide that. Your worker, {{worker}}, will be open with you and explain your rights.',
  },
];
