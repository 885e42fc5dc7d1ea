import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Explanation, Kept } from '../state';
import { headlineText, type Texts } from '../text';
import { ExplanationText } from './ExplanationText';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    margin: '8px 12px 0',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', marginTop: '4px' },
  list: { margin: '4px 0 0', padding: '0 0 0 16px', maxHeight: '240px', overflowY: 'auto' },
});

/** What came with the workbook waits here: the file may be from whoever is being audited. */
export function KeptBar() {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const kept = usePaneState((state) => (state.keptRefused ? null : state.kept));
  const [isOpen, setOpen] = useState(false);
  if (!kept) return null;
  const explanations = Object.entries(kept.explained);
  const hasContent = explanations.length > 0 || kept.year !== null || kept.family !== null;
  return (
    <div className={styles.bar} role="status">
      {sentenceOf(kept, texts)}
      {isOpen && <KeptList explanations={explanations} />}
      <div className={styles.buttons}>
        {explanations.length > 0 && <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? texts.keptHide : texts.keptView}</Button>}
        {hasContent && <Button size="small" onClick={() => void control.decideKept(true)}>{texts.keptTake}</Button>}
        <Button size="small" onClick={() => void control.decideKept(false)}>{hasContent ? texts.keptRefuse : texts.dismiss}</Button>
      </div>
    </div>
  );
}

function KeptList({ explanations }: { readonly explanations: readonly (readonly [id: string, explanation: Explanation])[] }) {
  const styles = useStyles();
  const texts = useTexts();
  const findings = usePaneState((state) => state.report?.findings ?? null);
  return (
    <ul className={styles.list}>
      {explanations.map(([id, explanation]) => {
        const finding = findings?.find((one) => one.id === id);
        return (
          <li key={id}>
            <div>{finding ? headlineText(finding, texts) : texts.keptNoFinding}</div>
            <ExplanationText explanation={explanation} />
          </li>
        );
      })}
    </ul>
  );
}

function sentenceOf({ explained, year, family, invalid }: Kept, texts: Texts): string {
  const all = Object.values(explained);
  const dates = all.map(({ date }) => date).filter((date) => date !== '').sort();
  return texts.keptSentence({
    explanations: all.length,
    writers: [...new Set(all.map(({ by }) => by).filter((by) => by !== ''))],
    dates: dates.length === 0 ? null : [dates[0], dates[dates.length - 1]],
    year,
    family: Object.entries(texts.families).find(([id]) => id === family)?.[1] ?? null,
    invalid,
  });
}
