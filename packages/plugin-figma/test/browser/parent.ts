/** The page around the panel, in place of Figma: the double, the built main thread, and the panel in a frame without an origin. */
import type { DocumentData } from '../figma/document.js';
import { FigmaDouble } from '../figma/double.js';
import { drawPng } from '../figma/draw.js';
import { byCanvas } from '../figma/measure.js';

export interface Started {
  readonly document: DocumentData;
  readonly html: string;
  readonly main: string;
  readonly theme: 'light' | 'dark';
  readonly readOnly?: boolean;
  readonly missingFonts?: readonly string[];
  readonly settings?: unknown;
}

declare global {
  interface Window {
    start(what: Started): void;
    double: FigmaDouble;
    /** Lets what waits in a test go on. */
    goOn?: () => void;
  }
}

/** What Figma puts before a panel with `themeColors`, as far as the panel uses it. */
const THEMES = {
  light: {
    bg: '#ffffff',
    'bg-secondary': '#f5f5f5',
    'bg-brand': '#0d99ff',
    text: '#000000e5',
    'text-disabled': '#0000004d',
    'text-brand': '#007be5',
    'text-onbrand': '#ffffff',
    border: '#e6e6e6',
  },
  dark: {
    bg: '#2c2c2c',
    'bg-secondary': '#383838',
    'bg-brand': '#0c8ce9',
    text: '#ffffff',
    'text-disabled': '#ffffff66',
    'text-brand': '#7cc4f8',
    'text-onbrand': '#ffffff',
    border: '#444444',
  },
};

window.start = ({ document: data, html, main, theme, settings, readOnly, missingFonts }) => {
  const variables = Object.entries(THEMES[theme])
    .map(([name, value]) => `--figma-color-${name}: ${value};`)
    .join(' ');
  const themed = html
    .replace('<html lang="en">', `<html lang="en" class="figma-${theme}">`)
    .replace('<head>', () => `<head><style>:root { ${variables} }</style>`);
  const context = document.createElement('canvas').getContext('2d')!;
  const double = new FigmaDouble(data, {
    measure: byCanvas(context),
    draw: drawPng,
    show: (_html, { width, height }) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts', 'allow-downloads', 'allow-forms');
      frame.allow = 'clipboard-write; loopback-network; local-network-access';
      frame.style.cssText = `width: ${width ?? 300}px; height: ${height ?? 200}px; border: 0`;
      frame.srcdoc = themed;
      document.body.append(frame);
      window.addEventListener(
        'message',
        ({ source, data: message }: MessageEvent<{ pluginMessage?: unknown }>) => {
          if (source === frame.contentWindow && message.pluginMessage !== undefined) {
            double.receive(message.pluginMessage);
          }
        },
      );
      return (message) => frame.contentWindow?.postMessage({ pluginMessage: message }, '*');
    },
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(missingFonts === undefined ? {} : { missingFonts }),
  });
  if (settings !== undefined) double.stored.set('settings', settings);
  window.double = double;
  // What a main thread has: the API, its page, and nothing of a browser.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- Figma evaluates it, too
  const run = new Function('figma', '__html__', 'window', 'document', 'fetch', main) as (
    figma: PluginAPI,
    html: string,
  ) => void;
  run(double.api, html);
};
