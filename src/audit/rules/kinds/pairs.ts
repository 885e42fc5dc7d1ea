import { judgePair, judgeUnitKind, spendingClass, unitKind } from '../../chart';
import { judgedCodes } from './codeColumns';
import { Checklist, codedBlocks, fenOf, rowName, rowPlace, type Check } from './context';

/** C4: the pair of departmental and government code is allowed. */
export const pairs: Check = (context) => {
  const list = new Checklist();
  const judged = judgedCodes(context);
  if (judged.year === null) {
    list.cannot('C4', '不知道年度，两套经济分类的对应没有核对', 'The year is unknown; pairs of economic codes were not checked');
    return list.result();
  }
  const { year, isAssumed } = judged.year;
  for (const block of codedBlocks(context.recognition, ['department', 'function', 'procurement'])) {
    // A column that was misread pairs nothing.
    if (judged.isDoubtful(block, 'department') || judged.isDoubtful(block, 'government')) continue;
    const economic = block.table.definition.codes === 'department';
    for (const row of block.rows) {
      const departmentCode = economic ? row.code : row.departmentCode;
      const codeCell = economic ? row.codeCell : row.departmentCodeCell;
      if (row.kind !== 'item' || row.govCode === '' || departmentCode.length < 5 || !codeCell || !row.govCodeCell) continue;
      const verdict = judgePair({ departmentCode, governmentCode: row.govCode, year, chart: context.chart });
      if (!verdict) {
        list.pass();
        continue;
      }
      const sheet = context.workbook.sheets[block.table.sheet].name;
      list.add({
        rule: 'C4', severity: isAssumed ? 'hint' : verdict.severity, table: block.table, key: economic ? row.join : `${row.code}|${departmentCode}|${row.govCode}`,
        message: { zh: `${sheet} ${rowPlace(context, block, row).zh}：${verdict.message.zh}`, en: `${sheet} ${rowPlace(context, block, row).en}: ${verdict.message.en}` },
        cells: [
          { at: row.govCodeCell, role: 'subject', label: row.govName || '政府经济科目编码' },
          { at: codeCell, role: 'term', label: rowName(row) },
        ],
      });
    }
  }
  return list.result();
};

/** C4a: a single unit uses the codes of organs or of institutions, not both. */
export const unitKinds: Check = (context) => {
  const list = new Checklist();
  if (context.recognition.level !== 'unit') {
    list.skip();
    return list.result();
  }
  for (const block of codedBlocks(context.recognition, ['department'])) {
    const rows = block.rows.flatMap((row, index) => {
      const money = block.columns.some((_, c) => (fenOf(context.recognition, block, index, c) ?? 0) !== 0);
      return row.govCode !== '' && money && unitKind(row.govCode) !== null ? [row] : [];
    });
    const verdict = judgeUnitKind(rows.map((r) => r.govCode));
    if (!verdict) {
      list.pass();
      continue;
    }
    const odd = verdict.rows.map((i) => rows[i]);
    const sheet = context.workbook.sheets[block.table.sheet].name;
    list.add({
      rule: 'C4a', severity: verdict.severity, table: block.table, key: 'mixed',
      message: { zh: `${sheet}：${verdict.message.zh}`, en: `${sheet}: ${verdict.message.en}` },
      cells: odd.flatMap((row) => (row.govCodeCell ? [{ at: row.govCodeCell, role: 'subject' as const, label: rowName(row) }] : [])),
    });
  }
  return list.result();
};

/** F06.4: 301 and 303 are personnel, 302 and 310 operating expenditure. */
export const spendingClasses: Check = (context) => {
  const list = new Checklist();
  for (const block of codedBlocks(context.recognition, ['department'])) {
    if (block.table.id !== 'F06') continue;
    const personnel = block.columns.findIndex((c) => c.id === '人员经费');
    const operating = block.columns.findIndex((c) => c.id === '公用经费');
    if (personnel < 0 || operating < 0) continue;
    const mixed = block.rows.some((r) => r.code === '30239');
    block.rows.forEach((row, index) => {
      if (row.kind !== 'item') return;
      const kind = spendingClass(row.code);
      if (kind === null || kind === 'either' || (mixed && row.code.startsWith('302'))) return;
      const wrong = kind === 'personnel' ? operating : personnel;
      const fen = fenOf(context.recognition, block, index, wrong);
      if (fen === null) return;
      if (fen === 0) {
        list.pass();
        return;
      }
      const [is, should] = kind === 'personnel' ? ['公用经费', '人员经费'] : ['人员经费', '公用经费'];
      const sheet = context.workbook.sheets[block.table.sheet].name;
      list.add({
        rule: 'F06.4', severity: 'warning', table: block.table, key: row.code,
        message: {
          zh: `${sheet} ${rowPlace(context, block, row).zh} ${rowName(row)} 的金额列在${is}栏，按科目应列${should}`,
          en: `${sheet} ${rowPlace(context, block, row).en}: ${rowName(row)} stands in the column ${is}, by its code it belongs to ${should}`,
        },
        cells: [{ at: { sheet: row.sheet, row: row.row, column: block.columns[wrong].column }, role: 'subject', label: `${rowName(row)} ${is}` }],
      });
    });
  }
  return list.result();
};
