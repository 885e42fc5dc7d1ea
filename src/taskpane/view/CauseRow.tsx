import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Suspect } from '../../audit/report/model';
import { adoptable, formatAmount, placeOf, type Row } from '../state';
import type { Texts } from '../text';
import { focusList } from './focusList';
import { usePane, useTexts } from './paneContext';
import { Chevron, GoneWord, PlaceLink, SeverityBar } from './rowParts';

const useStyles = makeStyles({
  cause: { padding: 'var(--gouji-row-padding, 6px) 0' },
  mended: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  headline: { display: 'flex', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  suspects: { paddingLeft: '14px' },
  suspect: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 8px', fontVariantNumeric: 'tabular-nums' },
  proposed: { fontWeight: tokens.fontWeightSemibold },
  why: { display: 'block', width: '100%', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  end: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 8px', paddingLeft: '14px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface CauseRowProps {
  readonly row: Row & { kind: 'cause' };
  readonly active: boolean;
}

/** A cause, not a failed sum: where, what stands there, what would put it right, how much that explains. */
export function CauseRow({ row, active }: CauseRowProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { group, gone } = row;
  return (
    <div className={styles.cause}>
      <SeverityBar severity={row.severity} />
      <div className={mergeClasses(styles.headline, gone === 'mended' && styles.mended)}>
        <Chevron expanded={row.expanded} />
        <span>{group.title ?? group.headline}</span>
      </div>
      {gone !== null ? <div className={styles.suspects}><GoneWord gone={gone} /></div> : (
        <>
          {group.ambiguous && <div className={styles.suspects}><span className={styles.why}>{texts.ambiguous}</span></div>}
          <div className={styles.suspects}>
            {group.suspects.map((suspect) => (
              <SuspectLine
                key={`${suspect.sheet}!${suspect.address}`}
                suspect={suspect}
                active={active}
                explained={group.ambiguous}
              />
            ))}
          </div>
          <End row={row} active={active} />
        </>
      )}
    </div>
  );
}

function SuspectLine({ suspect, active, explained }: { readonly suspect: Suspect; readonly active: boolean; readonly explained: boolean }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.suspect}>
      <PlaceLink target={suspect} active={active} />
      <span>{proposedText(suspect.current, texts)}</span>
      {suspect.formula !== null && <code>={suspect.formula}</code>}
      {suspect.proposed !== null && (
        <>
          <span aria-label={texts.proposal}>→</span>
          <span className={styles.proposed}>{proposedText(suspect.proposed, texts)}</span>
          {suspect.proposedFormula !== null && <code className={styles.proposed}>={suspect.proposedFormula}</code>}
        </>
      )}
      {explained && suspect.explanation !== '' && <span className={styles.why}>{suspect.explanation}</span>}
    </div>
  );
}

function End({ row, active }: CauseRowProps) {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const proposals = adoptable(row.group);
  const breaks = proposals.reduce((sum, { suspect }) => sum + suspect.breaks, 0);
  const changes = proposals.map(({ suspect }) => texts.setTo(placeOf(suspect.sheet, suspect.address), suspect.proposedFormula === null ? proposedText(suspect.proposed, texts) : `=${suspect.proposedFormula}`));
  return (
    <div className={styles.end}>
      <span>{[row.group.title === undefined ? '' : texts.explains(row.group.findings.length), breaks > 0 ? texts.breaks(breaks) : ''].filter(Boolean).join(' · ')}</span>
      {proposals.length > 0 && (
        <Button
          size="small"
          tabIndex={active ? 0 : -1}
          aria-label={texts.adoptName(changes)}
          onClick={(event) => {
            event.stopPropagation();
            focusList(event.currentTarget);
            void control.adopt(row.group);
          }}
        >
          {proposals.length === 1 ? texts.adopt : texts.adoptAll(proposals.length)}
        </Button>
      )}
    </div>
  );
}

/** A figure, or 空白 where the cell is or should be blank. */
export function proposedText(value: string, texts: Texts): string {
  return value.trim() === '' ? texts.blank : formatAmount(value);
}
