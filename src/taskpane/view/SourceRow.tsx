import { Button, Input, makeStyles, tokens, useId } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { longestExplanation, longestName, type Explanation, type Explanations, type Row } from '../state';
import { CopyButton } from './CopyButton';
import { focusList } from './focusList';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  source: { padding: '2px 0 6px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 8px' },
  message: { margin: '2px 0', overflowWrap: 'anywhere', userSelect: 'text', cursor: 'text', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  rule: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  words: {
    display: 'block',
    width: '100%',
    minHeight: '60px',
    boxSizing: 'border-box',
    resize: 'vertical',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  writer: { display: 'flex' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '4px' },
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
      {writing && <Explaining id={finding.id} before={explanation !== null && !explanation.isTheirs ? explanation : null} />}
    </div>
  );
}

/** Height of the list, px, below which the head makes room for the form. */
const roomForForm = 420;

function Explaining({ id, before }: { readonly id: string; readonly before: Explanation | null }) {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const earlier = usePaneState((state) => lastWriter(state.settings.explained));
  const [text, setText] = useState(before?.text ?? '');
  const [by, setBy] = useState(before?.by ?? earlier);
  const field = useId('words');
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = form.current;
    node?.querySelector('textarea')?.focus({ preventScroll: true });
    if ((node?.closest('[role="tree"]')?.clientHeight ?? roomForForm) < roomForForm) control.store.dispatch({ type: 'folded', folded: true });
    // The list measures its rows anew as they grow, a frame or two later.
    let frames = 6;
    let next = requestAnimationFrame(function look() {
      node?.scrollIntoView({ block: 'nearest' });
      if (--frames > 0) next = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(next);
  }, [control]);
  const leave = (from: HTMLElement, command: () => void): void => {
    focusList(from);
    command();
  };
  return (
    <div ref={form}>
      <label htmlFor={field}>{texts.explainLabel}</label>
      <textarea
        id={field}
        className={styles.words}
        value={text}
        maxLength={longestExplanation}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          leave(event.currentTarget, () => control.store.dispatch({ type: 'explaining', finding: null }));
        }}
      />
      <label htmlFor={`${field}by`}>{texts.explainBy}</label>
      <Input id={`${field}by`} className={styles.writer} size="small" value={by} maxLength={longestName} onChange={(_, { value }) => setBy(value)} />
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabled={text.trim() === ''} onClick={(event) => leave(event.currentTarget, () => void control.explain(id, { text, by }))}>{texts.explainSave}</Button>
        {before !== null && <Button size="small" onClick={(event) => leave(event.currentTarget, () => void control.explain(id, null))}>{texts.explainRemove}</Button>}
        <Button size="small" onClick={(event) => leave(event.currentTarget, () => control.store.dispatch({ type: 'explaining', finding: null }))}>{texts.cancel}</Button>
      </div>
    </div>
  );
}

/** Whoever wrote last in this workbook most likely writes now. */
function lastWriter(explained: Explanations): string {
  const own = Object.values(explained).filter((one) => !one.isTheirs && one.by !== '');
  return own.sort((a, b) => (a.date < b.date ? 1 : -1))[0]?.by ?? '';
}
