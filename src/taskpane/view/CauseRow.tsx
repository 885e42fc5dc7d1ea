import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Suspect } from '../../audit/report/model';
import { adoptable, formatAmount, placeOf, type Row } from '../state';
import { usePane, useTexts } from './paneContext';
import { Chevron, PlaceLink, SeverityBar } from './rowParts';

const useStyles = makeStyles({
  cause: { padding: '6px 0' },
  mended: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  headline: { display: 'flex', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  suspects: { paddingLeft: '14px' },
  suspect: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 8px', fontVariantNumeric: 'tabular-nums' },
  proposed: { fontWeight: tokens.fontWeightSemibold },
  why: { display: 'block', width: '100%', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  end: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 8px', paddingLeft: '14px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  done: { paddingLeft: '14px', fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteGreenForeground1 },
});

interface CauseRowProps {
  readonly row: Row & { kind: 'cause' };
  readonly active: boolean;
}

/** A cause, not a failed sum: where, what stands there, what would put it right, how much that explains. */
export function CauseRow({ row, active }: CauseRowProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { group, mended } = row;
  return (
    <div className={styles.cause}>
      <SeverityBar severity={row.severity} />
      <div className={mergeClasses(styles.headline, mended && styles.mended)}>
        <Chevron expanded={row.expanded} />
        <span>{group.headline}</span>
      </div>
      {mended ? <div className={styles.done}>{texts.fixed}</div> : (
        <>
          <div className={styles.suspects}>
            {group.suspects.map((suspect) => (
              <SuspectLine key={`${suspect.sheet}!${suspect.address}`} suspect={suspect} active={active} alone={group.suspects.length === 1} />
            ))}
          </div>
          <End row={row} active={active} />
        </>
      )}
    </div>
  );
}

function SuspectLine({ suspect, active, alone }: { readonly suspect: Suspect; readonly active: boolean; readonly alone: boolean }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.suspect}>
      <PlaceLink target={suspect} active={active} />
      <span>{suspect.current === '' ? texts.blank : formatAmount(suspect.current)}</span>
      {suspect.proposed !== null && (
        <>
          <span aria-label={texts.proposal}>→</span>
          <span className={styles.proposed}>{formatAmount(suspect.proposed)}</span>
        </>
      )}
      {!alone && suspect.explanation !== '' && <span className={styles.why}>{suspect.explanation}</span>}
    </div>
  );
}

function End({ row, active }: CauseRowProps) {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const suspect = adoptable(row.group);
  const breaks = suspect?.breaks ?? 0;
  return (
    <div className={styles.end}>
      <span>
        {[row.group.ambiguous ? texts.ambiguous : '', texts.explains(row.group.findings.length), breaks > 0 ? texts.breaks(breaks) : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
      {suspect && (
        <Button
          size="small"
          tabIndex={active ? 0 : -1}
          aria-label={texts.adoptName(placeOf(suspect.sheet, suspect.address), formatAmount(suspect.proposed))}
          onClick={(event) => {
            event.stopPropagation();
            void control.adopt(row.group);
          }}
        >
          {texts.adopt}
        </Button>
      )}
    </div>
  );
}
