import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { proposedText } from './CauseRow';
import type { Notice } from '../state';
import type { Texts } from '../text';
import { focusList } from './focusList';
import { usePane, usePaneState, usePaneVerdict, useTexts } from './paneContext';

const useStyles = makeStyles({
  region: { flexShrink: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'flex-end',
    gap: '4px 8px',
    margin: '8px 12px 0',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
  },
  info: { backgroundColor: tokens.colorNeutralBackground3 },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  body: { flexGrow: 1, flexBasis: '180px', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase100, userSelect: 'text' },
});

/** One line above the list: a failure with its next step, or what a command has done. The region stands before its words: only then are they read out. */
export function NoticeLine() {
  const styles = useStyles();
  const notice = usePaneState((state) => state.notice);
  return <div role="status" className={styles.region}>{notice && <NoticeBar notice={notice} />}</div>;
}

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const verdict = usePaneVerdict();
  const detail = notice.kind === 'hostError' && notice.code !== 'cancelled' ? notice.detail : '';
  return (
    <div className={mergeClasses(styles.bar, styles[intentOf(notice)])}>
      <div className={styles.body}>
        {sentenceOf(notice, texts, texts.states[verdict?.state ?? 'problems'])}
        {detail !== '' && (
          <details>
            <summary>{texts.diagnostic}</summary>
            <span className={styles.detail}>{detail}</span>
          </details>
        )}
      </div>
      <NoticeCommands notice={notice} />
      <Button size="small" onClick={(event) => {
        focusList(event.currentTarget);
        store.dispatch({ type: 'noticed', notice: null });
      }}>{notice.kind === 'overFormula' ? texts.keepFormula : texts.dismiss}</Button>
    </div>
  );
}

/** What can be done about it, in the notice itself. */
function NoticeCommands({ notice }: { readonly notice: Notice }) {
  const texts = useTexts();
  const control = usePane();
  switch (notice.kind) {
    case 'adopted':
      return <Button size="small" onClick={(event) => {
        focusList(event.currentTarget);
        void control.takeBack();
      }}>{texts.takeBack}</Button>;
    case 'stale':
    case 'changedOutside':
      return <Button size="small" onClick={() => void control.audit()}>{texts.auditAgain}</Button>;
    case 'overFormula':
      return <Button size="small" onClick={() => void control.adopt(notice.group, true)}>{texts.overFormula}</Button>;
    default:
      return null;
  }
}

function intentOf(notice: Notice): 'error' | 'warning' | 'info' | 'success' {
  switch (notice.kind) {
    case 'hostError':
      return notice.code === 'cancelled' ? 'info' : notice.code === 'failed' || notice.code === 'officeUnreachable' ? 'error' : 'warning';
    case 'settingsLost':
    case 'liveOff':
    case 'changedOutside':
    case 'stale':
    case 'overFormula':
      return 'warning';
    case 'takenBack':
      return 'info';
    case 'marked':
      return notice.refused.length > 0 ? 'warning' : 'success';
    case 'cleared':
      return notice.left.length > 0 ? 'warning' : 'success';
    case 'adopted':
      return 'success';
  }
}

function sentenceOf(notice: Notice, texts: Texts, state: string): string {
  switch (notice.kind) {
    case 'hostError':
      return texts.errors[notice.code];
    case 'settingsLost':
      return texts.settingsLost;
    case 'liveOff':
      return texts.liveOff;
    case 'changedOutside':
      return texts.changedOutside;
    case 'cleared':
      return notice.left.length === 0 ? texts.cleared(notice.removed) : texts.clearedNotAll(notice.removed, notice.left);
    case 'adopted':
      return texts.adopted(notice.changes.map(({ cell, value }) => texts.setTo(cell, proposedText(value, texts))));
    case 'takenBack':
      return texts.takenBack(notice.cells);
    case 'stale':
      return [...notice.cells.map(({ cell, value }) => texts.nowHolds(cell, proposedText(value, texts))), texts.errors.stale].join(' ');
    case 'overFormula':
      return texts.askOverFormula(notice.cells.map(({ cell, value }) => texts.nowHolds(cell, value)));
    case 'marked':
      return [
        notice.cells === 0 && notice.refused.length === 0 ? texts.markedNone(state) : texts.marked(notice.cells),
        ...(notice.refused.length > 0 ? [texts.markedRefused(notice.refused.map(({ sheet }) => sheet))] : []),
        ...new Set(notice.refused.map(({ code }) => texts.errors[code])),
      ].join(' ');
  }
}
