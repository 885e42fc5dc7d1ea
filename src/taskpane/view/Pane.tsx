import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { PaneControl } from '../control';
import { Header } from './Header';
import { KeptBar } from './KeptBar';
import { Panels } from './Panels';
import { Legend } from './Legend';
import { LiveRegion } from './LiveRegion';
import { NoticeLine } from './NoticeLine';
import { PaneContext } from './paneContext';
import { handlePaneKey } from './paneKeys';
import { PrintSheet } from './PrintSheet';
import { Results } from './Results';
import { isShort } from './short';
import { themeOf } from './theme';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  dense: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, '--gouji-row-padding': '2px', '--gouji-row-height': '20px' },
});

export interface PaneProps {
  readonly control: PaneControl;
  readonly dark: boolean;
}

/** The pane of one workbook. Whoever mounts it makes the control and disposes of it. */
export function Pane({ control, dark }: PaneProps) {
  const styles = useStyles();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    void control.start();
  }, [control]);
  const { dense } = useSyncExternalStore(control.preferences.subscribe, control.preferences.get);
  useEffect(() => {
    const fold = (): void => {
      if (isShort(document.documentElement.clientHeight)) control.store.dispatch({ type: 'folded', folded: true });
    };
    fold();
    window.addEventListener('resize', fold);
    return () => window.removeEventListener('resize', fold);
  }, [control]);
  const onKeyDown = (event: KeyboardEvent): void => handlePaneKey(event, control, root.current);
  return (
    // A class of the provider is given to every menu it opens: with its height, a menu would cover the pane.
    <FluentProvider theme={themeOf(dark)} style={{ height: '100%' }}>
      <PaneContext.Provider value={control}>
        <main ref={root} className={mergeClasses(styles.pane, dense && styles.dense)} aria-label={control.texts.pane} onKeyDown={onKeyDown}>
          <Header />
          <Panels />
          <KeptBar />
          <NoticeLine />
          <Results />
          <Legend />
          <LiveRegion />
          <PrintSheet />
        </main>
      </PaneContext.Provider>
    </FluentProvider>
  );
}
