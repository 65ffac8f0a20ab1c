/**
 * Why the engine cannot be reached. A page cannot tell an engine that does not run from one that the browser keeps it from (Chrome's local network
 * access): both are a failed request. What can be known is where the panel runs, and what the browser says of the permission; in a frame without an
 * origin it says "denied" whatever holds, so it counts only on pages of the public web.
 */
export async function whyUnreachable(): Promise<'absent' | 'blocked'> {
  if (isDesktop() || !isOnPublicPage()) return 'absent';
  return (await permission()) === 'granted' ? 'absent' : 'blocked';
}

/** Figma's own program asks nobody for leave. */
function isDesktop(): boolean {
  return /\b(?:Figma|Electron)\//u.test(navigator.userAgent);
}

function isOnPublicPage(): boolean {
  // Firefox has no ancestorOrigins, and no such permission either.
  if (!('ancestorOrigins' in location)) return false;
  return [...location.ancestorOrigins].some((origin) => {
    if (!origin.startsWith('http')) return false;
    const { hostname } = new URL(origin);
    return !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname);
  });
}

async function permission(): Promise<PermissionState | 'unknown'> {
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return state;
    } catch (error) {
      // A browser that does not know the permission says so by a TypeError.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return 'unknown';
}
