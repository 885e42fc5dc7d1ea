import { Button, Input, makeStyles, tokens, useId } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { longestExplanation, longestName, type Explanation, type Explanations } from '../state';
import { focusList } from './focusList';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  form: { paddingTop: '4px', scrollMarginBottom: '8px' },
  label: { display: 'block', margin: '4px 0 2px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
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
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '6px' },
});

/** Height of the list, px, below which the head makes room for the form. */
const roomForForm = 420;

interface ExplanationFormProps {
  /** One finding, or all that a cause explains: they get the same words. */
  readonly findings: readonly string[];
  /** What the user has said of it before. */
  readonly before: Explanation | null;
}

/** The user's words for a finding or a cause. Whatever ends it, the keyboard is on the list again. */
export function ExplanationForm({ findings, before }: ExplanationFormProps) {
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
    <div ref={form} className={styles.form} onClick={(event) => event.stopPropagation()}>
      <label htmlFor={field} className={styles.label}>{texts.explainLabel}</label>
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
      <label htmlFor={`${field}by`} className={styles.label}>{texts.explainBy}</label>
      <Input id={`${field}by`} className={styles.writer} size="small" value={by} maxLength={longestName} onChange={(_, { value }) => setBy(value)} />
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabled={text.trim() === ''} onClick={(event) => leave(event.currentTarget, () => void control.explain(findings, { text, by }))}>{texts.explainSave}</Button>
        {before !== null && <Button size="small" onClick={(event) => leave(event.currentTarget, () => void control.explain(findings, null))}>{texts.explainRemove}</Button>}
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
