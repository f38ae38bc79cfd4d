/** Whether the app in Teams is the one of this deployment and this version. */
import { isDeepStrictEqual } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import type { Around, Deployment } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';

const { good, fault, warning, notChecked } = findingsOf('app package');

const manifestShape = z.object({
  id: z.string(),
  version: z.string(),
  bots: z.tuple([z.object({ botId: z.string(), commandLists: z.unknown() })]),
});

const mend = 'Make it anew with strategy -- package, and upload it in the Teams admin center.';

export const checkAppPackage = ({ registration }: Deployment, { appPackage, ownManifest }: Around): Finding => {
  const own = manifestShape.parse(ownManifest());
  if (appPackage === null) return notChecked('Name the package that was uploaded with --package FILE.');
  const uploaded = manifestShape.safeParse(manifestIn(appPackage));
  if (!uploaded.success) return fault('It cannot be read as an app package of this product.', mend);
  const { id, version, bots } = uploaded.data;
  if (![id, bots[0].botId].every((each) => each === registration.appId)) {
    return fault('It is of another registration than MICROSOFT_APP_ID.', mend);
  }
  const isSame = version === own.version && isDeepStrictEqual(bots[0].commandLists, own.bots[0].commandLists);
  return isSame
    ? good(`It is version ${version}, of this registration.`)
    : warning(`It is version ${version} with other commands than this version’s ${own.version}.`, mend);
};

const manifestIn = (zip: Uint8Array): unknown => {
  try {
    const { 'manifest.json': manifest } = unzipSync(zip);
    return manifest === undefined ? null : JSON.parse(strFromU8(manifest));
  } catch {
    return null;
  }
};
