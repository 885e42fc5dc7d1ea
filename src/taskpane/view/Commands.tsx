import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ProgressBar,
  Switch,
  tokens,
} from '@fluentui/react-components';
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
  const busy = phase === 'reading' || phase === 'auditing';
  return (
    <>
      <div className={styles.commands}>
        {busy ? (
          <Button className={styles.button} onClick={() => control.cancel()}>{texts.cancel}</Button>
        ) : (
          <Button appearance="primary" className={styles.button} onClick={() => void control.audit()}>
            {audited ? texts.auditAgain : texts.audit}
          </Button>
        )}
        <MarksMenu />
        <ProseButton />
        <Switch
          className={styles.live}
          label={texts.live}
          checked={live}
          onChange={(_, { checked }) => void control.change({ live: checked })}
        />
      </div>
      {busy && <Progress />}
    </>
  );
}

function Progress() {
  const styles = useStyles();
  const texts = useTexts();
  const phase = usePaneState((state) => state.phase);
  const audited = usePaneState((state) => state.audited);
  const progress = usePaneState((state) => state.progress);
  const text =
    phase === 'auditing'
      ? audited ? texts.auditing : texts.recognising
      : progress ? texts.readingSheets(progress.done, progress.total) : texts.reading;
  return (
    <div className={styles.progress}>
      <ProgressBar aria-label={text} {...(progress ? { value: progress.done, max: progress.total } : {})} />
      <div className={styles.progressText} role="status">{text}</div>
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

function MarksMenu() {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const settings = usePaneState((state) => state.settings);
  const hasReport = usePaneState((state) => state.audited && state.report !== null);
  const way = usePaneState((state) => state.capabilities?.explanations ?? 'none');
  const chosen = [...(settings.autoMark ? ['autoMark'] : []), ...(settings.ticks ? ['ticks'] : []), ...(settings.explanations ? ['explanations'] : [])];
  const explanations = { notes: texts.explanations, comments: texts.explanationsComments, none: texts.explanationsNone }[way];
  return (
    <Menu
      checkedValues={{ settings: chosen }}
      onCheckedValueChange={(_, { checkedItems }) =>
        void control.change({ autoMark: checkedItems.includes('autoMark'), ticks: checkedItems.includes('ticks'), explanations: checkedItems.includes('explanations') })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.button}>{texts.marks} ▾</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={!hasReport} onClick={() => void control.markNow()}>{texts.markNow}</MenuItem>
          <MenuItem onClick={() => void control.marking.clear()}>{texts.clearMarks}</MenuItem>
          <MenuDivider />
          <MenuItemCheckbox name="settings" value="autoMark">{texts.autoMark}</MenuItemCheckbox>
          <MenuItemCheckbox name="settings" value="ticks">{texts.ticks}</MenuItemCheckbox>
          <MenuItemCheckbox name="settings" value="explanations" disabled={way === 'none'}>{explanations}</MenuItemCheckbox>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
