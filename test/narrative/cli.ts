/**
 * npm run narrative                          a line a document of test/fixtures: figures proved, wrong, unchecked
 * npm run narrative -- FOLDER                the same for a folder with NAME.xlsx and narrative/NAME.txt
 * npm run narrative -- --generated 1000 [N]  prose written from generated budgets (seeds from N): false findings, rewordings, single mistakes by kind
 */
import { figures } from './figures';
import { measure } from './measure';

const [first, ...rest] = process.argv.slice(2);
if (first === '--generated') measure(Number(rest[0] ?? 100), Number(rest[1] ?? 0));
else await figures(first ?? 'test/fixtures');
