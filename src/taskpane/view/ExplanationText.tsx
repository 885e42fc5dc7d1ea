import { makeStyles, tokens } from '@fluentui/react-components';
import type { Explanation, StandingExplanation } from '../state';
import { useTexts } from './paneContext';

const useStyles = makeStyles({
  explanation: { fontStyle: 'italic', overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontStyle: 'normal' },
});

/** The words of a 情况说明, who wrote them and when; before them, where they do not settle the finding, why. */
export function ExplanationText({ explanation }: { readonly explanation: Explanation | StandingExplanation }) {
  const styles = useStyles();
  const texts = useTexts();
  const standing = 'standing' in explanation ? explanation.standing : 'own';
  const from = texts.explainedBy(explanation.by, explanation.date);
  return (
    <div className={styles.explanation}>
      {standing !== 'own' && <div className={styles.small}>{standing === 'lapsed' ? texts.explainedLapsed : texts.explainedTheirs}</div>}
      {explanation.text}
      {from !== '' && <span className={styles.small}> — {from}</span>}
    </div>
  );
}
