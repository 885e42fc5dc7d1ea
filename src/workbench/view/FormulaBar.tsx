import { Button, Input } from '@fluentui/react-components';
import { useEffect, useState, type RefObject } from 'react';
import { cellAddress, type CellPosition, type FrozenPanes } from '../../audit/workbook';
import { typedEntry, type CellEntry, type MemoryHost } from '../../host/memory';
import { cellFromText, draftOf, editText, useMemoryHost } from '../grid';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

export interface FormulaBarProps {
  readonly host: MemoryHost;
  readonly texts: WorkbenchTexts;
  readonly addressRef: RefObject<HTMLInputElement | null>;
  readonly frozen: FrozenPanes;
  readonly onFreeze: (panes: FrozenPanes) => void;
  readonly enter: (entries: readonly CellEntry[]) => void;
  readonly onSaveAs: () => void;
  readonly onProblem: (sentence: string) => void;
  readonly onError: (error: unknown) => void;
}

/** Where the selection is (and where to go), what stands there, undo, freezing. */
export function FormulaBar({ host, texts, addressRef, frozen, onFreeze, enter, onSaveAs, onProblem, onError }: FormulaBarProps) {
  const styles = useWorkbenchStyles();
  useMemoryHost(host);
  const [typed, setTyped] = useState<string | null>(null);
  const { selection } = host;
  const address = cellAddress(selection.row, selection.column);
  const isFrozen = frozen.rows + frozen.columns > 0;
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
      <ContentField host={host} label={texts.content} enter={enter} />
      <Button size="small" disabled={!host.canUndo} onClick={() => take(() => host.undo())} title="Ctrl+Z">{texts.undo}</Button>
      <Button size="small" disabled={!host.canRedo} onClick={() => take(() => host.redo())} title="Ctrl+Y">{texts.redo}</Button>
      <Button
        size="small"
        disabled={!isFrozen && (selection.row === 0 || selection.row > 20)}
        onClick={() => onFreeze({ rows: isFrozen ? 0 : selection.row, columns: 0 })}
      >
        {isFrozen ? texts.unfreeze : texts.freeze}
      </Button>
      <Button size="small" onClick={onSaveAs}>{texts.saveAs}</Button>
    </div>
  );
}

/** A browser takes long over a text of a whole book; it comes with the focus. */
const mostUnfocused = 1_000;

/** The cell's value or formula, to read in full and to edit. Enter takes it over, Esc leaves it, a click elsewhere takes it over. */
function ContentField({ host, label, enter }: { readonly host: MemoryHost; readonly label: string; readonly enter: FormulaBarProps['enter'] }) {
  const styles = useWorkbenchStyles();
  const [typed, setTyped] = useState<{ readonly cell: CellPosition; readonly text: string } | null>(null);
  const { selection } = host;
  const before = editText(host.cell(selection));
  const own = typed && isSameCell(typed.cell, selection) ? typed.text : null;
  const type = (text: string): void => {
    setTyped({ cell: selection, text });
    host.hold(draftOf(host, selection, text));
  };
  const giveUp = (): void => {
    setTyped(null);
    host.hold(null);
  };
  const commit = (): void => {
    giveUp();
    if (typed && typed.text !== editText(host.cell(typed.cell))) enter([typedEntry(typed.cell, typed.text, host.cell(typed.cell))]);
  };
  useEffect(() => {
    // A click into the grid selects another cell before the field loses the focus.
    if (typed && !isSameCell(typed.cell, selection)) commit();
  });
  useEffect(() => () => host.enterDraft(), [host]);
  return (
    <Input
      size="small"
      className={styles.content}
      aria-label={label}
      value={own ?? before.slice(0, mostUnfocused)}
      onFocus={() => before.length > mostUnfocused && type(before)}
      onChange={(_, { value }) => type(value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') giveUp();
        else return;
        // The field is left without its change by Esc; blurring must not bring it back.
        const grid = document.querySelector<HTMLElement>('[data-testid="grid"]');
        setTimeout(() => grid?.focus({ preventScroll: true }));
      }}
    />
  );
}

function isSameCell(a: CellPosition, b: CellPosition): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
