import { Button } from '@fluentui/react-components';
import { useBetweenStyles } from './styles';
import type { BetweenPageTexts } from './texts';

export interface PlaceProps {
  /** As it is read: 甲中心 1,000.00 表6!E16. */
  readonly text: string;
  readonly file: string;
  readonly sheet: string;
  readonly address: string;
  readonly texts: BetweenPageTexts;
  readonly onOpen: (file: string, sheet: string, address: string) => void;
}

/** A cell of one of the files; a click opens the file there. */
export function Place({ text, file, sheet, address, texts, onOpen }: PlaceProps) {
  const styles = useBetweenStyles();
  return (
    <Button size="small" className={styles.place} title={texts.goTo(`${file} ${sheet}!${address}`)} onClick={() => onOpen(file, sheet, address)}>
      {text}
    </Button>
  );
}
