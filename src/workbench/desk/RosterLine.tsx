import { Button } from '@fluentui/react-components';
import { compareRoster, type RosterEntry } from '../../desk';
import type { WorkbenchTexts } from '../workbenchTexts';
import type { DeskRow } from './deskState';
import { useDeskStyles } from './deskStyles';

export interface RosterLineProps {
  readonly roster: readonly RosterEntry[];
  readonly rows: readonly DeskRow[];
  readonly texts: WorkbenchTexts;
  readonly onRemove: () => void;
}

/** Who of the roster has not handed in. */
export function RosterLine({ roster, rows, texts, onRemove }: RosterLineProps) {
  const styles = useDeskStyles();
  const { missing, unlisted } = compareRoster(roster, rows.map(({ submission }) => submission));
  const unlistedText = unlisted.length > 0 ? ` ${texts.desk.rosterUnlisted(unlisted.length)}` : '';
  return (
    <div className={styles.line} data-testid="roster">
      {missing.length === 0 ? (
        <span>{texts.desk.rosterAll(roster.length)}{unlistedText}</span>
      ) : (
        <details>
          <summary className={styles.bad}>{texts.desk.rosterMissing(missing.length, roster.length)}{unlistedText}</summary>
          <ul className={styles.missing}>
            {missing.map(({ name, code }) => <li key={`${code}|${name}`}>{[code, name].filter(Boolean).join(' ')}</li>)}
          </ul>
        </details>
      )}
      <Button size="small" appearance="subtle" onClick={onRemove}>{texts.desk.rosterRemove}</Button>
    </div>
  );
}
