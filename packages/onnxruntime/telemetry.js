'use strict';
/**
 * Since 1.29 the official builds of ONNX Runtime report each process and session to Microsoft over HTTPS on Linux
 * and macOS, and keep a device identifier in the user's cache folder. ORT_DISABLE_TELEMETRY=1, read once when the
 * runtime is initialised, is its only complete switch.
 * On Windows the variable does nothing: events go to the system's own tracing, which records them only where somebody
 * has started a trace session.
 */
const { isMainThread } = require('node:worker_threads');

const SWITCH = 'ORT_DISABLE_TELEMETRY';

/**
 * Switches the reporting off for this process. Must run before the runtime is initialised.
 *
 * @throws Error with the code `ERR_ORT_TELEMETRY`, in a worker thread that has a copy of the environment, where the switch cannot be set: nothing may run
 *   with the reporting on.
 */
exports.switchTelemetryOff = () => {
  process.env[SWITCH] = '1';
  if (process.platform === 'win32' || isMainThread || processEnvironment()[SWITCH] === '1') return;
  const error = new Error(
    `ONNX Runtime would report its use to Microsoft, and a worker thread with a copy of the environment cannot stop it. ` +
      `Start the worker with { env: SHARE_ENV }, or the process with ${SWITCH}=1.`,
  );
  throw Object.assign(error, { code: 'ERR_ORT_TELEMETRY' });
};

/** What native code sees. In a worker thread, process.env is usually a copy that native code never sees. */
function processEnvironment() {
  const { excludeNetwork } = process.report;
  process.report.excludeNetwork = true;
  try {
    return process.report.getReport().environmentVariables;
  } finally {
    process.report.excludeNetwork = excludeNetwork;
  }
}
