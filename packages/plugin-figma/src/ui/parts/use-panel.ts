import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Panel, State } from '../panel.js';

export const PanelContext = createContext<Panel | undefined>(undefined);

/** The panel, and its state, which draws the part again when it changes. */
export function usePanel(): { readonly panel: Panel; readonly state: State } {
  const panel = useContext(PanelContext);
  if (panel === undefined) throw new Error('This part is drawn outside the panel.');
  const [state, setState] = useState(panel.state);
  useEffect(() => {
    setState(panel.state);
    return panel.subscribe(() => {
      setState(panel.state);
    });
  }, [panel]);
  return { panel, state };
}
