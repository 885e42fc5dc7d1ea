import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LedgerLine, Row } from '../state';
import type { Texts } from '../text';
import { useTexts } from './paneContext';
import { PlaceLink } from './rowParts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', padding: '1px 0' },
  sum: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  ruled: { borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  figures: { display: 'inline-flex', alignItems: 'baseline', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  operator: { minWidth: '2.2ch', textAlign: 'left', color: tokens.colorNeutralForeground2 },
  integer: { textAlign: 'right' },
  text: { overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  where: { flexGrow: 1, flexBasis: '120px', minWidth: 0, overflowWrap: 'anywhere' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface LedgerRowProps {
  readonly row: Row & { kind: 'ledger' };
  readonly active: boolean;
}

/** One line of the account: operator, figure under figure at the decimal point, cell, label. */
export function LedgerRow({ row, active }: LedgerRowProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { line, ledger } = row;
  const total = line.kind === 'sum' || line.kind === 'difference';
  // A digit is 1ch wide, separators less: the column is never too narrow.
  return (
    <div className={mergeClasses(styles.line, total && styles.sum, line.kind === 'difference' && styles.ruled)}>
      {line.amount.isAmount && (
        <span className={styles.figures}>
          <span className={styles.operator}>{line.operator}</span>
          <span className={styles.integer} style={{ minWidth: `${ledger.integerWidth}ch` }}>{line.amount.integer}</span>
          <span style={{ minWidth: `${ledger.fractionWidth}ch` }}>{line.amount.fraction}</span>
        </span>
      )}
      <span className={styles.where}>
        {line.cell ? (
          <>
            <PlaceLink target={line.cell} active={active} /> <span className={styles.label}>{labelOf(line, texts)}</span>
          </>
        ) : <span className={styles.name}>{nameOf(line, texts)}</span>}
      </span>
      {!line.amount.isAmount && line.amount.integer !== '' && <span className={styles.text}>{line.amount.integer}</span>}
    </div>
  );
}

function nameOf(line: LedgerLine, texts: Texts): string {
  return line.kind === 'difference' ? texts.difference : line.side === 'left' ? texts.left : texts.right;
}

function labelOf(line: LedgerLine, texts: Texts): string {
  const cell = line.cell;
  if (!cell) return '';
  const value = cell.value === '' ? texts.inBrackets(texts.blank) : '';
  const unit = cell.unit === undefined || cell.unit === 'yuan' ? '' : texts.inBrackets(texts[cell.unit]);
  // It stands below the account and is no part of it.
  const same = line.kind === 'place' && cell.role === 'same' ? texts.inBrackets(texts.sameElsewhere) : '';
  return `${cell.label}${value}${unit}${same}`;
}
