/** What the plug-in adds to Lightroom's menus: Library > Plug-in Extras. */
export interface MenuItem {
  readonly title: string;
  /** The Lua file that Lightroom runs, which calls the function of this name. */
  readonly action: string;
  readonly enabledWhen: 'photosSelected' | 'photosAvailable';
}

export const MENU = [
  {
    title: '$$$/Calm/Menu/Score=CALM: Score selected',
    action: 'scoreSelected',
    enabledWhen: 'photosSelected',
  },
  {
    title: '$$$/Calm/Menu/Explain=CALM: Explain this score^.',
    action: 'explain',
    enabledWhen: 'photosSelected',
  },
  {
    title: '$$$/Calm/Menu/Changed=CALM: Mark what has changed since',
    action: 'markChanged',
    enabledWhen: 'photosAvailable',
  },
  {
    title: '$$$/Calm/Menu/Teach=CALM: Teach my taste^.',
    action: 'teach',
    enabledWhen: 'photosSelected',
  },
  {
    title: '$$$/Calm/Menu/Collections=CALM: Make smart collections',
    action: 'makeCollections',
    enabledWhen: 'photosAvailable',
  },
  {
    title: '$$$/Calm/Menu/Clear=CALM: Clear CALM fields^.',
    action: 'clearFields',
    enabledWhen: 'photosSelected',
  },
] as const satisfies readonly MenuItem[];
