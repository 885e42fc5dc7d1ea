import { Button, ProgressBar, ToggleButton } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { TOOL } from '../../../audit/version';
import type { Language } from '../../../taskpane/text';
import type { Relation } from '../../errands';
import { download, type FileStore, type OutgoingFile } from '../../files';
import type { WorkbenchTexts } from '../../workbenchTexts';
import { ChecklistExport } from '../ChecklistExport';
import type { DeskRow, DeskState, DeskStore } from '../deskState';
import { BetweenFields } from './BetweenFields';
import { likelyChoice, unitsOf, type Choice } from './choices';
import { ComparisonResult } from './ComparisonResult';
import { ReportResult } from './ReportResult';
import { useBetweenStyles } from './styles';
import { betweenPageTexts } from './texts';
import { useAgainst } from './useAgainst';

export interface BetweenViewProps {
  readonly fileStore: FileStore;
  readonly deskStore: DeskStore;
  readonly desk: DeskState;
  readonly rows: readonly DeskRow[];
  readonly relation: Relation;
  readonly texts: WorkbenchTexts & { readonly language: Language; readonly cancel: string };
}

const RELATIONS: readonly Relation[] = ['versions', 'rollup', 'years'];

/** Files against each other: two versions of a unit, a department and its units, a year and the last. */
export function BetweenView({ fileStore, deskStore, desk, rows, relation, texts: own }: BetweenViewProps) {
  const styles = useBetweenStyles();
  const texts = useMemo(() => betweenPageTexts(own.language), [own.language]);
  const [choice, setChoice] = useState<Choice>(() => likelyChoice(relation, rows, desk.selected));
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const { run, start, stop } = useAgainst(fileStore, own.language);
  useEffect(() => heading.current?.focus(), []);
  const outcome = desk.between?.relation === relation ? desk.between.outcome : null;
  const close = (): void => deskStore.dispatch({ type: 'panelShown', panel: null });
  const turn = (next: Relation): void => {
    stop();
    setSaid('');
    setChoice(likelyChoice(next, rows, desk.selected));
    deskStore.dispatch({ type: 'panelShown', panel: next });
  };
  const wanted = wantedRows(relation, choice, rows, desk.selected);
  const begin = async (): Promise<void> => {
    setSaid('');
    deskStore.dispatch({ type: 'setAgainst', between: null });
    try {
      const found = await start(relation, wanted);
      if (found) deskStore.dispatch({ type: 'setAgainst', between: { relation, outcome: found } });
      else setSaid(texts.stopped);
    } catch {
      setSaid(texts.failed);
    }
  };
  const open = (file: string, sheet: string, address: string): void => {
    const row = rows.find(({ submission }) => submission.file.path === file);
    if (row) void fileStore.openAt(row.entry.id, sheet, address);
  };
  const result = outcome?.result ?? null;
  const exported = (): void => {
    if (!result) return;
    const body = result.kind === 'versions' ? { comparison: result.comparison } : relation === 'rollup' ? { rollup: result.report, errors: [] } : { years: result.report };
    download({ name: `${texts.jsonName[relation]}.json`, type: 'application/json', bytes: new TextEncoder().encode(`${JSON.stringify({ tool: TOOL, ...body }, null, 2)}\n`) });
  };
  const hand = async (made: Promise<OutgoingFile>): Promise<void> => {
    try {
      download(await made);
      setSaid('');
    } catch {
      setSaid(own.exportFailed);
    }
  };
  return (
    <main
      className={styles.view}
      aria-label={texts.title}
      data-testid="between"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={styles.bar}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>{texts.title}</h1>
        <div role="group" aria-label={texts.title} className={styles.units}>
          {RELATIONS.map((one) => <ToggleButton key={one} size="small" checked={one === relation} onClick={() => turn(one)}>{own.desk.relations[one]}</ToggleButton>)}
        </div>
        <span className={styles.grow} />
        <Button size="small" onClick={close}>{texts.back}</Button>
      </div>
      <p className={styles.about}>{texts.about[relation]}</p>
      <div className={styles.fields}>
        <BetweenFields relation={relation} rows={rows} selected={desk.selected} choice={choice} onChoice={setChoice} texts={texts} />
        {run === null ? (
          <Button size="small" appearance="primary" disabled={wanted.length < 2} onClick={() => void begin()}>{texts.start}</Button>
        ) : (
          <Button size="small" onClick={stop}>{texts.stop}</Button>
        )}
        {result && <ChecklistExport fileStore={fileStore} make={() => fileStore.againstChecklist(result, texts.jsonName[relation])} label={texts.exportChecklist} hand={hand} texts={own} />}
        {result && <Button size="small" onClick={exported}>{texts.exportJson}</Button>}
        {run && (
          <div className={styles.running}>
            <ProgressBar style={{ width: 140 }} max={run.all} value={run.done} aria-label={texts.reading(run.done, run.all)} />
            <span>{texts.reading(run.done, run.all)}</span>
          </div>
        )}
      </div>
      <section className={styles.result} aria-label={texts.result}>
        <div role="status">
          {said !== '' && <p className={styles.problem}>{said}</p>}
          {outcome?.problems.map((problem) => <p key={problem} className={styles.problem}>{problem}</p>)}
        </div>
        {result?.kind === 'versions' && <ComparisonResult comparison={result.comparison} texts={texts} onOpen={open} />}
        {result?.kind === 'between' && <ReportResult report={result.report} texts={texts} onOpen={open} />}
      </section>
    </main>
  );
}

/** The files in the order the engine takes them: of years this one first. */
function wantedRows(relation: Relation, { first, second, scope }: Choice, rows: readonly DeskRow[], selected: ReadonlySet<number>): readonly DeskRow[] {
  const head = rows.find(({ entry }) => entry.id === first);
  const other = rows.find(({ entry }) => entry.id === second);
  if (relation === 'rollup') return head ? [head, ...unitsOf(scope, head, rows, selected)] : [];
  if (!head || !other || head === other) return [];
  return relation === 'versions' ? [head, other] : [other, head];
}
