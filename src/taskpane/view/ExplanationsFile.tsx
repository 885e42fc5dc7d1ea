import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { EXPLANATIONS_NAME } from '../../desk';
import { download } from '../download';
import { explanationsText, importExplanations } from '../explanationsFile';
import { explanationsFileTexts } from '../text/explanationsFileTexts';
import { speak } from '../text/say';
import { usePane, usePaneState } from './paneContext';

const useStyles = makeStyles({
  line: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 6px', padding: '4px 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  said: { flexBasis: '100%', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2, ':empty': { display: 'none' } },
});

/** 情况说明 out of the workbook into a file, and back. */
export default function ExplanationsFile() {
  const styles = useStyles();
  const control = usePane();
  const texts = speak(explanationsFileTexts, control.texts.language);
  const report = usePaneState((state) => state.report);
  const explained = usePaneState((state) => state.settings.explained);
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  if (!report) return null;
  const count = Object.keys(explained).length;
  const take = async (text: string): Promise<void> => {
    const found = importExplanations(text, report, control.store.getState().settings.explained);
    if (found === null) return setSaid(texts.bad);
    if (!('explained' in found)) return setSaid(texts.absent(report.file, found));
    await control.change({ explained: found.explained });
    setSaid(texts.imported(found.came, found.lapsed, found.without));
  };
  return (
    <div className={styles.line} role="group" aria-label={texts.fileHint}>
      <Button
        size="small"
        disabled={count === 0}
        onClick={() => {
          download({ name: EXPLANATIONS_NAME, type: 'application/json', bytes: new TextEncoder().encode(explanationsText(report.file, explained)) });
          setSaid(texts.exported(count));
        }}
      >
        {texts.exportFile}
      </Button>
      <Button size="small" onClick={() => input.current?.click()}>{texts.importFile}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        data-testid="explanations-picker"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void file.text().then(take, () => setSaid(texts.bad));
        }}
      />
      <span role="status" className={styles.said}>{said}</span>
    </div>
  );
}
