import { Button, ProgressBar } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ownFiles, type FileStore } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useDeskStyles } from './deskStyles';
import { usePaced } from './usePaced';

/** Fewer files say nothing about the time the others will take. */
const LEAST_DONE = 3;

/** How far the audit of all files is, how long it will take, and how to stop it or go on. */
export function RunLine({ fileStore, texts }: { readonly fileStore: FileStore; readonly texts: WorkbenchTexts }) {
  const styles = useDeskStyles();
  const state = usePaced(fileStore.store);
  const { run } = state;
  const now = useClock(run !== null);
  const own = ownFiles(state);
  const done = own.filter(({ status }) => status === 'audited' || status === 'failed').length;
  const waiting = own.filter(({ status }) => status === 'waiting').length;
  if (own.length < 2) return null;
  const left = run && run.done >= LEAST_DONE && now > run.since ? Math.ceil((((now - run.since) / run.done) * (run.all - run.done)) / 1000) : null;
  return (
    <div className={styles.line}>
      <span role="status">{texts.progress(done, own.length)}</span>
      {run && <ProgressBar style={{ width: 160 }} aria-label={texts.progress(done, own.length)} max={run.all} value={run.done} />}
      {left !== null && left > 0 && <span>{texts.desk.timeLeft(left)}</span>}
      {run && <Button size="small" onClick={() => fileStore.cancel()}>{texts.desk.cancelRun}</Button>}
      {!run && waiting > 0 && <Button size="small" onClick={() => void fileStore.resume()}>{texts.desk.resumeRun(waiting)}</Button>}
    </div>
  );
}

/** The time, second by second, while somebody looks at it. */
function useClock(isOn: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, [isOn]);
  return now;
}
