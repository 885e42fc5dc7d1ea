import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Texts } from '../../taskpane/text';
import type { FileStore } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { DeskBulk } from './DeskBulk';
import { DeskFilters } from './DeskFilters';
import { DeskFoot } from './DeskFoot';
import { DeskPicture } from './DeskPicture';
import { actedOn, isFiltered, type DeskStore } from './deskState';
import { useDeskStyles } from './deskStyles';
import { DeskTable } from './DeskTable';
import { Openers } from './Openers';
import { RosterLine } from './RosterLine';
import { RunLine } from './RunLine';
import { useDesk } from './useDeskRows';

const BetweenView = lazy(async () => ({ default: (await import(/* webpackChunkName: "between" */ './between/BetweenView')).BetweenView }));
const CopiesPanel = lazy(async () => ({ default: (await import(/* webpackChunkName: "copies" */ './copies/CopiesPanel')).CopiesPanel }));

export interface DeskViewProps {
  readonly fileStore: FileStore;
  readonly deskStore: DeskStore;
  readonly texts: Texts & WorkbenchTexts;
}

/** All submissions in one table, the worst first. */
export function DeskView({ fileStore, deskStore, texts }: DeskViewProps) {
  const styles = useDeskStyles();
  const { files, desk, rows } = useDesk(fileStore, deskStore);
  const [problem, setProblem] = useState('');
  const root = useRef<HTMLElement>(null);
  const { ignored } = files;
  const anyIgnored = Object.values(ignored).some((n) => n > 0);
  const { panel } = desk;
  if (panel !== null && panel !== 'copies') {
    return (
      <Suspense fallback={<p className={styles.empty} role="status">{texts.loading}</p>}>
        <BetweenView fileStore={fileStore} deskStore={deskStore} desk={desk} rows={rows.all} relation={panel} texts={texts} />
      </Suspense>
    );
  }
  return (
    <main
      ref={root}
      className={styles.desk}
      aria-label={texts.desk.title}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
        event.preventDefault();
        root.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
      }}
    >
      <div className={styles.bar}>
        <h1 className={styles.title}>{texts.desk.title}</h1>
        <Openers fileStore={fileStore} texts={texts} onProblem={setProblem} />
        {rows.all.length > 0 && (
          <Button size="small" className={styles.unfold} aria-expanded={desk.unfolded} onClick={() => deskStore.dispatch({ type: 'unfoldedToggled' })}>
            {isFiltered(desk.filter) ? texts.desk.unfoldFiltered : texts.desk.unfold}
          </Button>
        )}
        <span className={styles.grow} />
        {rows.all.length > 0 && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              if (window.confirm(texts.desk.clearAsk)) void fileStore.clear();
            }}
          >
            {texts.desk.clearAll}
          </Button>
        )}
      </div>
      <RunLine fileStore={fileStore} texts={texts} />
      {problem !== '' && <p className={`${styles.line} ${styles.bad}`} role="alert">{problem}</p>}
      {anyIgnored && <p className={styles.line}>{texts.desk.ignored(ignored)}</p>}
      {files.roster && <RosterLine roster={files.roster} rows={rows.all} texts={texts} onRemove={() => fileStore.setRoster(null)} />}
      {rows.all.length === 0 ? (
        <p className={styles.empty} role="status">{anyIgnored ? texts.desk.nothingInFolder : texts.desk.emptyDesk}</p>
      ) : (
        <>
          <DeskFilters all={rows.all} desk={desk} deskStore={deskStore} texts={texts} />
          {desk.picture && <DeskPicture rows={rows.shown} deskStore={deskStore} texts={texts} />}
          <DeskBulk shown={rows.shown} desk={desk} deskStore={deskStore} fileStore={fileStore} texts={texts} />
          {panel === 'copies' && (
            <Suspense fallback={null}>
              <CopiesPanel fileStore={fileStore} rows={actedOn(rows.shown, desk)} language={texts.language} onClose={() => deskStore.dispatch({ type: 'panelShown', panel: null })} />
            </Suspense>
          )}
          {rows.shown.length === 0 && <p className={styles.empty} role="status">{texts.desk.noneShown}</p>}
          <DeskTable rows={rows.shown} desk={desk} deskStore={deskStore} texts={texts} onOpen={(id) => fileStore.choose(id)} />
          <DeskFoot sums={rows.sums} shown={rows.shown.length} all={rows.all.length} texts={texts} />
        </>
      )}
    </main>
  );
}
