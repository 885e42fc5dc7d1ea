import { Button, Checkbox } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CopyKind } from '../../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

export interface SaveAsProps {
  readonly texts: WorkbenchTexts & { readonly cancel: string };
  readonly copyKind: () => Promise<CopyKind | null>;
  /** Edited cells and marks there are. */
  readonly edits: number;
  readonly marks: number;
  readonly onSave: (withMarks: boolean) => void;
  readonly onCancel: () => void;
}

/** What a copy keeps, and what it does not, said before it is saved. */
export function SaveAs({ texts, copyKind, edits, marks, onSave, onCancel }: SaveAsProps) {
  const styles = useWorkbenchStyles();
  const [warning, setWarning] = useState('');
  const [isReady, setReady] = useState(false);
  const [withMarks, setWithMarks] = useState(true);
  useEffect(() => {
    let isOpen = true;
    const say = (kind: CopyKind | null): void => {
      if (!isOpen) return;
      setWarning(kind === null ? texts.saveFailed : texts.saveWarning[kind](edits));
      setReady(kind !== null);
    };
    copyKind().then(say, () => say(null));
    return () => {
      isOpen = false;
    };
  }, [copyKind, texts, edits]);
  return (
    <div className={styles.saving} role="group" aria-label={texts.saveAs}>
      <p className={styles.savingText} role="alert">{warning}</p>
      {marks > 0 && <Checkbox size="medium" label={texts.saveMarks} checked={withMarks} onChange={(_, { checked }) => setWithMarks(checked === true)} />}
      <Button size="small" appearance="primary" disabled={!isReady} onClick={() => onSave(withMarks && marks > 0)}>{texts.saveNow}</Button>
      <Button size="small" onClick={onCancel}>{texts.cancel}</Button>
    </div>
  );
}
