import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../taskpane/text';
import { openErrands, setAgainst, type AgainstOutcome, type Errands, type Relation } from '../../errands';
import type { FileStore } from '../../files';
import type { DeskRow } from '../deskState';

export interface AgainstRun {
  readonly done: number;
  readonly all: number;
}

/** Sets files against each other in a thread that ends with the result, with `stop`, or with the view. */
export function useAgainst(fileStore: FileStore, lang: Language): {
  readonly run: AgainstRun | null;
  /** null where it was stopped. Throws where the thread fails. */
  start(relation: Relation, rows: readonly DeskRow[]): Promise<AgainstOutcome | null>;
  stop(): void;
} {
  const [run, setRun] = useState<AgainstRun | null>(null);
  const errands = useRef<Errands | null>(null);
  const stop = (): void => {
    errands.current?.close();
    errands.current = null;
  };
  useEffect(() => stop, []);
  return {
    run,
    stop,
    async start(relation, rows) {
      stop();
      const own = openErrands();
      errands.current = own;
      const ids = new Map(rows.map(({ entry, submission }) => [submission.file.path, entry.id]));
      const paths = [...ids.keys()];
      setRun({ done: 0, all: paths.length });
      try {
        const material = (path: string) => fileStore.material(ids.get(path) ?? -1);
        return await setAgainst(own, { relation, paths, material, lang, onProgress: (done) => setRun({ done, all: paths.length }) });
      } catch (error) {
        if (errands.current !== own) return null;
        throw error;
      } finally {
        own.close();
        if (errands.current === own) errands.current = null;
        setRun(null);
      }
    },
  };
}
