import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { proposedText } from './CauseRow';
import type { Notice } from '../state';
import type { Texts } from '../text';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: '8px 12px 0', minWidth: 0 },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  detail: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase100, userSelect: 'text' },
});

/** One line above the list: a failure with its next step, or what a command has done. */
export function NoticeLine() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const notice = usePaneState((state) => state.notice);
  if (!notice) return null;
  const detail = notice.kind === 'hostError' && notice.code !== 'cancelled' ? notice.detail : '';
  return (
    <MessageBar className={styles.bar} intent={intentOf(notice)} layout="multiline" politeness="polite">
      <MessageBarBody className={styles.body}>
        {sentenceOf(notice, texts)}
        {detail !== '' && (
          <details>
            <summary>{texts.diagnostic}</summary>
            <span className={styles.detail}>{detail}</span>
          </details>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => store.dispatch({ type: 'noticed', notice: null })}>{texts.dismiss}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function intentOf(notice: Notice): 'error' | 'warning' | 'info' | 'success' {
  switch (notice.kind) {
    case 'hostError':
      return notice.code === 'cancelled' ? 'info' : notice.code === 'failed' || notice.code === 'officeUnreachable' ? 'error' : 'warning';
    case 'settingsLost':
    case 'liveOff':
      return 'warning';
    case 'marked':
      return notice.refused.length > 0 ? 'warning' : 'success';
    case 'cleared':
    case 'adopted':
      return 'success';
  }
}

function sentenceOf(notice: Notice, texts: Texts): string {
  switch (notice.kind) {
    case 'hostError':
      return texts.errors[notice.code];
    case 'settingsLost':
      return texts.settingsLost;
    case 'liveOff':
      return texts.liveOff;
    case 'cleared':
      return texts.cleared(notice.removed);
    case 'adopted':
      return texts.adopted(notice.cells.map(({ cell, value }) => texts.setTo(cell, proposedText(value, texts))));
    case 'marked':
      return [
        texts.marked(notice.cells),
        ...(notice.refused.length > 0 ? [texts.markedRefused(notice.refused.map(({ sheet }) => sheet))] : []),
        ...new Set(notice.refused.map(({ code }) => texts.errors[code])),
      ].join(' ');
  }
}
