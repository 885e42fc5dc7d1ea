import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState, useSyncExternalStore } from 'react';
import { ProseFindings, ProseSupports } from './ProseFindings';
import { ProseText } from './ProseText';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '4px 0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  warning: { margin: '4px 0', color: tokens.colorPaletteDarkOrangeForeground1 },
  counts: { margin: '4px 0', fontVariantNumeric: 'tabular-nums' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 6px', margin: '4px 0' },
  input: { display: 'none' },
  paste: { width: '100%', margin: '4px 0' },
});

/** The 公开说明: choose or paste it, then what is wrong in it and every number with its mark. */
export default function ProsePanel() {
  const styles = useStyles();
  const texts = useTexts();
  const { prose } = usePane();
  const { phase, file, reading, refusal, goesOn } = useSyncExternalStore(prose.store.subscribe, prose.store.getState);
  const book = usePaneState((state) => state.report);
  const isOther = phase === 'ready' && reading !== null && reading.other !== null && !goesOn;
  return (
    <>
      <h2 className={styles.title}>{texts.proseTitle}</h2>
      {phase === 'none' ? <p className={styles.text}>{texts.proseIntro}</p> : <p className={styles.text}>{file || texts.prosePaste}</p>}
      <Choice hasText={phase !== 'none'} />
      {phase === 'reading' && <p className={styles.text} role="status">{texts.proseReading}</p>}
      {phase === 'refused' && <p className={styles.warning} role="alert">{refusal ?? texts.proseNotText}</p>}
      {isOther && (
        <div className={styles.warning} role="alert">
          {texts.proseOther(reading.other?.unit ?? null, reading.other?.year ?? null, book)} <Button size="small" onClick={() => prose.goOn()}>{texts.proseGoOn}</Button>
        </div>
      )}
      {phase === 'ready' && reading !== null && !isOther && (
        <>
          <Counts />
          <ProseSupports supports={reading.supports} />
          <ProseFindings findings={reading.findings} />
          <ProseText paragraphs={reading.paragraphs} />
        </>
      )}
    </>
  );
}

/** 选择文件, or a field to paste into. */
function Choice({ hasText }: { readonly hasText: boolean }) {
  const styles = useStyles();
  const texts = useTexts();
  const { prose } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  return (
    <>
      <div className={styles.row}>
        <input
          ref={input}
          type="file"
          accept=".docx,.pdf,.txt,.md"
          aria-label={texts.proseChoose}
          className={styles.input}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen !== undefined) void prose.choose({ name: chosen.name, bytes: async () => new Uint8Array(await chosen.arrayBuffer()) });
            target.value = '';
          }}
        />
        <Button size="small" appearance={hasText ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>{hasText ? texts.proseChooseOther : texts.proseChoose}</Button>
        {hasText && <Button size="small" appearance="subtle" onClick={() => prose.forget()}>{texts.proseForget}</Button>}
      </div>
      {!hasText && (
        <>
          <Textarea className={styles.paste} aria-label={texts.prosePasteHere} placeholder={texts.prosePasteHere} rows={4} value={pasted} onChange={(_, { value }) => setPasted(value)} />
          <Button size="small" disabled={pasted.trim() === ''} onClick={() => void prose.paste(pasted)}>{texts.proseCheck}</Button>
        </>
      )}
    </>
  );
}

function Counts() {
  const styles = useStyles();
  const texts = useTexts();
  const { prose } = usePane();
  const summary = useSyncExternalStore(prose.store.subscribe, () => prose.store.getState().reading?.summary);
  if (summary === undefined) return null;
  const { numbers, proved, wrong, consistent } = summary;
  if (numbers === 0) return <p className={styles.warning} role="status">{texts.proseNoNumbers}</p>;
  return (
    <div className={styles.counts} role="status">
      {texts.proseCounts(numbers, proved, wrong, numbers - proved - wrong)}
      {consistent > 0 && <div className={styles.text}>{texts.proseConsistent(consistent)}</div>}
    </div>
  );
}
