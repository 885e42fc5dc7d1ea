import { CLASSIFICATION_NAMES } from '../../chart';
import type { ChartYear } from './chartYear';
import { judgedCodes, type CodeColumn, type JudgedCode } from './codeColumns';
import { Checklist, type Check, type CheckContext } from './context';

/** C1, C2, C5, C6 and the form of codes (C3) for every coded row of every table. */
export const codes: Check = (context) => {
  const list = new Checklist();
  // The rules share one pass; it runs when the first of them, C1, is called.
  if (context.rule.id !== 'C1') return list.result();
  const { columns, year } = judgedCodes(context);
  if (year === null) {
    list.cannot('C1', '不知道年度，科目编码没有核对；请指定年度', 'The year is unknown, so codes were not checked; choose the year');
    return list.result();
  }
  if (year.isAssumed) {
    list.cannot(
      'C1',
      `不知道年度，科目编码按最接近的 ${year.year} 年科目表核对，只作提示；请指定年度`,
      `The year is unknown; codes were checked against the closest chart, that of ${year.year}, as hints only; choose the year`,
    );
  }
  if (!context.chart.coversYear(year.year)) {
    list.cannot('C1', `内置科目表没有 ${year.year} 年，编码只核对了格式；请导入当年的政府收支分类科目`, `The built-in chart does not cover ${year.year}; only the form of codes was checked; import that year's chart`);
  }
  for (const column of columns) {
    if (column.isDoubtful) doubt(list, context, column);
    else for (const code of column.codes) report(list, context, column, code, year);
  }
  return list.result();
};

/** When most codes of a column are contradicted, the column has been misread: said once, instead of a list of errors. */
function doubt(list: Checklist, context: CheckContext, { block, classification, codes: all, contradicted }: CodeColumn): void {
  const sheet = context.workbook.sheets[block.table.sheet].name;
  const name = CLASSIFICATION_NAMES[classification];
  list.cannot(
    all.some((code) => code.name !== '') ? 'C2' : 'C1',
    `${sheet} 的${name.zh}编码栏共 ${all.length} 个编码，${contradicted} 个与科目表对不上，多半是这一栏没有读对，编码和科目顺序没有核对；请查看该表的表头和编码栏`,
    `${sheet}: ${contradicted} of ${all.length} codes of the ${name.en} contradict the chart, so the column has probably been misread; its codes and their order were not checked; please look at the table's header and code column`,
  );
}

function report(
  list: Checklist,
  context: CheckContext,
  { block, classification }: CodeColumn,
  { codeCell, nameCell, name, key, verdicts }: JudgedCode,
  { year, isAssumed }: ChartYear,
): void {
  // C1, C2, C5, C6 were looked at for this row.
  list.pass(4 - Math.min(4, verdicts.length));
  const sheet = context.workbook.sheets[codeCell.sheet].name;
  const remark = isAssumed
    ? { zh: `（工作簿没有写明年度，按 ${year} 年科目表核对）`, en: ` (The workbook does not say its year; the chart of ${year} was used.)` }
    : { zh: '', en: '' };
  for (const verdict of verdicts) {
    const isName = verdict.rule === 'C2';
    list.add({
      rule: verdict.rule,
      severity: isAssumed ? 'hint' : verdict.severity,
      table: block.table,
      key: `${classification}|${key}|${verdict.kind}`,
      message: { zh: `${sheet}：${verdict.message.zh}${remark.zh}`, en: `${sheet}: ${verdict.message.en}${remark.en}` },
      cells: [
        { at: codeCell, role: isName ? 'term' : 'subject', label: `${CLASSIFICATION_NAMES[classification].zh}编码` },
        ...(nameCell ? [{ at: nameCell, role: isName ? ('subject' as const) : ('term' as const), label: name }] : []),
      ],
    });
  }
}
