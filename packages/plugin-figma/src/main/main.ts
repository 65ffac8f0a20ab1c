/** The main thread: reads and writes the document, as the panel asks. Draws nothing and sends nothing by itself. */
import type { Call, CallName, Calls, Event, Reply } from '../messages.js';
import { annotate, removeAnnotations } from './annotate.js';
import { CallFailed, errorOf } from './call-failed.js';
import { exportPicture } from './export-picture.js';
import { makeFix } from './fixes/index.js';
import { findFrame, findLayer, framesOf, refOf, selectionOf } from './frames.js';
import { ignore, readIgnored, unignore } from './ignored.js';
import { imagesOf } from './images.js';
import { readLayout } from './read-layout.js';
import { keepSettings, readSettings } from './settings.js';
import { watch, watchFrame } from './watch.js';

type Handlers = {
  readonly [Name in CallName]: (
    params: Calls[Name]['params'],
  ) => Calls[Name]['result'] | Promise<Calls[Name]['result']>;
};

const handlers: Handlers = {
  async open() {
    return {
      selection: selectionOf(figma.currentPage.selection),
      settings: await readSettings(),
      ignored: readIgnored(),
      fileName: figma.root.name,
      writable: figma.mode !== 'inspect' && figma.editorType === 'figma',
    };
  },
  async read({ frame: id, side }) {
    const frame = await findFrame(id);
    const layout = await readLayout(frame);
    // Before the picture is made: a change in the midst of it is one that the panel must hear of.
    watchFrame(id, layout.nodes);
    return { frame: refOf(frame), layout, picture: await exportPicture(frame, side) };
  },
  async images({ frame }) {
    return imagesOf(await findFrame(frame));
  },
  page() {
    return framesOf(figma.currentPage);
  },
  async show({ nodes }) {
    const layers = await Promise.all(nodes.map(findLayer));
    await toPageOf(layers);
    figma.currentPage.selection = layers;
    figma.viewport.scrollAndZoomIntoView(layers);
    return undefined;
  },
  async component({ node: id }) {
    const instance = instanceAround(await findLayer(id));
    const component = await instance?.getMainComponentAsync();
    if (instance === undefined || component === null || component === undefined) {
      throw new CallFailed('gone', 'Its component is not there any more.');
    }
    if (component.remote) return { library: component.name };
    await toPageOf([component]);
    figma.currentPage.selection = [component];
    figma.viewport.scrollAndZoomIntoView([component]);
    return {};
  },
  async fix({ fix }) {
    await makeFix(fix);
    return undefined;
  },
  async annotate({ frame, marks }) {
    await annotate(frame, marks);
    return undefined;
  },
  unannotate() {
    const removed = removeAnnotations();
    if (removed > 0) figma.commitUndo();
    return { removed };
  },
  ignore,
  unignore,
  async keep(settings) {
    await keepSettings(settings);
    return undefined;
  },
};

figma.showUI(__html__, { width: 400, height: 680, themeColors: true });
figma.ui.onmessage = (message: Call) => {
  void answer(message);
};
figma.on('selectionchange', () => {
  tell({ event: 'selection', selection: selectionOf(figma.currentPage.selection) });
});
watch((frame) => {
  tell({ event: 'changed', frame });
});

async function answer(message: Call): Promise<void> {
  try {
    const result = await run(message);
    reply({ id: message.id, result });
  } catch (error) {
    reply({ id: message.id, error: errorOf(error) });
  }
}

/** The handler of a call takes the params of that call. */
function run<Name extends CallName>({ call, params }: Call & { readonly call: Name }) {
  const handler = handlers[call];
  return handler(params);
}

function reply(message: Reply): void {
  figma.ui.postMessage(message);
}

function tell(event: Event): void {
  figma.ui.postMessage(event);
}

async function toPageOf([first]: readonly SceneNode[]): Promise<void> {
  for (let at: BaseNode | null = first ?? null; at !== null; at = at.parent) {
    if (at.type === 'PAGE') {
      if (at.id !== figma.currentPage.id) await figma.setCurrentPageAsync(at);
      return;
    }
  }
}

/** The innermost instance that a layer is, or is in. */
function instanceAround(node: BaseNode): InstanceNode | undefined {
  for (let at: BaseNode | null = node; at !== null; at = at.parent) {
    if (at.type === 'INSTANCE') return at;
  }
  return undefined;
}
