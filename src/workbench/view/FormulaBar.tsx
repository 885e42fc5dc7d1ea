import { Button, Input } from '@fluentui/react-components';
import { useState, type RefObject } from 'react';
import { cellAddress } from '../../audit/workbook';
import type { MemoryHost } from '../../host/memory';
import { cellFromText, useMemoryHost } from '../grid';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

export interface FormulaBarProps {
  readonly host: MemoryHost;
  readonly texts: WorkbenchTexts;
  readonly addressRef: RefObject<HTMLInputElement | null>;
  readonly frozenBySheet: Readonly<Record<number, number>>;
  readonly onFreeze: (sheet: number, rows: number) => void;
  readonly onSaveAs: () => void;
  readonly onProblem: (sentence: string) => void;
  readonly onError: (error: unknown) => void;
}

/** Where the selection is (and where to go), what stands there, undo, freezing. */
export function FormulaBar({ host, texts, addressRef, frozenBySheet, onFreeze, onSaveAs, onProblem, onError }: FormulaBarProps) {
  const styles = useWorkbenchStyles();
  useMemoryHost(host);
  const [typed, setTyped] = useState<string | null>(null);
  const { selection } = host;
  const cell = host.cell(selection);
  const address = cellAddress(selection.row, selection.column);
  const frozen = frozenBySheet[selection.sheet] ?? 0;
  const go = (): void => {
    const target = cellFromText(typed ?? address, host.sheets.map((sheet) => sheet.name), selection.sheet);
    onProblem(target ? '' : texts.noSuchCell(typed ?? ''));
    if (!target) return;
    setTyped(null);
    host.goTo(target).catch(onError);
    document.querySelector<HTMLElement>('[data-testid="grid"]')?.focus();
  };
  const take = (step: () => ReturnType<MemoryHost['undo']>): void => {
    const changed = step();
    if (changed) host.select(changed);
  };
  return (
    <div className={styles.formulaBar}>
      <Input
        ref={addressRef as RefObject<HTMLInputElement>}
        size="small"
        className={styles.address}
        aria-label={texts.address}
        value={typed ?? address}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          else if (event.key === 'Escape') document.querySelector<HTMLElement>('[data-testid="grid"]')?.focus();
        }}
      />
      <output className={styles.content} aria-label={texts.content}>
        {cell === null ? '' : cell.formula !== null ? `=${cell.formula}` : String(cell.content.value)}
      </output>
      <Button size="small" disabled={!host.canUndo} onClick={() => take(() => host.undo())} title="Ctrl+Z">{texts.undo}</Button>
      <Button size="small" disabled={!host.canRedo} onClick={() => take(() => host.redo())} title="Ctrl+Y">{texts.redo}</Button>
      <Button
        size="small"
        disabled={frozen === 0 && (selection.row === 0 || selection.row > 20)}
        onClick={() => onFreeze(selection.sheet, frozen > 0 ? 0 : selection.row)}
      >
        {frozen > 0 ? texts.unfreeze : texts.freeze}
      </Button>
      <Button size="small" onClick={onSaveAs}>{texts.saveAs}</Button>
    </div>
  );
}
