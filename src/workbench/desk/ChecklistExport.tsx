import { Button, Input } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { longestName } from '../../audit/report/explanations';
import type { FileStore, OutgoingFile } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useDeskStyles } from './deskStyles';

export interface ChecklistExportProps {
  readonly fileStore: FileStore;
  readonly make: () => Promise<OutgoingFile>;
  readonly label: string;
  readonly disabled?: boolean;
  readonly hand: (made: Promise<OutgoingFile>) => Promise<void>;
  readonly texts: WorkbenchTexts & { readonly cancel: string };
}

/** Exports 检查表. Who reviews is asked once, kept on this machine, and can be changed beside the button. */
export function ChecklistExport({ fileStore, make, label, disabled, hand, texts }: ChecklistExportProps) {
  const styles = useDeskStyles();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const field = useId();
  const reviewer = fileStore.reviewer();
  const ask = (): void => {
    setName(reviewer ?? '');
    setAsking(true);
  };
  const take = (given: string): void => {
    fileStore.setReviewer(given.trim());
    setAsking(false);
    void hand(make());
  };
  return (
    <>
      <Button size="small" disabled={disabled} aria-expanded={asking} onClick={() => (reviewer === null ? ask() : void hand(make()))}>{label}</Button>
      {reviewer !== null && !asking && <Button size="small" appearance="subtle" disabled={disabled} onClick={ask}>{texts.desk.reviewer(reviewer)}</Button>}
      {asking && (
        <form
          className={styles.panelLine}
          onSubmit={(event) => {
            event.preventDefault();
            take(name);
          }}
        >
          <label htmlFor={field}>{texts.desk.askReviewer}</label>
          <Input id={field} size="small" autoFocus value={name} maxLength={longestName} onChange={(_, { value }) => setName(value)} />
          <Button size="small" appearance="primary" type="submit">{label}</Button>
          <Button size="small" onClick={() => setAsking(false)}>{texts.cancel}</Button>
        </form>
      )}
    </>
  );
}
