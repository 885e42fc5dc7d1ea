/**
 * npm run narrative                          a line a document of test/fixtures: figures proved, wrong, unchecked
 * npm run narrative -- FOLDER                the same for a folder with NAME.xlsx and narrative/NAME.txt
 * npm run narrative -- --generated 1000 [N]  prose written from generated budgets (seeds from N): false findings, rewordings, single mistakes by kind
 * npm run narrative -- --places 5 [N] [NAME]  budgets and final accounts as many places write them (test/narrative/places), so many seeds of each from N
 */
import { figures } from './figures';
import { measure } from './measure';
import { measurePlaces } from './ofPlaces';

const [first, ...rest] = process.argv.slice(2);
if (first === '--generated') measure(Number(rest[0] ?? 100), Number(rest[1] ?? 0));
else if (first === '--places') measurePlaces(Number(rest[0] ?? 5), Number(rest[1] ?? 0), rest[2] ?? '');
else await figures(first ?? 'test/fixtures');
