import type { Random } from '../random';

const PLACES = ['莲湖区', '高陵区', '长安区', '鄠邑区', '阎良区', '子洲县', '榆阳区', '宝塔区', '城固县', '汉滨区', '商州区', '王益区'];
const MATTERS = [
  '医疗保障', '教育', '民政', '水利', '农业农村', '文化和旅游', '自然资源', '交通运输', '应急管理', '卫生健康', '退役军人事务', '住房保障',
  '林业', '统计', '审计', '档案', '气象服务', '科学技术', '粮食和物资储备', '生态环境', '城市管理', '市场监督管理', '人力资源', '体育',
];
const SUFFIXES = ['服务中心', '管理站', '事务中心', '执法大队', '信息中心', '保障中心', '监测站', '培训中心', '研究所', '技术推广站', '综合保障所', '管理处', '图书馆'];
const WORK = ['业务运转', '信息化建设', '宣传培训', '设备更新', '档案管理', '监督检查', '专项整治', '困难群众帮扶', '基础设施维护', '课题研究', '试点示范', '便民服务'];

/** A 主管部门, for instance 西安市莲湖区医疗保障局. */
export function departmentName(random: Random, index: number): string {
  return `西安市${PLACES[index % PLACES.length]}${random.pick(MATTERS)}局`;
}

/** The units below it; every name occurs once. */
export function unitNames(department: string, count: number): string[] {
  const place = department.slice(0, 6);
  const result = [`${department}（本级）`];
  for (let i = 0; result.length < count; i++) {
    const matter = MATTERS[i % MATTERS.length];
    const suffix = SUFFIXES[Math.floor(i / MATTERS.length) % SUFFIXES.length];
    const round = Math.floor(i / (MATTERS.length * SUFFIXES.length));
    result.push(`${place}${matter}${suffix}${round === 0 ? '' : `第${round + 1}分站`}`);
  }
  return result;
}

/** A project's name; with the unit's short name in it, so that it occurs once in the workbook. */
export function projectName(unitName: string, index: number): string {
  const short = unitName.replace(/^西安市/, '').replace(/（本级）$/, '');
  const round = Math.floor(index / WORK.length);
  return `${short}${WORK[index % WORK.length]}经费${round === 0 ? '' : `（${round + 1}期）`}`;
}
