import { describe, expect, it } from 'vitest';
import { agendaCard } from '../../src/cards/agenda.ts';
import { atNoSeat, seatLines } from '../../src/words/seatLines.ts';
import { plusMillis } from '../../src/practice/time/instant.ts';
import { practiceFor } from '../builders/standards.ts';
import { inSession, present } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { health, manager, police, professional, socialWorker } from '../builders/people.ts';
import { convenedStory, stateOf, type Story } from '../builders/story.ts';
import { confirmed, named } from '../builders/substitute.ts';
import { faultsIn, readable } from './soundness.ts';

const practice = practiceFor('practice-standards-2025');
/** Seat by seat, who and in what state, as the agenda card shows it. */
const seats = (story: Story): Readonly<Record<string, string>> =>
  Object.fromEntries(
    seatLines(stateOf(story), practice).map(({ words, who, state }) => [words.split(' ')[0] ?? '', `${who}: ${state}`]),
  );

describe('who fills the seats', () => {
  it('at first: the chair is coming, nobody else has answered', () => {
    expect(seats(convenedStory())).toEqual({
      Chair: 'manager: Coming',
      Police: 'police: No answer',
      Social: 'social-worker: No answer',
      Health: 'health: No answer',
    });
  });

  it('those who accept are coming; those who cannot decide leave the seat missing (Q-10)', () => {
    const answered = convenedStory()
      .then(police, { kind: 'accept', hasAuthority: true })
      .then(health, { kind: 'accept', hasAuthority: false });
    expect(seats(answered)).toMatchObject({ Police: 'police: Coming', Health: 'Nobody yet: Missing' });
  });

  it('a seat whose person declines is missing until their substitute can be expected', () => {
    const decline = { kind: 'decline', reason: 'In court', written: null } as const;
    expect(seats(convenedStory().then(police, { ...decline, substitute: null }))['Police']).toBe('Nobody yet: Missing');
    const sergeant = professional('sergeant', 'police');
    const proposed = convenedStory().then(police, { ...decline, substitute: sergeant });
    expect(seats(proposed)['Police']).toBe('Nobody yet: Missing');
    expect(seats(confirmed(convenedStory(), police, sergeant))['Police']).toBe('sergeant: No answer');
  });

  it('in session: present, missing, or there without authority', () => {
    const session = inSession(convenedStory(), manager, socialWorker).then(
      manager,
      present(police, { hasAuthority: null }),
    );
    expect(seats(session)).toEqual({
      Chair: 'manager. In Teams, joined 10am: Present',
      Police: 'Somebody is here who has not confirmed they can decide: Cannot decide yet',
      Social: 'social-worker. In Teams, joined 10am: Present',
      Health: 'health: No answer',
    });
  });

  it('those who fill no seat are listed with their answer', () => {
    const [school, deputy] = [professional('school', 'education'), professional('deputy', 'education')];
    const lines = (given: Story) =>
      atNoSeat(stateOf(given), practice).map((line) => line.replace(/^(\w+).*: /, '$1: '));
    expect(lines(named(convenedStory(), school, deputy))).toEqual([
      'school: not coming, deputy proposed, to be confirmed',
    ]);
    expect(lines(confirmed(convenedStory(), school, deputy))).toEqual([
      'school: not coming, deputy instead',
      'deputy: no answer',
    ]);
  });

  it('whoever walked in and fills no seat is named too', () => {
    const youth = professional('youth', 'youthServices');
    const session = inSession(convenedStory(), manager).then(manager, present(youth));
    expect(atNoSeat(stateOf(session), practice).at(-1)).toBe(
      'youth, Youth services, Exampleshire County Council: present, in Teams, joined 10am',
    );
  });
});

describe('the agenda card warns', () => {
  const shown = (story: Story, at = tuesday) => {
    const card = agendaCard(stateOf(story), practice, at);
    expect(faultsIn(card)).toEqual([]);
    return readable(card);
  };
  const day = 86_400_000;

  it('when the deadline has passed', () => {
    expect(shown(convenedStory())).not.toContain('The deadline has passed');
    expect(shown(convenedStory(), plusMillis(tuesday, 5 * day))).toContain(
      'The deadline has passed. Hold it as soon as possible.',
    );
  });

  it('when emergency action brought the deadline before the meeting (T-4)', () => {
    const meeting = { ...convene().meeting, startsAt: plusMillis(tuesday, 2 * day) };
    const acted = convenedStory(undefined, manager, { meeting }).then(manager, {
      kind: 'recordEmergencyAction',
      action: 'Police protection',
      takenAt: tuesday,
      takenBy: 'Police',
    });
    expect(shown(acted)).toContain('The meeting is planned after the deadline. Bring it forward.');
    expect(shown(acted)).toContain('Emergency action has been recorded (1).');
    expect(shown(acted)).not.toContain('Police protection');
  });

  it('and once it is over, offers nothing to do', () => {
    const over = convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'Convened twice' });
    expect(shown(over)).toContain('Convened twice');
    expect(shown(over)).not.toContain('I am here');
  });
});
