import { explanationOf, explainedFindings, isProblem } from '../state';
import { usePaneState, usePaneVerdict, useTexts } from './paneContext';
import { ExplanationText } from './ExplanationText';

/** Causes, then every finding with its sentence, then what was explained. */
export function PrintedFindings() {
  const texts = useTexts();
  const report = usePaneState((state) => state.report);
  const explained = usePaneState((state) => state.settings.explained);
  const settledIds = usePaneState((state) => explainedFindings(state).map(({ id }) => id).join(' '));
  const verdict = usePaneVerdict();
  if (!report || !verdict) return null;
  const settled = new Set(settledIds.split(' '));
  const open = report.findings.filter((finding) => isProblem(finding) && !settled.has(finding.id));
  const groups = report.groups.filter((group) => group.findings.some((id) => open.some((finding) => finding.id === id)));
  const state = texts.states[verdict.state];
  return (
    <>
      {state !== '' && <p>{state}</p>}
      {groups.length > 0 && (
        <>
          <h2>{texts.causeCount(verdict.causes)}</h2>
          <ol>{groups.map((group) => <li key={group.id}>{group.headline}</li>)}</ol>
        </>
      )}
      {open.length > 0 && (
        <>
          <h2>{texts.printFindings(open.length)}</h2>
          <ol>
            {open.map((finding) => {
              const explanation = explanationOf(finding, explained);
              return (
                <li key={finding.id}>
                  {texts[finding.severity]} · {finding.message} <small>{texts.ruleIs(finding.rule)}</small>
                  {explanation && <ExplanationText explanation={explanation} />}
                </li>
              );
            })}
          </ol>
        </>
      )}
      {settledIds !== '' && (
        <>
          <h2>{texts.printExplained}</h2>
          <ol>
            {report.findings.filter(({ id }) => settled.has(id)).map((finding) => {
              const explanation = explanationOf(finding, explained);
              return (
                <li key={finding.id}>
                  {finding.message}
                  {explanation && <ExplanationText explanation={explanation} />}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </>
  );
}
