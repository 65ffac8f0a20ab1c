/**
 * Compares the public API with the report in packages/core/api, so that a change of it shows in review.
 *
 *   node scripts/api-report.mjs            fails where they differ
 *   node scripts/api-report.mjs --update   writes the report anew
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root, setUp } from './set-up.mjs';

const projectFolder = path.join(root, 'packages/core');
const reportFolder = path.join(projectFolder, 'api');
const update = process.argv.includes('--update');

await setUp({ forDevelopment: true });
mkdirSync(reportFolder, { recursive: true });
const extractorConfig = ExtractorConfig.prepare({
  packageJsonFullPath: path.join(projectFolder, 'package.json'),
  configObjectFullPath: undefined,
  configObject: {
    projectFolder,
    mainEntryPointFilePath: path.join(projectFolder, 'dist/index.d.ts'),
    newlineKind: 'lf',
    compiler: { tsconfigFilePath: path.join(projectFolder, 'tsconfig.json') },
    apiReport: {
      enabled: true,
      reportFileName: 'core.api.md',
      reportFolder,
      reportTempFolder: path.join(root, '.tools/api'),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      // The linter and typedoc judge comments; this report is about the shape alone.
      tsdocMessageReporting: { default: { logLevel: 'none' } },
      extractorMessageReporting: {
        default: { logLevel: 'none' },
        // A type that the API uses and does not export cannot be named by those who need it: the report shows it.
        'ae-forgotten-export': { logLevel: 'warning', addToApiReportFile: true },
      },
      compilerMessageReporting: { default: { logLevel: 'error' } },
    },
  },
});

const { succeeded, apiReportChanged } = Extractor.invoke(extractorConfig, {
  localBuild: update,
  showVerboseMessages: false,
});

if (apiReportChanged && !update) {
  console.error(
    'The public API has changed. If that is meant: npm run api, and commit packages/core/api.',
  );
}
process.exitCode = succeeded ? 0 : 1;
