import { Button, makeStyles, ProgressBar, Switch, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { MarksMenuProps } from './MarksMenu';
import { usePane, usePaneState, useTexts } from './paneContext';

/** All commands in one line at 320 px. */
const narrow = '@media (max-width: 360px)';

const useStyles = makeStyles({
  commands: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 6px', marginTop: '4px' },
  live: {
    marginLeft: 'auto',
    [narrow]: { '& .fui-Switch__indicator': { margin: '8px 2px' }, '& .fui-Switch__label': { fontSize: tokens.fontSizeBase200, padding: '8px 0 8px 2px' } },
  },
  button: { minWidth: '72px', [narrow]: { minWidth: 0, padding: '5px 6px', fontSize: tokens.fontSizeBase200 } },
  arrow: { [narrow]: { display: 'none' } },
  progress: { marginTop: '8px' },
  // Track and bar are hardly told apart in a contrast theme.
  bar: { '@media screen and (forced-colors: active)': { backgroundColor: 'Canvas', height: '4px' } },
  progressLine: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '6px' },
  progressText: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** 审核 (or 取消), 标记, 实时复核, and how far a running audit has come. */
export function Commands() {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const phase = usePaneState((state) => state.phase);
  const audited = usePaneState((state) => state.audited);
  const live = usePaneState((state) => state.settings.live);
  const asked = usePaneState((state) => state.asked);
  const busy = phase === 'reading' || phase === 'auditing';
  const first = useRef<HTMLButtonElement>(null);
  // While the workbook is only being recognised, 审核 stays where it is and may be pressed: it is carried out.
  const cancelsFirst = busy && (asked || audited);
  const cancelRecognition = (): void => {
    first.current?.focus();
    control.cancel();
  };
  return (
    <>
      <div className={styles.commands}>
        {cancelsFirst ? (
          // The second click of a double click on 审核 must not take it back.
          <Button ref={first} className={styles.button} onClick={({ detail }) => detail < 2 && control.cancel()}>{texts.cancel}</Button>
        ) : (
          <Button ref={first} appearance="primary" className={styles.button} onClick={() => void control.audit()}>
            {audited ? texts.auditAgain : texts.audit}
          </Button>
        )}
        <MarksButton />
        <ProseButton />
        <Switch
          className={styles.live}
          label={texts.live}
          checked={live}
          onChange={(_, { checked }) => void control.change({ live: checked })}
        />
      </div>
      {busy && <Progress onCancel={cancelsFirst ? null : cancelRecognition} />}
    </>
  );
}

/** `onCancel`: where 取消 is not the first command; else null. */
function Progress({ onCancel }: { readonly onCancel: (() => void) | null }) {
  const styles = useStyles();
  const texts = useTexts();
  const phase = usePaneState((state) => state.phase);
  const isAudit = usePaneState((state) => state.audited || state.asked);
  const progress = usePaneState((state) => state.progress);
  const text =
    phase === 'auditing'
      ? isAudit ? texts.auditing : texts.recognising
      : progress ? texts.readingSheets(progress.done, progress.total) : texts.reading;
  return (
    <div className={styles.progress}>
      <ProgressBar className={styles.bar} aria-label={text} {...(progress ? { value: progress.done, max: progress.total } : {})} />
      <div className={styles.progressLine}>
        <span className={styles.progressText} role="status">{text}</span>
        {onCancel && <Button size="small" appearance="subtle" onClick={onCancel}>{texts.cancel}</Button>}
      </div>
    </div>
  );
}

/** 公开说明 ▸ opens the panel for the prose. */
function ProseButton() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const panel = usePaneState((state) => state.panel);
  const hasReport = usePaneState((state) => state.report !== null);
  return (
    <Button className={styles.button} disabled={!hasReport} aria-expanded={panel === 'prose'} aria-controls="gouji-panel" onClick={() => store.dispatch({ type: 'panelChosen', panel: 'prose' })}>
      {texts.prose}<span className={styles.arrow}>&nbsp;{panel === 'prose' ? '▾' : '▸'}</span>
    </Button>
  );
}

/**
 * 标记 ▾. The menu brings placing and keyboard code that outweighs the rest of the pane's controls: it comes once the
 * pane is drawn. Until then the button looks the same; pressed early it opens as soon as the menu is there, and if the
 * menu could not be loaded, pressing tries again.
 */
function MarksButton() {
  const styles = useStyles();
  const texts = useTexts();
  const [Menu, setMenu] = useState<ComponentType<MarksMenuProps> | null>(null);
  const [asked, setAsked] = useState(false);
  const load = (): void => void loadMarksMenu().then((menu) => setMenu(() => menu), () => setAsked(false));
  useEffect(load, []);
  if (Menu) return <Menu buttonClass={styles.button} opened={asked} />;
  const press = (): void => {
    setAsked(true);
    load();
  };
  return <Button className={styles.button} aria-haspopup="menu" aria-expanded={false} onClick={press}>{texts.marks} ▾</Button>;
}

const loadMarksMenu = async (): Promise<ComponentType<MarksMenuProps>> => (await import(/* webpackChunkName: "marksMenu" */ './MarksMenu')).MarksMenu;
