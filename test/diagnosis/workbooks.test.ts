/** The example workbooks through the whole audit: what a person would say is wrong with them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { explainGroups, localise, Verdict } from '../../src/audit/diagnosis';
import { readWorkbook } from '../../src/files';

async function headlines(file: string): Promise<string[]> {
  const snapshot = await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${file}`)), file);
  const { recognition, compiled, evaluation, rules, workbook } = openAudit(snapshot).state;
  const { amounts } = recognition;
  const { equations } = compiled;
  const outcome = evaluation.outcome.map((code, e) => (rules[equations.rule[e]!]!.severity === 'error' ? code : Verdict.skipped));
  const place = (cell: number): { sheet: string; address: string } => ({
    sheet: workbook.sheets[amounts.sheet[cell]!]!.name,
    address: String.fromCharCode(65 + amounts.column[cell]!) + String(amounts.row[cell]! + 1),
  });
  const groups = explainGroups(localise({ amounts, equations, outcome }), {
    language: 'zh', place,
    label: (cell) => `${place(cell).address} 行`,
    column: (cell) => String.fromCharCode(65 + amounts.column[cell]!),
    unit: (cell) => (place(cell).sheet.startsWith('公开') ? '万元' : '元'),
    value: (cell) => amounts.fen[cell]!,
    amount: (cell, fen) => (fen / (place(cell).sheet.startsWith('公开') ? 1_000_000 : 100)).toFixed(2),
    plain: (_, fen) => String(fen),
    formula: () => null,
    mendedFormula: () => null,
    finding: (equation) => String(equation),
  });
  return groups.map((group) => group.headline.replace(/可解释 \d+ 项/, '可解释 n 项'));
}

it.each([
  ['000.xlsx', []],
  ['001.xlsx', ['疑似 3360.00 元 两处归类不同：表1!D11、D16、表4!D11、D16 为一侧，表5!C9 为另一侧，可解释 n 项不符：请核对这笔金额应归入哪一行，再改正其中一侧']],
  ['002.xlsx', [
    '疑似 表4!F8 有误：65200.00 应为 55200.00（一位数字录错），可解释 n 项不符',
    '疑似 表6!E16、H16 漏计 E18 行 20200.00：应为 425400.00 / 370200.00，可解释 n 项不符',
  ]],
  ['003.xlsx', [
    '疑似 公开01表!D24 漏填：应为 22.85，可解释 n 项不符',
    '疑似 公开04表!B31 有误：4537.58 应为 0.00（此处不应有数），可解释 n 项不符',
  ]],
])('%s', async (file, expected) => {
  expect(await headlines(file)).toEqual(expected);
});
