import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { MemoryHost } from '../../host/memory';
import { useMemoryHost } from '../grid';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

/** A workbook has some twenty sheets; of a thousand, those around the open one are shown. */
const mostTabs = 100;

/** The sheets of the workbook, below the grid as in Excel; the number tells how many cells are marked. */
export function SheetTabs({ host, texts }: { readonly host: MemoryHost; readonly texts: WorkbenchTexts }) {
  const styles = useWorkbenchStyles();
  useMemoryHost(host);
  const current = host.selection.sheet;
  const tab = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // With the next frame, for which the browser works out sizes anyway.
    const frame = requestAnimationFrame(() => void tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [current]);
  const marks = new Map<number, number>();
  for (const { cell } of host.marks()) marks.set(cell.sheet, (marks.get(cell.sheet) ?? 0) + 1);
  const visible = [...host.sheets.keys()].filter((index) => host.sheets[index].visibility === 'visible');
  const from = Math.max(0, Math.min(visible.indexOf(current) - mostTabs / 2, visible.length - mostTabs));
  const to = Math.min(visible.length, from + mostTabs);
  const open = (index: number): void => host.select({ sheet: index, row: 0, column: 0 });
  // One tab stop for all of them, on a hidden sheet the first one that is there.
  const stop = visible.includes(current) ? current : visible[from];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = visible.indexOf(stop);
    const targets: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: visible.length - 1 };
    const target = visible[targets[event.key]];
    if (target === undefined) return;
    event.preventDefault();
    open(target);
    requestAnimationFrame(() => tab.current?.focus());
  };
  const more = (count: number, next: number) =>
    count > 0 && <button type="button" tabIndex={-1} className={styles.tab} onClick={() => open(visible[next])}>{texts.moreSheets(count)}</button>;
  return (
    <div className={styles.tabs} role="toolbar" aria-label={texts.sheets} onKeyDown={onKeyDown}>
      {more(from, from - 1)}
      {visible.slice(from, to).map((index) => {
        const { name } = host.sheets[index];
        return (
          <button
            key={name}
            ref={index === current ? tab : null}
            type="button"
            className={mergeClasses(styles.tab, index === current && styles.tabCurrent)}
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={index === current}
            aria-label={marks.has(index) ? texts.marksOnSheet(name, marks.get(index) ?? 0) : name}
            onClick={() => open(index)}
          >
            {name}{' '}
            {marks.has(index) && <span className={styles.badge}>{marks.get(index)}</span>}
          </button>
        );
      })}
      {more(visible.length - to, to)}
    </div>
  );
}
