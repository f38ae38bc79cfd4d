import { personId, type Actor, type Participant } from '../../src/discussion/state/people.ts';
import type { Rank } from '../../src/practice/language/vocabulary.ts';

/** A professional with a valid default; a test names only what it is about. */
export const professional = (id: string, role: string, over: Partial<Participant> = {}): Participant => ({
  personId: personId(id),
  name: id,
  role,
  agency: agencies[role] ?? 'Exampleshire County Council',
  rank: null,
  email: null,
  ...over,
});

const agencies: Readonly<Record<string, string>> = {
  police: 'Exampleshire Police',
  policeDdm: 'Exampleshire Police',
  health: 'Exampleshire NHS Trust',
  paediatrician: 'Exampleshire NHS Trust',
  education: 'Hillside Primary School',
};

export const manager = professional('manager', 'teamManager', { rank: 'teamManager' });
export const socialWorker = professional('social-worker', 'socialWorker');
export const police = professional('police', 'policeDdm');
export const health = professional('health', 'health');
export const school = professional('school', 'education');
export const stranger = professional('stranger', 'education', { agency: 'Another school' });

/** The file of a directory that has these people, each as what they take part as. */
export const directoryOf = (...people: readonly Participant[]): string =>
  JSON.stringify({
    people: people.map(({ personId: id, name, agency, role, rank }) => ({
      ...{ id, name, agency, rank },
      title: role,
      roles: [role],
    })),
  });

/** This program itself. */
export const system = professional('system', 'system', { agency: '' });

export const actor = (p: Participant, rank: Rank | null = p.rank): Actor => ({
  personId: p.personId,
  name: p.name,
  role: p.role,
  agency: p.agency,
  rank,
  via: p.personId === system.personId ? 'system' : 'teams',
});
