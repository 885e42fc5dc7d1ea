import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Language } from '../../taskpane/text';
import type { WorkbenchTexts } from '../workbenchTexts';
import { deskColumns } from './columns';
import type { DeskRow, DeskState, DeskStore } from './deskState';
import { useDeskStyles } from './deskStyles';
import { handleDeskKey } from './deskKeys';
import { DeskTableRow } from './DeskTableRow';
import { narrowColumns, narrowPlaces, narrowTemplate, useNarrow } from './narrow';

export interface DeskTableProps {
  readonly rows: readonly DeskRow[];
  readonly desk: DeskState;
  readonly deskStore: DeskStore;
  readonly texts: WorkbenchTexts & { readonly language: Language };
  readonly onOpen: (id: number) => void;
}

/** Height of the head in px, above the first row. */
const HEAD_HEIGHT = 44;

/** The virtualised table: one tab stop; arrow keys, Space and Enter do the rest. */
export function DeskTable({ rows, desk, deskStore, texts, onOpen }: DeskTableProps) {
  const styles = useDeskStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const [headColumn, setHeadColumn] = useState(0);
  const narrow = useNarrow();
  const columns = useMemo(() => {
    const chosen = deskColumns(texts).filter(({ id }) => desk.columns.includes(id));
    return narrow ? narrowColumns(chosen) : chosen;
  }, [texts, desk.columns, narrow]);
  const template = narrow ? narrowTemplate : `24px ${columns.map(({ width }) => width).join(' ')}`;
  const headStop = Math.min(headColumn, columns.length - 1);
  const active = useMemo(() => (desk.active === null ? -1 : rows.findIndex(({ entry }) => entry.id === desk.active)), [rows, desk.active]);
  useEffect(() => {
    if (active >= 0) list.current?.scrollToIndex(active, { align: 'nearest', offset: 0 });
  }, [active]);
  const activeId = active >= 0 ? rowId(rows[active].entry.id) : `desk-head-${headStop}`;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      data-testid="desk"
      tabIndex={0}
      aria-label={texts.desk.title}
      aria-description={texts.desk.tableKeys}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={activeId}
      onKeyDown={(event) => handleDeskKey(event, { rows, desk, deskStore, active, columns, headColumn: headStop, setHeadColumn, onOpen })}
    >
      <div className={styles.sheet}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template, height: HEAD_HEIGHT }}>
            <div role="columnheader" aria-colindex={1} className={styles.selectHead}>{texts.desk.select}</div>
            {columns.map((column, i) => {
              const sorted = column.order !== null && column.order === desk.order;
              return (
                <div
                  key={column.id}
                  id={`desk-head-${i}`}
                  role="columnheader"
                  aria-colindex={i + 2}
                  aria-sort={sorted ? (desk.descending ? 'descending' : 'ascending') : 'none'}
                  data-active={active < 0 && i === headStop}
                  className={mergeClasses(styles.headCell, column.isNumber && styles.number, narrow && column.id === 'state' && styles.number)}
                  style={narrow ? { gridArea: narrowPlaces[column.id] } : undefined}
                  onClick={() => {
                    if (column.order) deskStore.dispatch({ type: 'sorted', by: column.order });
                  }}
                >
                  {column.head}
                  {sorted && <span aria-hidden>{desk.descending ? ' ▼' : ' ▲'}</span>}
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup">
          <Virtualizer ref={list} scrollRef={scroller} startMargin={HEAD_HEIGHT} data={rows} keepMounted={active >= 0 ? [active] : []}>
            {(row, index) => (
              <DeskTableRow
                key={row.entry.id}
                id={rowId(row.entry.id)}
                row={row}
                index={index}
                columns={columns}
                narrow={narrow}
                template={template}
                isActive={index === active}
                isSelected={desk.selected.has(row.entry.id)}
                texts={texts}
                onOpen={onOpen}
                onSelect={(on) => deskStore.dispatch({ type: 'selected', ids: [row.entry.id], on })}
              />
            )}
          </Virtualizer>
        </div>
      </div>
    </div>
  );
}

const rowId = (id: number): string => `desk-row-${id}`;
