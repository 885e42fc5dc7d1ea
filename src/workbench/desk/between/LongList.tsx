import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useBetweenStyles } from './styles';
import type { BetweenPageTexts } from './texts';

const STEP = 100;

export interface LongListProps<T> {
  readonly items: readonly T[];
  readonly render: (item: T, index: number) => ReactNode;
  readonly texts: BetweenPageTexts;
}

/** A list of which a hundred are drawn at first; a button draws more. */
export function LongList<T>({ items, render, texts }: LongListProps<T>) {
  const styles = useBetweenStyles();
  const [shown, setShown] = useState(STEP);
  const left = items.length - shown;
  return (
    <>
      <ol className={styles.list}>{items.slice(0, shown).map(render)}</ol>
      {left > 0 && <Button size="small" onClick={() => setShown(shown + STEP)}>{texts.showMore(Math.min(STEP, left))}</Button>}
    </>
  );
}
