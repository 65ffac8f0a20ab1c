import type { Words } from './words.js';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const de: Words = {
  title: 'CALM-Kritik',
  decimal: (value, digits) => value.toFixed(digits).replace('.', ','),
  start: {
    critique: 'Beurteilen',
    compare: (n) => `${n} Frames vergleichen`,
    page: 'Die ganze Seite beurteilen',
    selected: 'Ausgewählt',
    nothing: 'Wählen Sie einen Frame aus, oder etwas darin.',
    'no-frame': 'Was ausgewählt ist, liegt in keinem Frame. Wählen Sie einen Frame aus.',
    'too-small': 'Dieser Frame ist zu klein für ein Urteil: weniger als 64 Pixel.',
    privacy:
      'Ebenen werden hier beurteilt. Ein Bild des Frames geht an die CALM-Engine auf diesem Computer, falls eine läuft, und nirgendwohin sonst.',
  },
  working: {
    of: (name, done, total) => `${name}: Frame ${done + 1} von ${total}`,
    one: (name) => `${name} wird angesehen …`,
    cancel: 'Abbrechen',
  },
  back: 'Zurück',
  recheck: 'Erneut prüfen',
  stale: 'Der Frame hat sich seither geändert.',
  error: { title: 'Das ging nicht.', again: 'Noch einmal' },
  banner: {
    connecting: 'Die Engine wird gesucht …',
    connected: (name) => `Engine: ${name}`,
    absent:
      'Hier läuft keine Engine, darum gibt es keine Wertung des Eindrucks. Starten Sie sie: calm serve',
    blocked:
      'Ihr Browser lässt das Panel nicht zur Engine. Erlauben Sie figma.com „Apps auf dem Gerät“, oder nehmen Sie Figmas Desktop-App.',
    unpaired:
      'Erlauben Sie dem Panel, die Engine zu fragen: Führen Sie calm pair in einem Terminal aus, und tippen Sie den Code hier ein.',
    engineOlder:
      'Die Engine ist älter als dieses Panel. Aktualisieren Sie sie: npm install --global @calm-sdk/cli',
    panelOlder: 'Die Engine ist neuer als dieses Panel. Aktualisieren Sie das Plugin.',
    failed: (message) => `Die Engine hat nicht geantwortet: ${message}`,
    again: 'Noch einmal',
    code: 'Code',
    pair: 'Koppeln',
    wrongCode: 'Dieser Code stimmt nicht oder gilt nicht mehr. calm pair gibt einen neuen.',
  },
  summary: {
    all: (findings, must, could) =>
      findings === 0
        ? 'Nichts zu sagen'
        : `${count(findings, 'Befund', 'Befunde')}: ${must} muss · ${could} kann`,
    nothing: (nodes) =>
      `${count(nodes, 'Ebene wurde geprüft, und sie hält', 'Ebenen wurden geprüft, und alle halten')} die Regeln ein: Kontrast, Ziele, Schrift, Abstände, Ausrichtung, Farbe.`,
    nothingChecked: 'Dieser Frame hat keine sichtbaren Ebenen.',
    allIgnored: (n) => `Alles, was gefunden wurde, wird in dieser Datei übergangen (${n}).`,
    noneOfLevel: 'Keine dieser Stufe.',
    since: (gone, added) =>
      `Seit der letzten Prüfung: ${count(gone, 'Befund', 'Befunde')} erledigt, ${added} neu.`,
    isNew: 'neu',
  },
  level: { label: 'Stufe', all: 'Alle', must: 'Muss', could: 'Kann' },
  view: {
    label: 'Ansicht',
    pins: 'Pins',
    grid: 'Raster',
    contrast: 'Kontrast',
    protan: 'Protanopie',
    deutan: 'Deuteranopie',
    tritan: 'Tritanopie',
    heat: 'Heatmap',
    heatMissing: 'Die Heatmap kommt von der Engine.',
    picture: (name) => `Bild von ${name}`,
    pin: (number, title) => `Befund ${number}: ${title}`,
    heatLegend: 'Grün hebt den Eindruck, Rot senkt ihn.',
    contrastLegend: 'Text, der WCAG AA verfehlt, ist rot.',
    gridLegend: 'Spalten des Frames, und die Kanten, die Ebenen teilen.',
  },
  finding: {
    must: 'Muss',
    could: 'Kann',
    layers: (n) => `und ${count(n, 'weitere Ebene', 'weitere Ebenen')}`,
    preview: 'Vorschau',
    unpreview: 'Vorschau aus',
    apply: 'Anwenden',
    component: 'Zur Komponente',
    inComponent: 'in der Komponente zu beheben',
    inLibrary: (name) =>
      `Die Komponente ${name} liegt in einer anderen Datei, einer Bibliothek. Beheben Sie es dort.`,
    ignore: 'Übergehen',
    ignoreOne: 'Diesen Befund',
    ignoreRule: 'Alle dieser Art in dieser Datei',
    fixed: (what) => `Erledigt: ${what} Einmal „Rückgängig“ nimmt es zurück.`,
    source: (source) => source,
    noFix: 'Keine Änderung, die sicher wäre.',
  },
  fix: {
    colour: (from, to) => `${from} → ${to}`,
    gap: (from, to) => `Abstand ${from} → ${to} px`,
    padding: (from, to) => `Innenabstand ${from} → ${to} px`,
    move: (n) => `verschiebt ${count(n, 'Ebene', 'Ebenen')}`,
    size: (width, height) => `→ ${width} × ${height} px`,
    fontSize: (from, to) => `Schrift ${from} → ${to} px`,
    component: 'in der Komponente',
    image: 'das Bild in dieser Ebene',
  },
  impression: {
    title: 'Eindruck',
    asking: 'Die Engine wird gefragt …',
    missing: 'Ohne Engine keine Wertung. Was oben steht, braucht keine.',
    failed: (message) => `Keine Wertung: ${message}`,
    value: (value, low, high) => `${value} von 10, wahrscheinlich ${low} bis ${high}`,
    percentile: (percent, size, kind) => `besser als ${percent} % von ${size} ${kind}`,
    kinds: { interface: 'Webseiten', photograph: 'Fotografien', artwork: 'Kunstwerken' },
    abstained: 'Die Engine kennt nichts wie diesen Frame, und gibt keine Wertung.',
    meaning:
      'Wie sehr Menschen Seiten mögen, die so aussehen: eine Schätzung allein aus dem Bild, kein Urteil über den Entwurf.',
    reasons: 'Was ihn hebt und senkt',
    agree: 'Gefällt er Ihnen?',
    up: 'Gefällt mir',
    down: 'Gefällt mir nicht',
    taught: (profile) => `Ihre Antworten lehren das Geschmacksprofil „${profile}“.`,
    photos: 'Fotografien in diesem Frame',
    photo: (value) => `${value} von 10`,
    photoFine: 'So lassen: Keine Bearbeitung, die versucht wurde, macht es besser.',
  },
  footer: {
    ignored: (n) => `${n} übergangen`,
    restore: 'Wiederherstellen',
    ruleIgnored: (title) => `Alle der Art: ${title}`,
    copy: 'Kopieren',
    copied: 'Als Markdown kopiert.',
    export: 'Exportieren',
    annotate: 'Einzeichnen',
    unannotate: 'Zeichen entfernen',
    annotated: (n) => `${count(n, 'Befund', 'Befunde')} auf der Zeichenfläche markiert.`,
    unannotated: (n) =>
      n === 0 ? 'Auf dieser Seite ist nichts eingezeichnet.' : 'Zeichen entfernt.',
  },
  page: {
    name: 'Diese Seite',
    title: (n) => `${count(n, 'Frame', 'Frames')} auf dieser Seite`,
    empty: 'Diese Seite hat keine Frames.',
    across: 'Über Frames hinweg',
    counts: (must, could) => `${must} muss · ${could} kann`,
  },
  compare: {
    name: 'Vergleich',
    title: (n) => `${n} Frames im Vergleich`,
    fewest: (name) => `${name} hat die wenigsten Befunde.`,
    alike: 'Sie haben gleich viele Befunde.',
    prefers: (name, percent) => `Menschen gefiele eher ${name} (${percent} %).`,
    fewer: (rule, a, b) => `${rule}: ${a} gegen ${b}`,
    asking: 'Welcher besser gefällt: Die Engine wird gefragt …',
  },
  refused: {
    gone: () => 'Den Frame oder die Ebene gibt es nicht mehr.',
    'read-only': () => 'Sie können diese Datei ansehen, nicht ändern.',
    changed: (why) => `Es ist nicht mehr so, wie es beurteilt wurde. (${why})`,
    bound: (why) =>
      `Der Wert gehört zum Design-System, und kein anderes Token seiner Sammlung taugt. (${why})`,
    'font-missing': (why) => `Eine Schrift fehlt auf diesem Computer: ${why}`,
    'in-component': (why) => `Zu beheben in der Komponente. (${why})`,
    full: () =>
      'Diese Datei kann nicht mehr übergangene Befunde behalten. Stellen Sie welche wieder her, oder übergehen Sie die ganze Art.',
    'no-picture': (why) => `Figma konnte kein Bild des Frames machen: ${why}`,
    unknown: (why) => `Etwas ging schief: ${why}`,
  },
  close: 'Schließen',
};
