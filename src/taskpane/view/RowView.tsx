import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Row, TreePosition } from '../state';
import { CauseRow } from './CauseRow';
import { FindingRow } from './FindingRow';
import { LedgerRow } from './LedgerRow';
import { HeadingRow, LineRow } from './PlainRows';
import { SourceRow } from './SourceRow';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  row: { position: 'relative', paddingRight: '8px', cursor: 'default', minHeight: 'var(--gouji-row-height, 26px)', boxSizing: 'border-box' },
  ruled: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  active: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

export interface RowViewProps {
  readonly id: string;
  readonly row: Row;
  readonly position: TreePosition;
  readonly active: boolean;
}

/** One line of the tree: position, state and selection; what it says is the row's own component. */
export const RowView = memo(function RowView({ id, row, position, active }: RowViewProps) {
  const styles = useStyles();
  const { store } = usePane();
  const ruled = row.kind === 'cause' || row.kind === 'finding' || row.kind === 'heading';
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-setsize={position.size}
      aria-posinset={position.position}
      aria-selected={active}
      {...(row.expanded === undefined ? {} : { 'aria-expanded': row.expanded })}
      className={mergeClasses(styles.row, ruled && styles.ruled, active && styles.active)}
      style={{ paddingLeft: 8 + (row.level - 1) * 12 }}
      onClick={() => {
        store.dispatch({ type: 'rowActivated', key: row.key });
        if (row.expanded !== undefined) store.dispatch({ type: 'rowToggled', key: row.key });
      }}
    >
      <Content row={row} active={active} />
    </div>
  );
});

function Content({ row, active }: { readonly row: Row; readonly active: boolean }) {
  switch (row.kind) {
    case 'heading':
      return <HeadingRow row={row} />;
    case 'cause':
      return <CauseRow row={row} active={active} />;
    case 'finding':
      return <FindingRow row={row} />;
    case 'ledger':
      return <LedgerRow row={row} active={active} />;
    case 'source':
      return <SourceRow row={row} active={active} />;
    case 'line':
      return <LineRow row={row} active={active} />;
  }
}
