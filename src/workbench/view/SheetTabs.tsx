import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { MemoryHost } from '../../host/memory';
import { useMemoryHost } from '../grid';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

/** The sheets of the workbook, below the grid as in Excel; the number tells how many cells are marked. */
export function SheetTabs({ host, texts }: { readonly host: MemoryHost; readonly texts: WorkbenchTexts }) {
  const styles = useWorkbenchStyles();
  useMemoryHost(host);
  const current = host.selection.sheet;
  const tab = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Braces: newer browsers answer a promise, which React would take for a clean-up.
    void tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const marks = new Map<number, number>();
  for (const { cell } of host.marks()) marks.set(cell.sheet, (marks.get(cell.sheet) ?? 0) + 1);
  return (
    <div className={styles.tabs} role="group" aria-label={texts.sheets}>
      {host.sheets.map((sheet, index) =>
        sheet.visibility !== 'visible' ? null : (
          <button
            key={sheet.name}
            ref={index === current ? tab : null}
            type="button"
            className={mergeClasses(styles.tab, index === current && styles.tabCurrent)}
            aria-pressed={index === current}
            aria-label={marks.has(index) ? texts.marksOnSheet(sheet.name, marks.get(index) ?? 0) : sheet.name}
            onClick={() => host.select({ sheet: index, row: 0, column: 0 })}
          >
            {sheet.name}{' '}
            {marks.has(index) && <span className={styles.badge}>{marks.get(index)}</span>}
          </button>
        ),
      )}
    </div>
  );
}
