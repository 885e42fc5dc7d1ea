import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProseFinding, ProseReading } from '../../audit/narrative';
import { formatAmount } from '../state';
import { usePane, useTexts } from './paneContext';

const useStyles = makeStyles({
  title: { margin: '8px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '6px 0 6px 8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, borderLeft: '3px solid', overflowWrap: 'anywhere' },
  error: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  warning: { borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive },
  hint: { borderLeftColor: tokens.colorNeutralStroke1 },
  sentence: { margin: '4px 0', color: tokens.colorNeutralForeground2 },
  phrase: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorPaletteRedBackground2 },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  cells: { display: 'flex', flexWrap: 'wrap', gap: '0 10px' },
  link: {
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    minHeight: '24px',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** What is wrong in the text, errors first: the message, the sentence with the phrase, what should stand there, and the cells. */
export function ProseFindings({ findings }: { readonly findings: readonly ProseFinding[] }) {
  const styles = useStyles();
  const texts = useTexts();
  if (findings.length === 0) return <p className={styles.sentence}>{texts.proseNoFindings}</p>;
  const order = { error: 0, warning: 1, hint: 2 } as const;
  const sorted = [...findings].sort((a, b) => order[a.finding.severity] - order[b.finding.severity]);
  return (
    <>
      <h2 className={styles.title}>{texts.proseFindings(findings.length)}</h2>
      <ul className={styles.list}>
        {sorted.map((one) => <OneFinding key={one.finding.id} {...one} />)}
      </ul>
    </>
  );
}

/** What is wrong in the tables and right in the text. */
export function ProseSupports({ supports }: { readonly supports: ProseReading['supports'] }) {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  if (supports.length === 0) return null;
  return (
    <>
      <h2 className={styles.title}>{texts.proseSupports(supports.length)}</h2>
      <ul className={styles.list}>
        {supports.map(({ id, headline, cells }) => (
          <li key={id} className={mergeClasses(styles.item, styles.error)}>
            <div>{headline}</div>
            <div className={styles.cells}>
              {cells.map((cell) => (
                <button key={`${cell.sheet}!${cell.address}`} type="button" className={styles.link} onClick={() => void control.navigation.goTo(cell)}>{cell.sheet} {cell.address}</button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function OneFinding({ finding, sentence, corrected }: ProseFinding) {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const [before, phrase, after] = sentence;
  const { text } = finding;
  return (
    <li className={mergeClasses(styles.item, styles[finding.severity])}>
      <div>{finding.message}</div>
      <p className={styles.sentence}>{before}<mark className={styles.phrase}>{phrase}</mark>{after}</p>
      {text?.right && <div>{texts.proseRight(text.right)}</div>}
      {finding.cells.length > 0 && (
        <div className={styles.cells}>
          {finding.cells.map((cell) => (
            <button key={`${cell.sheet}!${cell.address}`} type="button" className={styles.link} onClick={() => void control.navigation.goTo({ sheet: cell.sheet, address: cell.address })}>
              {cell.sheet} {cell.address} {cell.value === '' ? '' : formatAmount(cell.value)}
            </button>
          ))}
        </div>
      )}
      {corrected !== null && <CopySentence sentence={corrected} />}
      <div className={styles.small}>{texts[finding.severity]} · {finding.rule} · {texts.proseParagraph(text?.paragraph ?? 0)}</div>
    </li>
  );
}

/** 复制改正后的句子. */
function CopySentence({ sentence }: { readonly sentence: string }) {
  const texts = useTexts();
  const [done, setDone] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(sentence);
      setDone(texts.copied);
    } catch {
      setDone(texts.copyFailed);
    }
  };
  return (
    <div>
      <Button size="small" appearance="subtle" title={sentence} onClick={() => void copy()}>{texts.proseCopy}</Button> <span role="status">{done}</span>
    </div>
  );
}
