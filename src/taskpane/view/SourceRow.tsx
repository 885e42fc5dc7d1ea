import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Row } from '../state';
import { CopyButton } from './CopyButton';
import { ExplanationForm } from './ExplanationForm';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  source: { padding: '2px 0 6px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 8px' },
  message: { margin: '2px 0', overflowWrap: 'anywhere', userSelect: 'text', cursor: 'text', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  rule: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

interface SourceRowProps {
  readonly row: Row & { kind: 'source' };
  readonly active: boolean;
}

/** The end of an open finding: the whole sentence, to be copied; its rule, small; and the user's 情况说明. */
export function SourceRow({ row, active }: SourceRowProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const { finding, explanation } = row;
  const writing = usePaneState((state) => state.view.explaining === finding.id);
  return (
    <div className={styles.source} onClick={(event) => event.stopPropagation()}>
      <p className={styles.message}>{finding.message}</p>
      <div className={styles.line}>
        <span className={styles.rule}>{texts.ruleIs(finding.rule)}</span>
        <span className={styles.actions}>
          <CopyButton finding={finding} active={active} />
          {!writing && finding.outcome !== 'consistent' && (
            <Button size="small" appearance="subtle" tabIndex={active ? 0 : -1} onClick={() => store.dispatch({ type: 'explaining', finding: finding.id })}>
              {texts.explain}
            </Button>
          )}
        </span>
      </div>
      {writing && <ExplanationForm findings={[finding.id]} before={explanation !== null && !explanation.isTheirs ? explanation : null} />}
    </div>
  );
}
