import { narrativeData } from '../../audit/narrative';
import type { AuditReport, Finding, FindingCell, FindingExplanation, FindingText, ReportError, Severity } from '../../audit/report/model';
import type { RuleDefinition } from '../../audit/rules/model';
import type { Language } from '../texts';
import { cleanJson } from './cleanText';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', hint: 'note' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0 (OASIS): a result a finding, located by file and by sheet and cell. */
export function sarifText(report: AuditReport, rules: readonly RuleDefinition[], lang: Language): string {
  const descriptors = [...rules.map((rule) => descriptor(rule, lang)), ...(report.workbooks.some((w) => w.narrative !== undefined) ? proseDescriptors(lang) : [])];
  const index = new Map(descriptors.map(({ id }, i) => [id, i]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: report.tool.name, version: report.tool.version, semanticVersion: report.tool.version, rules: descriptors } },
        language: lang === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: report.errors.length === 0, toolExecutionNotifications: report.errors.map(notification) }],
        artifacts: report.workbooks.map((workbook) => ({ location: { uri: uriOf(workbook.file) } })),
        results: report.workbooks.flatMap((workbook, artifact) => workbook.findings.map((finding) => result(finding, { uri: uriOf(workbook.file), index: artifact }, index))),
      },
    ],
  };
  return cleanJson(log);
}

/** The rules of the prose, where there is some. */
function proseDescriptors(lang: Language): Descriptor[] {
  return narrativeData.rules.map((rule) => descriptor({ ...rule, text: { zh: rule.zh, en: rule.en }, checks: [], tables: [] }, lang));
}

/** reportingDescriptor of SARIF. */
interface Descriptor {
  readonly id: string;
  readonly shortDescription: object;
  readonly help: object;
  readonly defaultConfiguration: object;
  readonly properties: object;
}

function descriptor(rule: Pick<RuleDefinition, 'id' | 'text' | 'severity' | 'source' | 'tables' | 'checks'>, lang: Language): Descriptor {
  const formulas = rule.checks.map((c) => c.text);
  const source = lang === 'zh' ? `依据：${rule.source}` : `Source: ${rule.source}`;
  return {
    id: rule.id,
    shortDescription: { text: rule.text[lang] },
    help: { text: [rule.text[lang], ...formulas, source].join('\n'), markdown: [rule.text[lang], ...formulas.map((f) => `\`${f}\``), source].join('\n\n') },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tables: rule.tables },
  };
}

interface Artifact {
  readonly uri: string;
  readonly index: number;
}

function result(finding: Finding, artifact: Artifact, rules: ReadonlyMap<string, number>): object {
  const [first, ...others] = finding.cells;
  // A finding in the text stands there; its cells are what it is compared with.
  const cells = finding.text ? finding.cells : others;
  const rule = rules.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(rule === undefined ? {} : { ruleIndex: rule }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [finding.text ? phrase(finding.text) : { physicalLocation: { artifactLocation: artifact }, ...(first ? { logicalLocations: [logical(first)] } : {}) }],
    ...(cells.length === 0 ? {} : { relatedLocations: cells.map((cell, i) => related(cell, i, artifact)) }),
    ...(finding.explanation ? { suppressions: [suppression(finding.explanation)] } : {}),
    partialFingerprints: { 'gouji/v1': finding.id },
    properties: { outcome: finding.outcome, table: finding.table, left: finding.left, right: finding.right, difference: finding.difference },
  };
}

/** Accepted where the words settle the finding; one that has lapsed or is somebody else's settles nothing. */
function suppression({ text, by, date, standing }: FindingExplanation): object {
  return { kind: 'external', status: standing === 'own' ? 'accepted' : standing === 'lapsed' ? 'rejected' : 'underReview', justification: text, properties: { by, date, standing } };
}

/** A phrase of the text: the paragraph as line, the offsets in it as columns. */
function phrase({ file, paragraph, quote, start, end }: FindingText): object {
  const region = { startLine: paragraph, startColumn: start + 1, endLine: paragraph, endColumn: end + 1, snippet: { text: quote } };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

function logical(cell: FindingCell): object {
  return { name: cell.address, fullyQualifiedName: `${cell.sheet}!${cell.address}`, kind: 'element' };
}

function related(cell: FindingCell, id: number, artifact: Artifact): object {
  const value = cell.value === '' ? '' : ` ${cell.value}`;
  return { id, message: { text: `${cell.label}${value}` }, physicalLocation: { artifactLocation: artifact }, logicalLocations: [logical(cell)] };
}

function notification(error: ReportError): object {
  const location = error.file === '' ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(error.file) } } }] };
  return { level: 'error', descriptor: { id: error.code }, message: { text: error.message }, ...location };
}

/** A file name as a relative URI reference; a colon is encoded, so that none is read as a scheme. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}
