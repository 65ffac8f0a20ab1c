import { render } from 'preact';
import { App } from './parts/app';
import { Panel } from './panel.js';
import './style.css';

const panel = new Panel(navigator.languages);
document.documentElement.lang = panel.locale;
document.title = panel.words.title;
render(<App panel={panel} />, document.getElementById('panel')!);
void panel.open();
