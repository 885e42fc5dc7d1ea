/** `gouji rollup`: a department's workbook against the workbooks of its units. */
export { rollup } from './rollup';
