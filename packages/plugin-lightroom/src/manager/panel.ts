/** What the Plug-in Manager shows: whether the engine is there, and the settings. */
import { told, type Answer } from '../answer';
import { call, connect, type Connection } from '../engine/connection';
import { start } from '../engine/start';
import { keep, settings } from '../settings';

const LrTasks = lrImport('LrTasks');
const LrView = lrImport('LrView');

const WIDTH_IN_CHARS = 60;

export function startDialog(this: void, shown: LrPropertyTable): void {
  const { startEngine, profile, suggest } = settings();
  shown['startEngine'] = startEngine;
  shown['suggest'] = suggest;
  shown['profile'] = profile;
  shown['profiles'] = profileItems(profile, []);
  test(shown);
}

export function endDialog(this: void, shown: LrPropertyTable): void {
  keep({
    startEngine: shown['startEngine'] === true,
    suggest: shown['suggest'] === true,
    profile: tostring(shown['profile'] ?? ''),
  });
}

export function sectionsForTopOfDialog(
  this: void,
  view: LrViewFactory,
  shown: LrPropertyTable,
): LrSection[] {
  const { bind } = LrView;
  return [
    {
      title: LOC('$$$/Calm/Manager/Engine=Engine'),
      bind_to_object: shown,
      spacing: 8,
      1: view.static_text({
        title: bind('status'),
        wrap: true,
        width_in_chars: WIDTH_IN_CHARS,
        height_in_lines: 3,
      }),
      2: view.row({
        spacing: 8,
        1: view.push_button({
          title: LOC('$$$/Calm/Manager/Test=Test'),
          action: () => test(shown),
        }),
        2: view.push_button({
          title: LOC('$$$/Calm/Manager/Start=Start the engine'),
          action: () => startNow(shown),
          enabled: bind('absent'),
        }),
      }),
      3: view.checkbox({
        title: LOC(
          '$$$/Calm/Manager/StartEngine=Start the engine when it is needed and not running',
        ),
        value: bind('startEngine'),
      }),
    },
    {
      title: LOC('$$$/Calm/Manager/Scores=Scores'),
      bind_to_object: shown,
      spacing: 8,
      1: view.row({
        1: view.static_text({
          title: LOC('$$$/Calm/Manager/Profile=My score is that of the profile:'),
        }),
        2: view.popup_menu({ value: bind('profile'), items: bind('profiles') }),
      }),
      2: view.checkbox({
        title: LOC(
          '$$$/Calm/Manager/Suggest=Also look for what would make it better (takes about ten times as long)',
        ),
        value: bind('suggest'),
      }),
      3: view.static_text({
        title: LOC(
          '$$$/Calm/Manager/Fields=CALM writes into fields of its own only. They live in this catalogue, not in your files.',
        ),
        wrap: true,
        width_in_chars: WIDTH_IN_CHARS,
      }),
    },
  ];
}

/** Looks for the engine; the panel shows what comes of it. */
function test(shown: LrPropertyTable): void {
  shown['absent'] = false;
  shown['status'] = LOC('$$$/Calm/Manager/Looking=Looking for the engine^.');
  LrTasks.startAsyncTask(() => show(shown, connect()));
}

function startNow(shown: LrPropertyTable): void {
  shown['absent'] = false;
  shown['status'] = LOC('$$$/Calm/Manager/Starting=Starting the engine^.');
  LrTasks.startAsyncTask(() => show(shown, start()));
}

function show(shown: LrPropertyTable, connection: Answer<Connection>): void {
  if (!connection.ok) {
    shown['absent'] = connection.failure.code === 'engine-absent';
    shown['status'] = told(connection.failure);
    return;
  }
  const { engine, stamps, tastes } = connection.value.discovery;
  shown['status'] = LOC(
    '$$$/Calm/Manager/Found=CALM ^1 answers on ^2, with the model ^3.',
    engine.version,
    connection.value.url,
    stamps.model.id,
  );
  if (!tastes) return;
  const known = call(connection.value, 'taste/profiles', {});
  if (!known.ok) return;
  const names = known.value.profiles.map(({ name }) => name);
  shown['profiles'] = profileItems(tostring(shown['profile']), names);
}

/** Also the chosen one, where the engine does not tell of it. */
function profileItems(chosen: string, names: readonly string[]): LrMenuItem[] {
  const items: LrMenuItem[] = [{ title: LOC('$$$/Calm/Manager/NoProfile=Nobody'), value: '' }];
  for (const name of names) items.push({ title: name, value: name });
  if (chosen !== '' && !names.includes(chosen)) items.push({ title: chosen, value: chosen });
  return items;
}
