import { openAudit } from '../taskpane/openAudit';
import { createPageBatch } from './batch/pageBatch';
import { lazyFiles } from './lazyFiles';
import { startWorkbench } from './startWorkbench';

/** The page that needs no Excel. */
const root = document.getElementById('root');
if (root) {
  startWorkbench(root, {
    openAudit,
    batch: createPageBatch(),
    files: lazyFiles,
    loadExample: async () => (await import(/* webpackChunkName: "example" */ './example')).exampleBytes(),
    locale: navigator.language,
  });
}
