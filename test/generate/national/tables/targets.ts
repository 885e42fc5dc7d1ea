import { Sheet } from '../../grid';
import { FISCAL, SOURCES } from '../ledger';
import { total, type Select } from '../select';
import { rounded, type Writer } from '../writer';

/** 项目支出绩效目标表: one form a project, always in 万元; 总额 = 财政拨款 + 其他资金. */
export function targets(writer: Writer, title: string, taken: number): Sheet[] {
  const { ledger } = writer;
  const base: Select = { side: 'expense', natures: ['project'], carried: false };
  const list = ledger.projects.flatMap((p, i) => (total(ledger, { ...base, project: i }) > 0 ? [{ ...p, i }] : [])).slice(0, 3);
  return list.map((project, n) => {
    const sheet = new Sheet(`${title.slice(0, 20)}-${taken + n + 1}`);
    sheet.set(0, 0, title);
    sheet.set(1, 0, `（${ledger.year}年度）`);
    ['项目名称', null, project.name].forEach((text, c) => sheet.set(2, c, text));
    ['主管部门', null, ledger.name, '实施单位', ledger.units[project.unit].name].forEach((text, c) => sheet.set(3, c, text));
    sheet.set(4, 0, '项目资金（万元）');
    sheet.merge(4, 0, 6, 1);
    const select: Select = { ...base, project: project.i };
    const lines: readonly (readonly [string, Select])[] = [
      ['年度资金总额：', select],
      ['其中：财政拨款', { ...select, sources: FISCAL }],
      ['其他资金', { ...select, sources: SOURCES.filter((s) => !FISCAL.includes(s)) }],
    ];
    const cells = lines.map(([label, which], i) => {
      const step = writer.place.furniture.unit === 'wan2' ? 10_000 : 1;
      const printed = rounded(total(ledger, which), step);
      sheet.set(4 + i, 2, label);
      sheet.set(4 + i, 4, (printed * step) / 1_000_000);
      return writer.amounts.push({ sheet: sheet.name, row: 4 + i, column: 4, concept: 'targets', key: null, printed, step, decimals: step === 1 ? 6 : 2, blank: false }) - 1;
    });
    writer.relate('column', cells);
    sheet.set(7, 0, '总体目标');
    sheet.set(7, 1, `完成${project.name}各项任务，保障业务正常开展。`);
    ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值'].forEach((text, c) => sheet.set(8, c, text));
    ['产出指标', '数量指标', '完成任务数量', '≥12项'].forEach((text, c) => sheet.set(9, c + 1, text));
    ['产出指标', '质量指标', '验收合格率', '≥95%'].forEach((text, c) => sheet.set(10, c + 1, text));
    ['满意度指标', '服务对象满意度指标', '服务对象满意度', '≥90%'].forEach((text, c) => sheet.set(11, c + 1, text));
    return sheet;
  });
}
