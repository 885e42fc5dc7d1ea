import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { minimizer, typescript } from './src/build/bundling.mjs';
import { contentPolicy, officeSource } from './src/build/officeSource.mjs';
import { stampPlugin } from './src/build/buildStamp.mjs';
import { noticesPlugin } from './src/build/notices.mjs';
import { manifestFor } from './src/build/manifestHost.mjs';

/**
 * Builds dist/: the pane and the ribbon commands for Excel, the workbench page, the manifest, the command line.
 * GOUJI_HOST (where dist is served) and GOUJI_OFFICE_JS (cdn | cn | self:/path) choose host and source of office.js.
 */
const root = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const resolve = { extensions: ['.tsx', '.ts', '.mjs', '.js'] };

/** What every bundle shares. Source maps are files of their own: the policy forbids eval. */
function common(mode) {
  return {
    mode,
    devtool: mode === 'production' ? false : 'source-map',
    resolve,
    performance: { hints: false },
    optimization: { minimizer },
    stats: 'errors-warnings',
    // pdf.js can start its worker from an address; ours is in the bundle (src/files/pdf/pdfjs.ts) and that line never runs.
    ignoreWarnings: [{ module: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.min\.mjs$/, message: /the request of a dependency is an expression/ }],
  };
}

/** Pages for the browser: classic scripts with relative addresses, so that a page also opens from disk. */
export function pages(mode, { entry, html, copies = [], path = join(root, 'dist') }) {
  const base = common(mode);
  return {
    ...base,
    target: ['web', 'es2020'],
    entry,
    output: { path, filename: '[name].js', chunkFilename: '[name].js', publicPath: 'auto', scriptType: 'text/javascript' },
    module: { rules: [typescript, { test: /\.xlsx$/, type: 'asset/inline' }] },
    optimization: {
      ...base.optimization,
      chunkIds: 'named',
      splitChunks: {
        cacheGroups: {
          default: false,
          defaultVendors: false,
          react: { test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/, name: 'react', chunks: 'initial', enforce: true },
          fluent: { test: /node_modules[\\/](?!react[\\/]|react-dom[\\/]|scheduler[\\/]|use-sync-external-store[\\/])/, name: 'fluent', chunks: 'initial', minChunks: 2 },
          // The page of the ribbon commands stays as small as it is: its functions have to be named at once.
          pane: { test: /src[\\/](taskpane|host|audit)[\\/]/, name: 'pane', chunks: (chunk) => chunk.canBeInitial() && chunk.name !== 'commands', minChunks: 2, minSize: 0 },
        },
      },
    },
    plugins: [
      new webpack.DefinePlugin({ 'process.env.NODE_ENV': JSON.stringify(mode) }),
      ...html.map((page) => new HtmlPlugin({ inject: 'body', scriptLoading: 'blocking', minify: false, ...page })),
      ...(copies.length > 0 ? [new CopyPlugin({ patterns: copies })] : []),
    ],
  };
}

function browser(mode) {
  const office = officeSource(process.env.GOUJI_OFFICE_JS);
  const host = process.env.GOUJI_HOST;
  const page = (name, folder, chunks, withOffice) => ({
    filename: `${name}.html`,
    template: `src/${folder}/${name}.html`,
    chunks,
    policy: contentPolicy(withOffice ? office : null),
    officeJs: office.script,
  });
  const config = pages(mode, {
    entry: { taskpane: './src/taskpane/index.tsx', commands: './src/taskpane/commands.ts', workbench: './src/workbench/index.tsx' },
    html: [
      page('taskpane', 'taskpane', ['taskpane'], true),
      page('commands', 'taskpane', ['commands'], true),
      page('workbench', 'workbench', ['workbench'], false),
    ],
    copies: [
      { from: 'src/taskpane/page.css', to: 'page.css' },
      { from: 'assets/*.png', to: 'assets/[name][ext]' },
      { from: 'manifest.xml', to: 'manifest.xml', transform: (text) => manifestFor(text.toString(), host) },
    ],
  });
  config.plugins.push(noticesPlugin(join(root, 'dist')), stampPlugin(join(root, 'dist'), { host, office: process.env.GOUJI_OFFICE_JS }));
  return config;
}

/** The boot line's script stands alone: it has to speak when nothing else loads. */
function boot(mode) {
  return {
    ...common(mode),
    target: ['web', 'es2020'],
    entry: { boot: './src/taskpane/boot/boot.ts' },
    output: { path: join(root, 'dist'), filename: '[name].js' },
    module: { rules: [typescript] },
  };
}

/** dist/cli/gouji.js: one module for Node, executable. */
function commandLine(mode) {
  const file = join(root, 'dist/cli/gouji.js');
  return {
    ...common(mode),
    target: 'node20',
    entry: { gouji: './src/cli/index.ts' },
    experiments: { outputModule: true },
    output: { path: join(root, 'dist/cli'), filename: '[name].js', chunkFilename: '[name].js', module: true, chunkFormat: 'module', library: { type: 'module' } },
    module: { rules: [typescript] },
    plugins: [
      new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
      noticesPlugin(join(root, 'dist')),
      { apply: (compiler) => compiler.hooks.done.tap('executable', (stats) => stats.hasErrors() || chmodSync(file, 0o755)) },
    ],
  };
}

export default (env = {}, argv = {}) => {
  const mode = argv.mode ?? 'production';
  const all = { browser: () => browser(mode), boot: () => boot(mode), cli: () => commandLine(mode) };
  // `--env only=browser,boot` builds these parts.
  const wanted = env.only?.split(',') ?? Object.keys(all);
  return Object.entries(all).filter(([name]) => wanted.includes(name)).map(([, make]) => make());
};
