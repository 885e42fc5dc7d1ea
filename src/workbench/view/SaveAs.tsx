import { Button } from '@fluentui/react-components';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

export interface SaveAsProps {
  readonly texts: WorkbenchTexts & { readonly cancel: string };
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** What a saved file does not keep, said before it is saved. */
export function SaveAs({ texts, onSave, onCancel }: SaveAsProps) {
  const styles = useWorkbenchStyles();
  return (
    <div className={styles.saving} role="group" aria-label={texts.saveAs}>
      <p className={styles.savingText} role="alert">{texts.saveWarning}</p>
      <Button size="small" appearance="primary" onClick={onSave}>{texts.saveNow}</Button>
      <Button size="small" onClick={onCancel}>{texts.cancel}</Button>
    </div>
  );
}
