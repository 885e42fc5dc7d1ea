import type { OwnStates } from '../../src/taskpane/ownStates';

/** What this "machine" wrote, for tests of the pane. */
export function memoryOwnStates(): OwnStates {
  const known = new Set<string>();
  return {
    has: async (state) => known.has(state),
    add: async (state) => void known.add(state),
  };
}
