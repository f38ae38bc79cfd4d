/** The doctor’s edges: what the environment says, and the real network, disk and clock. */
import { readFileSync, statfsSync } from 'node:fs';
import type { Around } from '../doctor/deployment.ts';
import { examine } from '../doctor/doctor.ts';
import { findingsOf, type Finding } from '../doctor/finding.ts';
import type { Named } from '../operator/doctor.ts';
import { instant } from '../practice/time/instant.ts';
import type { Stores } from '../store/store.ts';
import { CannotStart } from './cannotStart.ts';
import type { LiveConfig } from './config.ts';
import { ConfigFault, type Environment } from './configFault.ts';
import { configFrom } from './configFrom.ts';
import { chosenStandard, loadStandards } from './standards.ts';
import { sqliteFileIn } from './openStores.ts';

interface Edges {
  readonly env: Environment;
  readonly now: () => Date;
  readonly fetch: Around['fetch'];
  readonly open: () => Promise<Stores>;
  /** A file of `manifest/`. */
  readonly manifestFile: (name: string) => Uint8Array;
}

const { good, fault } = findingsOf('configuration');

/** Where the environment cannot be used, that is all there is to say. */
export const examined = async (named: Named, edges: Edges): Promise<readonly Finding[]> => {
  try {
    const config = configFrom(edges.env);
    if (config.mode !== 'live') {
      return [fault(`MODE is ${config.mode}, in which nobody real is written to.`, 'Set MODE=live.')];
    }
    const around = aroundOf(config, named, edges);
    return [good(`Live, ${config.authority}, ${config.standard}.`), ...(await examine(config, around))];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults.map((each) => fault(each, 'README.md lists what each is.'));
    if (error instanceof CannotStart) return [fault(error.message, 'Put the file or the variable right.')];
    throw error;
  }
};

const aroundOf = (config: LiveConfig, named: Named, edges: Edges): Around => {
  const library = loadStandards(config.standardFiles, config);
  const practice = library.practice(chosenStandard(library, config.standard));
  if (practice === null) throw new Error('a chosen standard is in the library');
  return {
    now: () => instant(edges.now()),
    fetch: edges.fetch,
    identityToken: async (appId, scope) => {
      const { ManagedIdentityCredential } = await import('@azure/identity');
      return (await new ManagedIdentityCredential({ clientId: appId }).getToken(scope)).token;
    },
    open: edges.open,
    file: config.store.store === 'sqlite' ? sqliteFileIn(config.dataDir) : null,
    freeBytes: (folder) => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    backups: named.backups ?? null,
    appPackage: named.package === undefined ? null : readFileSync(named.package),
    ownManifest: () => JSON.parse(new TextDecoder().decode(edges.manifestFile('manifest.json'))) as unknown,
    practice,
  };
};
