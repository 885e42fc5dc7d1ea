import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { cellAddress, type FrozenPanes } from '../../audit/workbook';
import { noticeOf, type PaneControl } from '../../taskpane/control';
import type { CellEntry, MemoryHost } from '../../host/memory';
import type { CopyKind } from '../../files';
import type { Texts } from '../../taskpane/text';
import { Grid, panesOf, useFirstFinding, useMemoryHost } from '../grid';
import type { WorkbenchTexts } from '../workbenchTexts';
import { FormulaBar } from './FormulaBar';
import { SaveAs } from './SaveAs';
import { SheetTabs } from './SheetTabs';
import { useWorkbenchStyles } from './styles';

export interface SheetAreaProps {
  readonly host: MemoryHost;
  readonly control: PaneControl;
  readonly texts: Texts & WorkbenchTexts;
  /** What a copy of the file keeps; null where the file cannot be read any more. */
  readonly copyKind: () => Promise<CopyKind | null>;
  /** Saves a copy as the workbook is edited; answers what there is to say of it, "" for nothing. */
  readonly onSave: (withMarks: boolean) => Promise<string>;
}

/** Address and content above, the grid, the tabs below. */
export function SheetArea({ host, control, texts, copyKind, onSave }: SheetAreaProps) {
  const styles = useWorkbenchStyles();
  useFirstFinding(host, control);
  useMemoryHost(host);
  const report = useSyncExternalStore(control.store.subscribe, () => control.store.getState().report);
  const [chosenPanes, setChosenPanes] = useState<Readonly<Record<number, FrozenPanes>>>({});
  const sheet = host.selection.sheet;
  const frozen = chosenPanes[sheet] ?? panesOf(host.sheets[sheet], report);
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
  const attempt = useCallback(
    (work: () => void) => {
      try {
        work();
      } catch (error) {
        onError(error);
      }
    },
    [onError],
  );
  const enter = useCallback(
    (entries: readonly CellEntry[]) =>
      attempt(() => {
        const texted = host.enter(entries);
        setProblem(texted.length === 0 ? '' : texts.formulaKeptAsText(texted.map(({ row, column }) => cellAddress(row, column))));
      }),
    [attempt, host, texts],
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
        frozen={frozen}
        onFreeze={(panes) => setChosenPanes((before) => ({ ...before, [sheet]: panes }))}
        enter={enter}
        onSaveAs={() => setSaving((before) => !before)}
        onProblem={setProblem}
        onError={onError}
      />
      {saving && (
        <SaveAs
          texts={texts}
          copyKind={copyKind}
          edits={host.edits().length}
          marks={host.marks().length}
          onCancel={() => setSaving(false)}
          onSave={(withMarks) => {
            setSaving(false);
            onSave(withMarks).then(setProblem, onError);
          }}
        />
      )}
      {problem !== '' && <div className={styles.problem} role="alert">{problem}</div>}
      <Grid host={host} texts={texts} frozen={frozen} enter={enter} attempt={attempt} onGoTo={onGoTo} />
      <SheetTabs host={host} texts={texts} />
    </>
  );
}
