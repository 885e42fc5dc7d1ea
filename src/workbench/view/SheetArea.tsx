import { useCallback, useRef, useState } from 'react';
import { noticeOf } from '../../taskpane/control';
import type { MemoryHost } from '../../host/memory';
import type { Texts } from '../../taskpane/text';
import { Grid } from '../grid';
import type { WorkbenchTexts } from '../workbenchTexts';
import { FormulaBar } from './FormulaBar';
import { SaveAs } from './SaveAs';
import { SheetTabs } from './SheetTabs';
import { useWorkbenchStyles } from './styles';

export interface SheetAreaProps {
  readonly host: MemoryHost;
  readonly texts: Texts & WorkbenchTexts;
  /** Saves the workbook as it is edited. */
  readonly onSave: () => Promise<void>;
}

/** Address and content above, the grid, the tabs below. */
export function SheetArea({ host, texts, onSave }: SheetAreaProps) {
  const styles = useWorkbenchStyles();
  const [frozen, setFrozen] = useState<Readonly<Record<number, number>>>({});
  const [problem, setProblem] = useState('');
  const [saving, setSaving] = useState(false);
  const address = useRef<HTMLInputElement>(null);
  const onError = useCallback(
    (error: unknown) => {
      const notice = noticeOf(error);
      setProblem(notice.kind === 'hostError' ? texts.errors[notice.code] : '');
    },
    [texts],
  );
  const onGoTo = useCallback(() => {
    address.current?.focus();
    address.current?.select();
  }, []);
  return (
    <>
      <FormulaBar
        host={host}
        texts={texts}
        addressRef={address}
        frozenBySheet={frozen}
        onFreeze={(sheet, rows) => setFrozen((before) => ({ ...before, [sheet]: rows }))}
        onSaveAs={() => setSaving((before) => !before)}
        onProblem={setProblem}
        onError={onError}
      />
      {saving && (
        <SaveAs
          texts={texts}
          onCancel={() => setSaving(false)}
          onSave={() => {
            setSaving(false);
            onSave().catch(onError);
          }}
        />
      )}
      {problem !== '' && <div className={styles.problem} role="alert">{problem}</div>}
      <Grid host={host} texts={texts} frozenBySheet={frozen} onError={onError} onGoTo={onGoTo} />
      <SheetTabs host={host} texts={texts} />
    </>
  );
}
