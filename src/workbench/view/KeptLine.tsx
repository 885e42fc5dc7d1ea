import { Button } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { FileStore } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

/** What came back from the last visit, and how to be rid of it. */
export function KeptLine({ fileStore, texts }: { readonly fileStore: FileStore; readonly texts: WorkbenchTexts & { readonly close: string } }) {
  const styles = useWorkbenchStyles();
  const restored = useSyncExternalStore(fileStore.store.subscribe, () => fileStore.store.getState().restored);
  if (restored === 0) return null;
  return (
    <div className={styles.kept} role="status">
      <span>{texts.desk.restoredFiles(restored)}</span>
      <Button size="small" onClick={() => fileStore.store.dispatch({ type: 'restored', count: 0 })}>{texts.close}</Button>
      <Button
        size="small"
        onClick={() => {
          if (window.confirm(texts.desk.clearAsk)) void fileStore.clear();
        }}
      >
        {texts.desk.clearAll}
      </Button>
    </div>
  );
}
