/** A Chromium with the built plugin in it, as it lies in Figma: the panel in a sandboxed frame, the main thread in the page around it. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { build } from 'esbuild';
import type { Started } from './browser/parent.js';

const here = import.meta.dirname;
const dist = path.resolve(here, '../dist');

/** The port that the built panel asks on. */
const PORT = 7474;
const PUBLIC_HOST = 'figma.example';

export interface StageOptions {
  /** The page around the panel is one of the public web, as figma.com is, so that the browser guards what is on this computer. */
  readonly isPublic?: boolean;
  /** What the person reads. */
  readonly language?: string;
}

export interface StartOptions {
  readonly permissions?: readonly string[];
  /** Where the engine listens, for a test must not take the port that everybody's engine has. */
  readonly port?: number;
}

export class Stage implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #url: string;

  private constructor(browser: Browser, server: Server, url: string) {
    this.#browser = browser;
    this.#server = server;
    this.#url = url;
  }

  static async open({ isPublic = false, language = 'en-US' }: StageOptions = {}): Promise<Stage> {
    const script = await build({
      entryPoints: [path.join(here, 'browser/parent.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><body style="margin: 0"><script>${script.outputFiles[0]!.text.replaceAll('</script', '<\\/script')}</script>`,
      );
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const url = `http://${isPublic ? PUBLIC_HOST : '127.0.0.1'}:${port}`;
    const args = isPublic
      ? [
          `--host-resolver-rules=MAP ${PUBLIC_HOST} 127.0.0.1`,
          `--ip-address-space-overrides=127.0.0.1:${port}=public`,
          `--unsafely-treat-insecure-origin-as-secure=${url}`,
        ]
      : [];
    args.push(`--accept-lang=${language}`);
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--font-render-hinting=none', ...args],
    });
    return new Stage(browser, server, url);
  }

  /** Figma with a document open, and the plugin started. */
  async start(
    started: Omit<Started, 'html' | 'main' | 'theme'> & Partial<Pick<Started, 'theme'>>,
    { permissions = [], port = 1 }: StartOptions = {},
  ): Promise<Played> {
    const context = await this.#browser.newContext({ viewport: { width: 420, height: 720 } });
    if (permissions.length > 0) await context.grantPermissions([...permissions]);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(this.#url);
    const [html, main] = await Promise.all(
      ['ui.html', 'main.js'].map((name) => readFile(path.join(dist, name), 'utf8')),
    );
    await page.evaluate(
      (what) => {
        window.start(what);
      },
      {
        theme: 'light' as const,
        ...started,
        html: html!.replaceAll(String(PORT), String(port)),
        main: main!,
      },
    );
    return new Played(context, page, problems);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** One document, and the plugin in it. */
export class Played implements AsyncDisposable {
  readonly page: Page;
  readonly panel: FrameLocator;
  /** Errors that nobody caught. */
  readonly problems: readonly string[];
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, page: Page, problems: readonly string[]) {
    this.#context = context;
    this.page = page;
    this.panel = page.frameLocator('iframe');
    this.problems = problems;
  }

  /** Selects layers by their names. */
  async select(...names: readonly string[]): Promise<void> {
    await this.page.evaluate((all) => {
      window.double.select(...all.map((name) => window.double.named(name).id));
    }, names);
  }

  async critique(name: string): Promise<void> {
    await this.select(name);
    await this.panel.getByRole('button', { name: /^(?:Critique|Beurteilen)$/u }).click();
    await this.panel.locator('main[data-screen="critique"]').waitFor();
  }

  /** What the panel lists. */
  async findings(): Promise<{ rule: string; nodes: string[]; title: string; text: string }[]> {
    return this.panel.locator('.finding').evaluateAll((items) =>
      items.map((item) => ({
        rule: item.getAttribute('data-rule') ?? '',
        nodes: (item.getAttribute('data-nodes') ?? '').split(' '),
        title: item.querySelector('h2')?.textContent ?? '',
        text: item.textContent ?? '',
      })),
    );
  }

  /** Makes the panel as high as what it holds, for a picture of it. */
  async fit(): Promise<void> {
    const height = await this.panel.locator('#panel').evaluate((panel) => {
      panel.style.minHeight = '0';
      return Math.min(panel.scrollHeight, 1400);
    });
    await this.page.setViewportSize({ width: 400, height });
    await this.page.locator('iframe').evaluate((frame, to) => {
      frame.style.height = `${to}px`;
    }, height);
    // Drawn anew before a picture is taken.
    await this.panel.locator('#panel').evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context.close();
  }
}
