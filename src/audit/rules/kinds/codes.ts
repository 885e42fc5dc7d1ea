import { CLASSIFICATION_NAMES, judgeCode, type Classification, type CodeVerdict, type Fund } from '../../chart';
import type { BoundBlock, CellRef } from '../../tables';
import { shownName } from '../../workbook';
import { Checklist, codedBlocks, type Check, type CheckContext } from './context';

const FUNDS: Readonly<Record<string, Fund>> = {
  一般公共预算: 'general',
  政府性基金预算: 'governmentFund',
  国有资本经营预算: 'stateCapital',
};

/** C1, C2, C5, C6 and the form of codes (C3) for every coded row of every table. One pass serves all these rules. */
export const codes: Check = (context) => {
  const list = new Checklist();
  // The rules share one pass; it runs when the first of them, C1, is called.
  if (context.rule.id !== 'C1') return list.result();
  const { year } = context;
  if (year === null) {
    list.cannot('C1', '不知道年度，科目编码没有核对；请指定年度', 'The year is unknown, so codes were not checked; choose the year');
    return list.result();
  }
  if (!context.chart.coversYear(year)) {
    list.cannot('C1', `内置科目表没有 ${year} 年，编码只核对了格式；请导入当年的政府收支分类科目`, `The built-in chart does not cover ${year}; only the form of codes was checked; import that year's chart`);
  }
  const memo = new Map<string, readonly CodeVerdict[]>();
  const judge = (classification: Classification, code: string, name: string, fund?: Fund): readonly CodeVerdict[] => {
    const key = `${classification}|${code}|${name}|${fund ?? ''}`;
    let verdicts = memo.get(key);
    if (!verdicts) {
      verdicts = judgeCode({ classification, code, name, year, chart: context.chart, expectedFund: fund });
      memo.set(key, verdicts);
    }
    return verdicts;
  };
  for (const block of codedBlocks(context.recognition, ['function', 'department', 'procurement'])) {
    const { codes: system, fund: fundName } = block.table.definition;
    const classification: Classification = system === 'department' ? 'department' : 'function';
    const fund = FUNDS[fundName ?? ''];
    // 政府采购 rows name what is bought, not the account.
    const named = system !== 'procurement';
    for (const row of block.rows) {
      if (row.code === '' || row.codeCell === null) continue;
      const name = named ? shownName(row.label) : '';
      report(list, context, block, judge(classification, row.code, name, fund), row.codeCell, named ? row.labelCell : null, row.code, name, classification);
      if (row.departmentCode !== '' && row.departmentCodeCell) {
        report(list, context, block, judge('department', row.departmentCode, ''), row.departmentCodeCell, null, `${row.code}|${row.departmentCode}`, '', 'department');
      }
      if (row.govCode !== '' && row.govCodeCell) {
        report(list, context, block, judge('government', row.govCode, row.govName), row.govCodeCell, row.govNameCell, `${row.code}|${row.govCode}`, row.govName, 'government');
      }
    }
  }
  return list.result();
};

function report(
  list: Checklist,
  context: CheckContext,
  block: BoundBlock,
  verdicts: readonly CodeVerdict[],
  codeCell: CellRef,
  nameCell: CellRef | null,
  key: string,
  name: string,
  classification: Classification,
): void {
  // C1, C2, C5, C6 were looked at for this row.
  list.pass(4 - Math.min(4, verdicts.length));
  const sheet = context.workbook.sheets[codeCell.sheet].name;
  for (const verdict of verdicts) {
    const isName = verdict.rule === 'C2';
    list.add({
      rule: verdict.rule,
      severity: verdict.severity,
      table: block.table,
      key: `${classification}|${key}|${verdict.kind}`,
      message: { zh: `${sheet}：${verdict.message.zh}`, en: `${sheet}: ${verdict.message.en}` },
      cells: [
        { at: codeCell, role: isName ? 'term' : 'subject', label: `${CLASSIFICATION_NAMES[classification].zh}编码` },
        ...(nameCell ? [{ at: nameCell, role: isName ? ('subject' as const) : ('term' as const), label: name }] : []),
      ],
    });
  }
}
