/** The mode the configuration names, opened: live, or on this machine with a pretend tenant. */
import { liveMode } from './liveMode.ts';
import type { Mode, ModeEdges } from './modeShape.ts';
import { rehearsedMode } from './rehearsedMode.ts';

export const openMode = (edges: ModeEdges): Promise<Mode> => {
  const { config } = edges;
  return config.mode === 'live' ? liveMode(config, edges) : rehearsedMode(edges);
};
