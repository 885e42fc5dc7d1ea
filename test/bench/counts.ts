/** The counted half of npm run bench: round trips and bytes through the real office.js. */
import { benchExcelHost } from './excelHost';

console.log('Excel：往返次数与字节 / Round trips and bytes through office.js');
console.table(await benchExcelHost());
