/**
 * npm test: lint, types, unit and contract tests, the build, browser tests; quiet when green. Ends with one plain line
 * "N passed, N failed". `--only unit` (lint, types, unit, build, browser; comma-separated) runs a part.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = join(root, 'test', 'artifacts', 'reports');
mkdirSync(reports, { recursive: true });
const bin = (path) => join(root, 'node_modules', path);
const wanted = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;
const totals = { passed: 0, failed: 0 };

function node(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env } });
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(parts).toString('utf8') }));
  });
}

/** A step that passes or fails as a whole. */
async function step(name, args) {
  if (wanted && !wanted.includes(name)) return true;
  const started = Date.now();
  const { ok, output } = await node(args);
  totals[ok ? 'passed' : 'failed']++;
  report(name, ok, started, ok ? '' : output);
  return ok;
}

/** A step of many tests, counted from vitest's own report. */
async function tests(name, config, env) {
  if (wanted && !wanted.includes(name)) return;
  const started = Date.now();
  const file = join(reports, `${name}.json`);
  rmSync(file, { force: true });
  const { ok, output } = await node([bin('vitest/vitest.mjs'), 'run', '--config', config, '--reporter=json', `--outputFile=${file}`], env);
  let result = null;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No report: the runner itself broke; its output says why.
  }
  const passed = result?.numPassedTests ?? 0;
  const failed = result ? result.numFailedTests + result.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length : 1;
  totals.passed += passed;
  // A runner that fails although no test did (an unhandled error) is a failure too, and so is a run of nothing.
  totals.failed += failed || (ok && passed > 0 ? 0 : 1);
  const broken = (result?.testResults ?? []).flatMap((f) => [
    ...(f.status === 'failed' && f.assertionResults.length === 0 ? [`${f.name}\n${f.message}`] : []),
    ...f.assertionResults.filter((a) => a.status === 'failed').map((a) => `${f.name}\n  ${a.fullName}\n${a.failureMessages.join('\n')}`),
  ]);
  report(`${name} (${passed})`, ok && failed === 0 && passed > 0, started, broken.length > 0 ? broken.join('\n\n') : ok ? '' : output);
}

function report(name, ok, started, output) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (output) console.log(output);
}

// Each of the three keeps one processor busy; the tests want the machine to themselves.
const [, , isBuilt] = await Promise.all([
  step('lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']),
  step('types', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.']),
  step('build', [bin('webpack-cli/bin/cli.js'), '--mode', 'production']),
]);
await tests('unit', 'vitest.config.ts');
if (isBuilt) await tests('browser', 'vitest.browser.config.ts', { GOUJI_BUILT: '1' });
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
