import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Finding } from '../../audit/report/model';
import { copyText } from '../text';
import { useTexts } from './paneContext';

/** 复制说明. Where the frame may not use the clipboard, it says how to copy by hand. */
export function CopyButton({ finding, active }: { readonly finding: Finding; readonly active: boolean }) {
  const texts = useTexts();
  const [done, setDone] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(copyText(finding, texts));
      setDone(texts.copied);
    } catch {
      setDone(texts.copyFailed);
    }
  };
  return (
    <>
      <span role="status">{done}</span>
      <Button size="small" appearance="subtle" tabIndex={active ? 0 : -1} onClick={() => void copy()}>{texts.copyFinding}</Button>
    </>
  );
}
