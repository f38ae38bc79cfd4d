import { describe, expect, it } from 'vitest';
import { invitationOf } from '../../../src/discussion/state/discussion.ts';
import { health, manager, police, professional, socialWorker } from '../../builders/people.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';
import { confirmed, named, proposalOf } from '../../builders/substitute.ts';

const sergeant = professional('sergeant', 'police');
const inspector = professional('inspector', 'police');
const decline = { kind: 'decline', reason: 'In court', substitute: null, written: null } as const;
const invitedTo = (given: Story): readonly string[] => stateOf(given).invitations.map((i) => i.participant.personId);
const standing = (given: Story): string | undefined =>
  invitationOf(stateOf(given), police.personId)?.substitute?.standing;

describe('a substitute named by an invitee (S-2)', () => {
  const proposed = () => named(convenedStory(), police, sergeant);
  const answer = (kind: 'confirmSubstitute' | 'turnDownSubstitute', given = proposed()) => ({
    kind,
    proposal: proposalOf(given, police),
  });

  it('is proposed and no more: invited to nothing, sent nothing', () => {
    const given = proposed();
    expect(given.events.map((e) => e.type)).toEqual(['invitationDeclined', 'substituteProposed']);
    expect(invitedTo(given)).not.toContain(sergeant.personId);
    expect(given.notices.flatMap(({ recipient }) => (recipient.to === 'person' ? [recipient.personId] : []))).toEqual([
      manager.personId,
    ]);
    expect(given.when(sergeant, { kind: 'accept', hasAuthority: true }).refusal).toMatchObject({ code: 'notAllowed' });
  });

  it('confirmed, is invited in the same seat and answers for themselves', () => {
    const given = confirmed(convenedStory(), police, sergeant);
    expect(given.notices).toContainEqual(
      expect.objectContaining({ kind: 'invitation', recipient: { to: 'person', personId: sergeant.personId } }),
    );
    expect(invitationOf(stateOf(given), sergeant.personId)).toEqual({
      participant: sergeant,
      reply: { answer: 'awaited' },
      substituteFor: 'policeDdm',
      substitute: null,
    });
    expect(given.when(manager, answer('confirmSubstitute')).refusal).toEqual({ code: 'noSuchProposal' });
  });

  it('is confirmed by whoever leads, never by the invitee or another', () => {
    for (const who of [police, health, socialWorker, sergeant]) {
      expect(proposed().when(who, answer('confirmSubstitute')).refusal).toMatchObject({ code: 'notAllowed' });
    }
  });

  it('turned down, is not invited, and another may be named', () => {
    const given = proposed().then(manager, answer('turnDownSubstitute'));
    expect(standing(given)).toBe('turnedDown');
    expect(invitedTo(given)).not.toContain(sergeant.personId);
    expect(standing(named(given, police, inspector))).toBe('proposed');
  });

  it('is the only one: a second is refused while the first stands, proposed or invited', () => {
    const second = { ...decline, substitute: inspector };
    expect(proposed().when(police, second).refusal).toMatchObject({ code: 'substituteStands', standing: 'proposed' });
    const invited = confirmed(convenedStory(), police, sergeant);
    expect(invited.when(police, second).refusal).toMatchObject({ code: 'substituteStands', standing: 'invited' });
    expect(invited.then(sergeant, decline).when(police, second).refusal).toBeNull();
  });

  it('named again, asks nobody again', () => {
    const again = named(proposed(), police, sergeant);
    expect(again.notices.map(({ kind }) => kind)).toEqual(['agendaCard']);
    expect(proposalOf(again, police)).toBe(proposalOf(proposed(), police));
  });

  it('is withdrawn by coming oneself', () => {
    const given = proposed().then(police, { kind: 'accept', hasAuthority: true });
    expect(given.when(manager, answer('confirmSubstitute')).refusal).toEqual({ code: 'noSuchProposal' });
  });

  it('of whoever chairs needs nobody else to confirm it', () => {
    const chair = professional('the-chair', 'serviceManager', { rank: 'serviceManager' });
    const deputy = professional('deputy', 'serviceManager', { rank: 'serviceManager' });
    const given = convenedStory(undefined, manager, { chair, invitees: [chair, police] });
    expect(invitedTo(named(given, chair, deputy))).toContain(deputy.personId);
  });

  it.each(['mother', 'Her mum', 'The child’s step father', "child's grandmother", 'Family friend'])(
    'whose role is “%s” is refused: that is family (S-1)',
    (statedRole) => {
      const command = { ...decline, substitute: sergeant, statedRole };
      expect(convenedStory().when(police, command).refusal).toEqual({
        code: 'roleOfFamily',
        rule: 'S-1',
        role: statedRole,
      });
    },
  );

  it.each(['Family support worker', 'Ward sister', 'Child protection officer', 'Parent support adviser', ''])(
    'whose role is “%s” is not',
    (statedRole) => {
      expect(convenedStory().when(police, { ...decline, substitute: sergeant, statedRole }).refusal).toBeNull();
    },
  );
});
