import type { Random } from '../random';
import type { Project, Unit } from './ledger';

/** Names of bodies and projects, and local economic details below the chart's five digits. */

const CITIES = ['青川市', '临江市', '云溪市', '平湖市', '海宁市', '永安市', '石林县', '长丰县', '东港区', '南湖区', '宁远县', '江北区', '桐城市', '武陵区'];
const BODIES = ['审计局', '水利局', '司法局', '医疗保障局', '气象局', '信访局', '民政局', '财政局', '农业农村局', '交通运输局', '卫生健康委员会', '人民政府办公室', '总工会', '残疾人联合会', '文化和旅游局', '统计局'];
const PARTS = ['信息中心', '综合行政执法支队', '服务中心', '培训中心', '事务中心', '监测站', '保障中心', '档案馆', '学校', '研究所'];
const WORK = ['信息化建设及运行维护', '业务工作经费', '大厅运行经费', '宣传培训', '办公用房维修', '专项调查', '设备购置', '法律顾问服务', '课题研究', '困难群众救助', '公务用车统管', '档案整理', '安全生产', '对口帮扶', '规划编制'];

/** 五位科目 → local seven-digit codes, as some places print them. */
export const DETAILS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['30102', [['3010201', '规范性津贴补贴'], ['3010202', '改革性补贴'], ['3010299', '其他津贴补贴']]],
  ['30103', [['3010301', '年终一次性奖金'], ['3010302', '基础绩效奖']]],
  ['30107', [['3010701', '基础性绩效工资'], ['3010702', '奖励性绩效工资']]],
  ['30302', [['3030201', '退休人员生活补贴'], ['3030299', '其他退休费']]],
  ['30211', [['3021101', '市内差旅费'], ['3021102', '市外差旅费']]],
];

export function drawNames(random: Random, level: 'unit' | 'department', count: number): { name: string; units: Unit[]; projects: Project[] } {
  const city = random.pick(CITIES);
  const body = `${city}${random.pick(BODIES)}`;
  const prefix = String(random.int(101, 399));
  const parts = random.sample(PARTS, count);
  const own = level === 'unit' && random.chance(0.5);
  const units = Array.from({ length: count }, (_, i): Unit => {
    const organ = own || (level === 'department' && i === 0);
    const name = organ ? (level === 'unit' ? body : `${body}${random.pick(['', '（本级）', '机关'])}`) : `${city}${body.slice(city.length).replace(/局$|委员会$|办公室$/, '')}${parts[i]}`;
    return { name, code: `${prefix}${String(i + 1).padStart(3, '0')}`, kind: organ ? 'organ' : 'institution' };
  });
  const work = random.sample(WORK, WORK.length);
  const projects: Project[] = units.flatMap((unit, u) =>
    Array.from({ length: u === 0 ? 3 : random.int(1, 2) }, (_, i): Project => ({ name: `${u === 0 ? '' : unit.name.slice(-4)}${work[(u * 3 + i) % work.length]}`, unit: u })),
  );
  return { name: level === 'unit' ? units[0].name : body, units, projects };
}
