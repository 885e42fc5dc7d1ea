import { mergeClasses } from '@fluentui/react-components';
import type { Standing } from '../../desk';
import type { WorkbenchTexts } from '../workbenchTexts';
import type { DeskColumn } from './columns';
import type { DeskRow } from './deskState';
import { useDeskStyles } from './deskStyles';
import { narrowPlaces } from './narrow';

export interface DeskTableRowProps {
  readonly id: string;
  readonly row: DeskRow;
  readonly index: number;
  readonly columns: readonly DeskColumn[];
  /** Two lines a row. */
  readonly narrow: boolean;
  readonly template: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly texts: WorkbenchTexts;
  readonly onOpen: (id: number) => void;
  readonly onSelect: (on: boolean) => void;
}

/** A submission: a click opens it, its box selects it. */
export function DeskTableRow({ id, row, index, columns, narrow, template, isActive, isSelected, texts, onOpen, onSelect }: DeskTableRowProps) {
  const styles = useDeskStyles();
  const { entry, submission } = row;
  const classOf = (column: DeskColumn): string => {
    const { state } = submission;
    const look = column.id === 'errors' ? styles.errors : column.id !== 'state' ? '' : state === 'unknown' || state === 'unreadable' ? styles.unread : state === 'passed' ? styles.passed : state === 'toReturn' ? styles.toReturn : '';
    return mergeClasses(styles.cell, (column.isNumber || (narrow && column.id === 'state')) && styles.number, look);
  };
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive}
      title={titleOf(row, texts)}
      className={mergeClasses(styles.row, styles.body, isSelected && styles.rowSelected, isActive && styles.rowActive, submission.standing.kind !== 'leading' && styles.aside)}
      style={{ gridTemplateColumns: template }}
      onClick={() => onOpen(entry.id)}
    >
      <div role="gridcell" aria-colindex={1} onClick={(event) => event.stopPropagation()}>
        <input type="checkbox" tabIndex={-1} checked={isSelected} aria-label={`${texts.desk.select} ${submission.file.path}`} onChange={(event) => onSelect(event.target.checked)} />
      </div>
      {columns.map((column, i) => (
        <div key={column.id} role="gridcell" aria-colindex={i + 2} className={classOf(column)} style={narrow ? { gridArea: narrowPlaces[column.id] } : undefined}>
          {column.text(row)}
        </div>
      ))}
    </div>
  );
}

function titleOf({ submission: { file, failure, standing } }: DeskRow, texts: WorkbenchTexts): string {
  return [file.path, failure, standingText(standing, texts)].filter(Boolean).join('\n');
}

function standingText(standing: Standing, texts: WorkbenchTexts): string {
  if (standing.kind === 'leading') return standing.besides.length > 0 ? texts.desk.besides(standing.besides.length) : '';
  return standing.kind === 'copy' ? texts.desk.copyOf(standing.of) : texts.desk.olderThan(standing.of);
}
