import { makeStyles, tokens } from '@fluentui/react-components';
import type { ProseParagraph, ProsePiece } from '../../audit/narrative';
import { useTexts } from './paneContext';

const useStyles = makeStyles({
  title: { margin: '8px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', fontSize: tokens.fontSizeBase200 },
  paragraph: { margin: '4px 0', overflowWrap: 'anywhere' },
  // Told apart by line as well as by colour.
  proved: { textDecorationLine: 'underline', textDecorationStyle: 'solid', textDecorationColor: tokens.colorPaletteGreenBorderActive },
  consistent: { textDecorationLine: 'underline', textDecorationStyle: 'dashed', textDecorationColor: tokens.colorPaletteGreenBorderActive },
  wrong: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorPaletteRedBackground2, textDecorationLine: 'underline', textDecorationStyle: 'wavy', textDecorationColor: tokens.colorPaletteRedBorderActive },
  unchecked: { textDecorationLine: 'underline', textDecorationStyle: 'dotted', textDecorationColor: tokens.colorNeutralStrokeAccessible },
});

const MARKS = ['proved', 'consistent', 'wrong', 'unchecked'] as const;

/** Every number of the text with its mark; what proves it, or why it was not checked, shows where it is pointed at. */
export function ProseText({ paragraphs }: { readonly paragraphs: readonly ProseParagraph[] }) {
  const styles = useStyles();
  const texts = useTexts();
  if (paragraphs.length === 0) return null;
  return (
    <>
      <h2 className={styles.title}>{texts.proseText}</h2>
      <div className={styles.legend}>{MARKS.map((mark) => <span key={mark} className={styles[mark]}>{texts.proseMarks[mark]}</span>)}</div>
      {paragraphs.map(({ number, pieces }) => (
        <p key={number} className={styles.paragraph}>{pieces.map((piece, i) => <Piece key={i} {...piece} />)}</p>
      ))}
    </>
  );
}

function Piece({ text, mark, why }: ProsePiece) {
  const styles = useStyles();
  const texts = useTexts();
  if (mark === null) return <>{text}</>;
  return <span className={styles[mark]} title={`${texts.proseMarks[mark]}${why === '' ? '' : ` · ${why}`}`}>{text}</span>;
}
