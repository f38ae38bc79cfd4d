/** What every store must do with the directory's rows. */
import { describe, expect, it } from 'vitest';
import type { DirectoryRow } from '../../../src/store/rows.ts';
import type { Trial } from './contract.ts';

export const directoryContract = ({ open }: Trial): void => {
  describe('the rows of the directory', () => {
    const person = (id: string, teamsKey: string | null = null, body = '{}'): DirectoryRow => ({
      kind: 'person',
      id,
      teamsKey,
      body,
    });
    const inbox: DirectoryRow = { kind: 'inbox', id: 'police', teamsKey: null, body: '{}' };

    it('are found by kind and id, by Teams key, and listed by id', async () => {
      const { directory } = await open();
      await directory.put([person('b', 'tenant/user-b'), person('a'), inbox]);
      expect(await directory.get('person', 'b')).toEqual(person('b', 'tenant/user-b'));
      expect(await directory.get('person', 'police')).toBeNull();
      expect(await directory.get('inbox', 'police')).toEqual(inbox);
      expect(await directory.byTeamsKey('tenant/user-b')).toEqual(person('b', 'tenant/user-b'));
      expect(await directory.byTeamsKey('tenant/user-a')).toBeNull();
      expect(await directory.all('person')).toEqual([person('a'), person('b', 'tenant/user-b')]);
    });

    it('are the duties and swaps of the rota as well, each among its own', async () => {
      const { directory } = await open();
      const duty: DirectoryRow = { kind: 'duty', id: 'duty paediatrician', teamsKey: null, body: '{"title":"é"}' };
      const swap: DirectoryRow = { kind: 'swap', id: 'a', teamsKey: null, body: '{}' };
      await directory.put([person('a'), duty, swap]);
      expect(await directory.all('duty')).toEqual([duty]);
      expect(await directory.all('swap')).toEqual([swap]);
      expect(await directory.all('person')).toEqual([person('a')]);
    });

    it('replace earlier ones with the same id', async () => {
      const { directory } = await open();
      await directory.put([person('a', 'tenant/old')]);
      await directory.put([person('a', 'tenant/new', '{"name":"Now"}')]);
      expect(await directory.all('person')).toEqual([person('a', 'tenant/new', '{"name":"Now"}')]);
      expect(await directory.byTeamsKey('tenant/old')).toBeNull();
    });

    it('may exchange their Teams keys in one go', async () => {
      const { directory } = await open();
      await directory.put([person('a', 'one'), person('b', 'two')]);
      await directory.put([person('a', 'two'), person('b', 'one')]);
      expect((await directory.byTeamsKey('one'))?.id).toBe('b');
    });

    it('are written together or not at all', async () => {
      const { directory } = await open();
      await directory.put([person('a', 'one')]);
      await expect(directory.put([person('b', 'two'), person('c', 'one')])).rejects.toThrow();
      expect(await directory.all('person')).toEqual([person('a', 'one')]);
    });

    it('are removed by kind and id, and their Teams key is free again', async () => {
      const { directory } = await open();
      await directory.put([person('a', 'one'), person('police'), inbox]);
      await directory.remove('person', ['a', 'police', 'nobody']);
      expect(await directory.all('person')).toEqual([]);
      expect(await directory.all('inbox')).toEqual([inbox]);
      await directory.put([person('b', 'one')]);
      expect((await directory.byTeamsKey('one'))?.id).toBe('b');
    });
  });
};
