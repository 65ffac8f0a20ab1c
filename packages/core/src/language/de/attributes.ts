/** What German says of attributes. */
import type { AttributeWords, Effect, Graded } from '../words.js';
import { number } from './number.js';

const ENDINGS = { der: 'er', die: 'e', das: 'es' } as const;

/** "ein leichter Dunstschleier", "leichtes Rauschen": in the nominative, by degree. */
function name(gender: 'der' | 'die' | 'das', noun: string, counts = true): Graded {
  const article = !counts ? '' : gender === 'die' ? 'eine ' : 'ein ';
  const with_ = (adjective: string): string => `${article}${adjective}${ENDINGS[gender]} ${noun}`;
  return {
    slight: [with_('leicht'), with_('gering')],
    clear: [with_('deutlich'), with_('merklich')],
    strong: [with_('stark'), with_('erheblich')],
  };
}

/** What an effect is made of: "die Szene schwer wirken", "lassen", "lässt", and what the verb leaves behind: "hebt … hervor". */
type Verb = readonly [object: string, infinitive: string, finite: string, particle?: string];

function effect(...verbs: readonly [Verb, ...Verb[]]): Effect {
  const does = ([object, , finite, particle]: Verb): string =>
    [finite, object, particle].filter((part) => part !== undefined).join(' ');
  const can = ([object, infinitive]: Verb): string => `kann ${object} ${infinitive}`;
  const [first, ...others] = verbs;
  return {
    does: [does(first), ...others.map(does)],
    can: [can(first), ...others.map(can)],
  };
}

/** By attribute id, in the order of the registry. */
export const attributes: Readonly<Record<string, AttributeWords>> = {
  noise: {
    title: 'Bildrauschen',
    value: ({ value }) => `σ ${number(value, 1)} von 255`,
    weakness: {
      slight: [
        'in ruhigen Flächen zeigt sich etwas Rauschen',
        'glatte Flächen wirken leicht körnig',
        'bei genauem Hinsehen rauscht das Bild ein wenig',
      ],
      clear: [
        'das Bild rauscht sichtbar',
        'Rauschen sprenkelt die glatten Flächen',
        'körniges Rauschen nimmt den Flächen die Ruhe',
      ],
      strong: [
        'starkes Rauschen überzieht das ganze Bild',
        'feine Details gehen im Rauschen unter',
        'das Rauschen ist so stark, dass es das Bild beherrscht',
      ],
    },
    fault: name('das', 'Rauschen', false),
    effect: effect(
      ['das Bild rau wirken', 'lassen', 'lässt'],
      ['feine Strukturen', 'überlagern', 'überlagert'],
      ['die weichen Übergänge', 'stören', 'stört'],
    ),
    mend: [
      'entrausche das Bild vorsichtig, damit feine Details erhalten bleiben',
      'mindere das Rauschen, vor allem in glatten Flächen',
    ],
  },
  compression: {
    title: 'Kompression',
    value: ({ value }) =>
      value > 95 ? 'keine Kompressionsspuren' : `sieht nach JPEG-Qualität ${number(value, 0)} aus`,
    weakness: {
      slight: [
        'an den Kanten hat die Kompression leichte Spuren hinterlassen',
        'feine Details haben unter der Kompression ein wenig gelitten',
        'leichte Kompressionsartefakte sind zu erkennen',
      ],
      clear: [
        'in glatten Flächen zeigen sich Kompressionsblöcke',
        'das Bild ist zu stark komprimiert, und man sieht es ihm an',
        'Blöcke und Säume aus der Kompression umgeben die Details',
      ],
      strong: [
        'das Bild zerfällt in Kompressionsblöcke',
        'die starke Kompression hat ein Mosaik aus Blöcken übrig gelassen',
        'von den Details hat die Kompression das meiste verschluckt',
      ],
    },
    fault: name('der', 'Detailverlust durch die Kompression'),
    effect: effect(
      ['weiche Übergänge stufig', 'machen', 'macht'],
      ['feine Strukturen', 'wegwischen', 'wischt', 'weg'],
    ),
    mend: [
      'exportiere das Bild noch einmal aus dem Original, mit einer Qualität von mindestens 85',
      'geh zum Original zurück und speichere es in höherer Qualität',
    ],
    nextTime: [
      'speichere das Bild {then} weniger stark komprimiert',
      'bleib {then} beim Exportieren bei einer Qualität von mindestens 85',
    ],
  },
  'over-sharpening': {
    title: 'Überschärfung',
    value: ({ value }) =>
      value < 0.5 ? 'nicht überschärft' : `wie mit ${number(100 * value, 0)} % Stärke geschärft`,
    weakness: {
      slight: [
        'das Bild ist eine Spur zu stark geschärft',
        'die Kanten wirken etwas zu hart',
        'die Schärfung hätte ein wenig sanfter ausfallen dürfen',
      ],
      clear: [
        'das Bild ist sichtbar überschärft',
        'die Schärfung hat Säume an die Kanten gezeichnet',
        'durch zu viel Schärfung wirken Details hart',
      ],
      strong: [
        'grobe Schärfung lässt jede Kante grell hervortreten',
        'aus feinen Strukturen hat die extreme Schärfung harten Grieß gemacht',
        'überall sitzen Säume und Grieß von der Schärfung',
      ],
    },
    fault: name('die', 'Überschärfung'),
    effect: effect(
      ['das Bild künstlich wirken', 'lassen', 'lässt'],
      ['feine Strukturen spröde', 'machen', 'macht'],
      ['auch Rauschen und kleine Störungen', 'hervorheben', 'hebt', 'hervor'],
    ),
    mend: [
      'nimm die Schärfung zurück',
      'zeichne das Bild etwas weicher, bis die Kanten wieder natürlich wirken',
      'schärfe das Original noch einmal, aber schwächer',
    ],
  },
  'defocus-blur': {
    title: 'Fokusunschärfe',
    value: ({ value, details }) => {
      const pixels = details?.['spreadPx'] ?? 0;
      return `Kanten laufen über ${number(pixels, 1)} px aus, ${number(value, 2)} % der langen Seite`;
    },
    weakness: {
      slight: [
        'selbst die schärfste Stelle ist etwas weich',
        'die Schärfe sitzt nicht ganz',
        'feine Details bleiben weicher, als sie sein könnten',
      ],
      clear: [
        'im ganzen Bild ist nichts richtig scharf',
        'das Bild ist unscharf',
        'wo Schärfe sein sollte, verschwimmen die Kanten',
      ],
      strong: [
        'das Bild ist durch und durch unscharf',
        'die Unschärfe hat alle feinen Details verschluckt',
        'von den Formen bleiben nur noch grobe Umrisse',
      ],
    },
    fault: name('die', 'Unschärfe im ganzen Bild'),
    effect: effect(
      ['dem Blick den Halt', 'nehmen', 'nimmt'],
      ['Oberflächen ihre Struktur', 'nehmen', 'nimmt'],
      ['in der Vergrößerung noch mehr', 'auffallen', 'fällt', 'auf'],
    ),
    nextTime: [
      'stelle {then} direkt auf das Motiv scharf',
      'prüfe die Schärfe {then} gleich in der Vergrößerung',
      'nimm dir {then} Zeit für die Scharfstellung und kontrolliere das Ergebnis vergrößert',
    ],
  },
  'motion-blur': {
    title: 'Bewegungsunschärfe',
    value: ({ value, details }) => {
      const pixels = details?.['lengthPx'] ?? 0;
      const angle = Math.round(details?.['angleDeg'] ?? 0);
      return `über ${number(pixels, 0)} px verwischt (${number(value, 1)} % der langen Seite), Richtung ${number(angle, 0)}°`;
    },
    weakness: {
      slight: [
        'eine leichte Bewegung zeichnet die Details weich',
        'das Bild wirkt eine Spur verwackelt',
        'die Kanten sind in einer Richtung etwas verwischt',
      ],
      clear: [
        'das Bild ist verwischt, als hätte sich die Kamera bewegt',
        'die Kanten laufen in eine Richtung aus',
        'die Aufnahme leidet unter Bewegungsunschärfe',
      ],
      strong: [
        'starke Bewegung macht aus Details Streifen',
        'im ganzen Bild ist alles verwischt',
        'die Bewegung ist so stark, dass sich die Formen in Streifen auflösen',
      ],
    },
    fault: name('die', 'Bewegungsunschärfe'),
    effect: effect(
      ['feine Zeichnung', 'kosten', 'kostet'],
      ['Punkte zu Strichen', 'ziehen', 'zieht'],
      ['kleine Dinge schwer erkennbar', 'machen', 'macht'],
    ),
    nextTime: [
      'wähle {then} eine kürzere Belichtungszeit, notfalls mit höherer Empfindlichkeit',
      'stütze die Kamera {then} ab oder nimm ein Stativ',
      'schalte {then} die Bildstabilisierung ein oder belichte kürzer',
    ],
  },
  'under-exposure': {
    title: 'Unterbelichtung',
    figure: (value) => (value < 0.05 ? undefined : `${number(value, 1)} EV`),
    value: ({ value }) => `hellste Stellen ${number(value, 1)} EV unter Weiß`,
    weakness: {
      slight: [
        'das Bild ist etwas dunkel geraten',
        'die Belichtung fällt leicht knapp aus',
        'ein wenig mehr Licht könnte das Bild vertragen',
        'etwa {figure} mehr Licht täten dem Bild gut',
      ],
      clear: [
        'das Bild ist unterbelichtet',
        'die Belichtung ist zu knapp, und selbst die Lichter wirken stumpf',
        'nichts im Bild kommt nahe an Weiß heran',
        'die hellsten Stellen liegen {figure} unter Weiß, und das Bild wirkt zu dunkel',
      ],
      strong: [
        'das Bild ist stark unterbelichtet',
        'die Szene versinkt samt ihren Lichtern im Dunkeln',
        'im Bild ist viel zu wenig Licht angekommen',
      ],
    },
    fault: name('die', 'Unterbelichtung'),
    trait: {
      high: [
        'selbst die hellsten Stellen bleiben {figure} unter Weiß',
        'das Bild ist eher dunkel',
        'die Lichter sind gedämpfter als auf den meisten Fotos',
      ],
    },
    effect: effect(
      ['die hellen Tonwerte', 'verschenken', 'verschenkt'],
      ['die dunklen Töne', 'zusammendrängen', 'drängt', 'zusammen'],
      ['die Szene schwer wirken', 'lassen', 'lässt'],
    ),
    mend: [
      'helle das Bild auf',
      'hebe die Belichtung an, bis die hellsten Stellen nahe an Weiß liegen',
    ],
  },
  'over-exposure': {
    title: 'Überbelichtung',
    figure: (value) => (value < 0.05 ? undefined : `${number(value, 1)} EV`),
    value: ({ value }) =>
      value < 0.05 ? 'nicht zu hell' : `wie um ${number(value, 1)} EV zu hell belichtet`,
    weakness: {
      slight: [
        'das Bild ist etwas zu hell',
        'die Belichtung fällt leicht reichlich aus',
        'den hellen Tönen fehlt ein wenig Kraft',
        'die Belichtung ist etwa {figure} zu hell',
      ],
      clear: [
        'das Bild ist überbelichtet',
        'die Belichtung ist zu reichlich, und die hellen Töne wirken ausgewaschen',
        'zu viel Licht nimmt den hellen Partien die Farbe',
        'das Bild ist um etwa {figure} zu lang belichtet',
      ],
      strong: [
        'das Bild ist stark überbelichtet',
        'die Szene geht im Licht unter',
        'viel zu viel Licht hat das Bild ausgebleicht',
      ],
    },
    fault: name('die', 'Überbelichtung'),
    trait: {
      low: [
        'die Belichtung ist eher vorsichtig',
        'das Bild ist zurückhaltender belichtet als die meisten',
      ],
      high: ['die Belichtung ist eher hell', 'das Bild ist heller belichtet als die meisten'],
    },
    effect: effect(
      ['hellen Flächen ihre Plastizität', 'nehmen', 'nimmt'],
      ['die Lichter dünn wirken', 'lassen', 'lässt'],
      ['die Unterschiede zwischen hellen Tönen', 'verwischen', 'verwischt'],
    ),
    mend: [
      'dunkle das Bild ab',
      'nimm die Belichtung zurück, soweit die Lichter noch Zeichnung haben',
    ],
  },
  'clipped-highlights': {
    title: 'ausgefressene Lichter',
    figure: (value) => (value < 0.05 ? undefined : `${number(value, value < 10 ? 1 : 0)} %`),
    value: ({ value }) =>
      value < 0.05 ? 'keine' : `${number(value, value < 10 ? 1 : 0)} % der Bildfläche`,
    weakness: {
      slight: [
        'stellenweise fehlt den Lichtern die Zeichnung',
        'einige der hellsten Stellen sind beschnitten',
        'ein paar Lichter haben ihre Details verloren',
        '{figure} der Bildfläche sind zu Weiß ausgefressen',
      ],
      clear: [
        'die Lichter sind ausgefressen',
        'in den hellsten Partien ist nichts mehr zu unterscheiden',
        'ein sichtbarer Teil der Bildfläche ist in den Lichtern beschnitten',
        '{figure} der Bildfläche zeigen nichts als Weiß',
      ],
      strong: [
        'weite Flächen fressen aus, und ihre Zeichnung ist endgültig verloren',
        'ein großer Teil des Bildes ist hell und leer',
        'ganze Partien sind nur noch leeres Weiß',
      ],
    },
    fault: name('der', 'Verlust an Zeichnung in den Lichtern'),
    effect: effect(
      ['Löcher in helle Flächen', 'reißen', 'reißt'],
      ['den Blick auf leere Stellen', 'ziehen', 'zieht'],
      ['der Bearbeitung den Spielraum', 'nehmen', 'nimmt'],
    ),
    nextTime: [
      'belichte {then} auf die hellste Stelle, die Zeichnung behalten soll',
      'belichte {then} auf die Lichter und helle die Schatten später auf',
      'mach {then} eine Belichtungsreihe',
    ],
  },
  'crushed-shadows': {
    title: 'zugelaufene Schatten',
    figure: (value) => (value < 0.05 ? undefined : `${number(value, value < 10 ? 1 : 0)} %`),
    value: ({ value }) =>
      value < 0.05 ? 'keine' : `${number(value, value < 10 ? 1 : 0)} % der Bildfläche`,
    weakness: {
      slight: [
        'einzelne Schatten sind zugelaufen',
        'manche der dunkelsten Stellen zeigen reines Schwarz',
        'stellenweise fehlt den Schatten die Zeichnung',
        '{figure} der Bildfläche sind zu Schwarz zugelaufen',
      ],
      clear: [
        'die Schatten laufen zu',
        'in den Tiefen ist nichts mehr zu erkennen',
        'ein sichtbarer Teil der Bildfläche ist in Schwarz versunken',
        '{figure} der Bildfläche zeigen nichts als Schwarz',
      ],
      strong: [
        'große Teile des Bildes sind leeres Schwarz',
        'weite Flächen sind zugelaufen, und ihre Zeichnung ist endgültig verloren',
        'Schwarz verschluckt einen großen Teil des Bildes',
      ],
    },
    fault: name('der', 'Verlust an Zeichnung in den Schatten'),
    effect: effect(
      ['den Schatten ihre Tiefe', 'nehmen', 'nimmt'],
      ['dunkle Formen ineinanderfließen', 'lassen', 'lässt'],
      ['das Aufhellen der Tiefen', 'erschweren', 'erschwert'],
    ),
    nextTime: [
      'gib den Schatten {then} mehr Licht, durch längere Belichtung oder einen Aufheller',
      'belichte {then} reichlicher',
      'helle die Schatten {then} mit zusätzlichem Licht auf',
    ],
  },
  'low-contrast': {
    title: 'geringer Kontrast',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `Tonwerte füllen ${number(value, 0)} % des Umfangs`,
    weakness: {
      slight: [
        'der Kontrast ist etwas gering',
        'die Tonwerte nutzen ihren Umfang nicht ganz aus',
        'ein wenig mehr Kontrast täte dem Bild gut',
        'die Tonwerte nutzen nur {figure} des Umfangs',
      ],
      clear: [
        'das Bild wirkt flau',
        'dem Bild fehlt es an Kontrast',
        'die Tonwerte drängen sich auf engem Raum',
        'die Tonwerte füllen bloß {figure} des Umfangs, und das wirkt flau',
      ],
      strong: [
        'das Bild ist durch und durch flau',
        'zwischen der hellsten und der dunkelsten Stelle liegt kaum ein Unterschied',
        'Hell und Dunkel gehen beinahe ineinander auf',
      ],
    },
    fault: name('der', 'Mangel an Kontrast'),
    trait: {
      low: [
        'die Tonwerte bleiben bei {figure} des Umfangs',
        'die Tonwerte liegen enger beieinander als auf den meisten Fotos',
      ],
    },
    effect: effect(
      ['Formen flach aussehen', 'lassen', 'lässt'],
      ['dem Licht seine Kraft', 'nehmen', 'nimmt'],
      ['Licht und Schatten zu wenig', 'trennen', 'trennt'],
    ),
    mend: ['hebe den Kontrast an', 'spreize die Tonwerte, bis sie von Schwarz bis Weiß reichen'],
  },
  haze: {
    title: 'Dunst',
    value: ({ value }) => `das Licht kommt zu ${number(Math.max(0, value), 0)} % durch`,
    weakness: {
      slight: [
        'ein dünner Schleier liegt über dem Bild',
        'die Luft nimmt dem Bild ein wenig Tiefe',
        'die dunklen Stellen wirken leicht milchig',
      ],
      clear: [
        'Dunst verschleiert das Bild',
        'die Tiefen sind milchig, wie durch Nebel gesehen',
        'über der Szene liegt ein heller Schleier',
      ],
      strong: [
        'dichter Dunst verdeckt die Szene',
        'die Szene ist unter einem hellen Schleier begraben',
        'kaum ein echtes Dunkel dringt durch den Dunst',
      ],
    },
    fault: name('der', 'Dunstschleier'),
    effect: effect(
      ['Kontrast und Farben', 'schwächen', 'schwächt'],
      ['die Szene in die Ferne', 'rücken', 'rückt'],
    ),
    mend: [
      'nimm den Dunst in der Bearbeitung heraus',
      'ziehe die dunklen Töne nach unten, bis der Schleier verschwindet',
    ],
  },
  'over-saturation': {
    title: 'Übersättigung',
    value: ({ value }) => `${number(value, 1)} × die übliche Sättigung`,
    weakness: {
      slight: [
        'die Farben sind etwas kräftig geraten',
        'die Sättigung ist leicht überzogen',
        'einzelne Farben drängen sich ein wenig vor',
      ],
      clear: [
        'die Farben sind übersättigt',
        'die Sättigung geht so weit, dass Farbtöne ineinanderlaufen',
        'das Bild wirkt unnatürlich bunt',
      ],
      strong: [
        'die Farben sind grell',
        'die Sättigung ist so hoch, dass die Farben zu glühen scheinen',
        'fast jede Farbe steht am Anschlag, und die Zwischentöne gehen verloren',
      ],
    },
    fault: name('die', 'Übersättigung'),
    effect: effect(
      ['die Farbe vor Form und Licht', 'stellen', 'stellt'],
      ['das Auge schnell', 'ermüden', 'ermüdet'],
    ),
    mend: [
      'nimm die Sättigung zurück',
      'dämpfe die Farben, bis feine Abstufungen wieder zu sehen sind',
    ],
  },
  'dull-colour': {
    title: 'matte Farben',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `${number(value, 0)} % der üblichen Farbigkeit`,
    weakness: {
      slight: [
        'die Farben sind etwas blass',
        'den Farben fehlt ein wenig Kraft',
        'die Palette fällt eher matt aus',
      ],
      clear: [
        'die Farben sind matt',
        'das Bild wirkt farblich ausgewaschen',
        'dem Bild fehlt es an Farbe',
      ],
      strong: [
        'die Farben sind fast verschwunden',
        'das Bild ist beinahe grau, ohne schwarzweiß zu sein',
        'von Farbe ist kaum etwas zu sehen',
      ],
    },
    fault: name('der', 'Mangel an Farbe'),
    trait: {
      low: [
        'die Palette ist gedämpft',
        'das Bild hat weniger Farbe als die meisten',
        'mit Farbe hält sich das Bild zurück',
      ],
      high: [
        'die Farben sind kräftig',
        'das Bild hat mehr Farbe als die meisten',
        'mit Farbe wird nicht gespart',
      ],
    },
    effect: effect(
      ['die Szene müde wirken', 'lassen', 'lässt'],
      ['verschiedene Farben einander ähneln', 'lassen', 'lässt'],
    ),
    mend: ['hebe die Sättigung an', 'gib den Farben mehr Kraft, ohne sie zu überziehen'],
  },
  'warm-cast': {
    title: 'warmer Farbstich',
    value: ({ value }) => (value < 0.5 ? 'keiner' : `um ${number(value, 0)} Mired zu warm`),
    weakness: {
      slight: [
        'das Licht ist eine Spur zu warm',
        'die Farben ziehen leicht ins Orange',
        'ein Hauch von Gelb liegt über dem Bild',
      ],
      clear: [
        'das Bild hat einen warmen Farbstich',
        'Orange legt sich über alle Farben',
        'der Weißabgleich kippt ins Warme',
      ],
      strong: [
        'das Bild ist in Orange getränkt',
        'ein kräftiger Stich ins Gelborange überdeckt alle Farben',
        'der Weißabgleich ist viel zu warm',
      ],
    },
    fault: name('der', 'Stich ins Warme'),
    trait: {
      low: ['das Licht ist eher kühl', 'das Licht ist kühler als auf den meisten Fotos'],
      high: ['das Licht ist eher warm', 'das Licht ist wärmer als auf den meisten Fotos'],
    },
    effect: effect(
      ['auch Weiß und Grau gelblich', 'färben', 'färbt'],
      ['die Blautöne', 'dämpfen', 'dämpft'],
    ),
    mend: [
      'stelle den Weißabgleich kühler ein',
      'verschiebe die Farbtemperatur ins Kühle, bis Grau wieder neutral wirkt',
    ],
  },
  'cool-cast': {
    title: 'kühler Farbstich',
    value: ({ value }) => (value < 0.5 ? 'keiner' : `um ${number(value, 0)} Mired zu kühl`),
    weakness: {
      slight: [
        'das Licht ist eine Spur zu kühl',
        'die Farben ziehen leicht ins Bläuliche',
        'ein Hauch von Blau liegt über dem Bild',
      ],
      clear: [
        'das Bild hat einen kühlen Farbstich',
        'Blau legt sich über alle Farben',
        'der Weißabgleich kippt ins Kühle',
      ],
      strong: [
        'das Bild ist in Blau getränkt',
        'ein kräftiger Blaustich überdeckt alle Farben',
        'der Weißabgleich ist viel zu kühl',
      ],
    },
    fault: name('der', 'Blaustich'),
    effect: effect(
      ['auch Weiß und Grau bläulich', 'färben', 'färbt'],
      ['die warmen Töne', 'dämpfen', 'dämpft'],
    ),
    mend: [
      'stelle den Weißabgleich wärmer ein',
      'verschiebe die Farbtemperatur ins Warme, bis Grau wieder neutral wirkt',
    ],
  },
  'green-cast': {
    title: 'Grünstich',
    value: ({ value }) => (value < 0.5 ? 'keiner' : `um ${number(value, 0)} CC zu grün`),
    weakness: {
      slight: [
        'die Farben ziehen leicht ins Grünliche',
        'ein Hauch von Grün liegt über dem Bild',
        'der Weißabgleich lässt etwas zu viel Grün stehen',
      ],
      clear: [
        'das Bild hat einen Grünstich',
        'Grün legt sich über alle Farben',
        'der Weißabgleich kippt ins Grüne',
      ],
      strong: [
        'das Bild ist in Grün getränkt',
        'ein kräftiger Grünstich lässt alle Farben krank wirken',
        'der Weißabgleich ist viel zu grün',
      ],
    },
    fault: name('der', 'Grünstich'),
    effect: effect(
      ['auch Weiß und Grau grünlich', 'färben', 'färbt'],
      ['Rottönen ihre Wärme', 'nehmen', 'nimmt'],
    ),
    mend: [
      'verschiebe den Weißabgleich in Richtung Magenta',
      'nimm Grün heraus, bis Grau wieder neutral wirkt',
    ],
  },
  'magenta-cast': {
    title: 'Magentastich',
    value: ({ value }) => (value < 0.5 ? 'keiner' : `um ${number(value, 0)} CC zu magenta`),
    weakness: {
      slight: [
        'die Farben ziehen leicht nach Magenta',
        'ein Hauch von Rosa liegt über dem Bild',
        'der Weißabgleich lässt etwas zu viel Magenta stehen',
      ],
      clear: [
        'das Bild hat einen Magentastich',
        'Rosa legt sich über alle Farben',
        'der Weißabgleich kippt nach Magenta',
      ],
      strong: [
        'das Bild ist in Magenta getränkt',
        'ein kräftiger Rosastich überdeckt alle Farben',
        'im Weißabgleich steckt viel zu viel Magenta',
      ],
    },
    fault: name('der', 'Magentastich'),
    effect: effect(
      ['auch Weiß und Grau rosa', 'färben', 'färbt'],
      ['Grüntöne stumpf wirken', 'lassen', 'lässt'],
    ),
    mend: [
      'verschiebe den Weißabgleich in Richtung Grün',
      'nimm Magenta heraus, bis Grau wieder neutral wirkt',
    ],
  },
  vignetting: {
    title: 'Vignettierung',
    figure: (value) => `${number(Math.abs(value), 1)} EV`,
    value: ({ value }) =>
      `Ecken ${number(Math.abs(value), 1)} EV ${value < 0 ? 'heller' : 'dunkler'}`,
    weakness: {
      slight: [
        'die Ecken sind etwas dunkel',
        'nach außen hin wird das Licht ein wenig schwächer',
        'eine leichte Vignette ist zu sehen',
        'die Ecken verlieren {figure} an Licht',
      ],
      clear: [
        'die Ecken sind sichtbar dunkler als die Mitte',
        'das Licht fällt zu den Ecken hin ab',
        'eine Vignette verdunkelt die Bildränder',
        'das Licht fällt zu den Ecken hin um {figure} ab',
      ],
      strong: [
        'die Ecken versinken im Dunkeln',
        'eine starke Vignette engt das Bild ein',
        'das Bild sieht aus wie durch ein Rohr fotografiert',
      ],
    },
    fault: name('die', 'Vignettierung'),
    trait: {
      low: [
        'zu den Ecken hin nimmt das Licht zu',
        'die Ecken sind um {figure} heller als die Mitte',
      ],
      high: [
        'das Licht sammelt sich in der Mitte',
        'die Ecken sind um {figure} dunkler als die Mitte',
      ],
    },
    effect: effect(
      ['das Licht ungleichmäßig wirken', 'lassen', 'lässt'],
      ['die Bildränder schwer', 'machen', 'macht'],
    ),
    mend: ['helle die Ecken auf', 'gleiche die Vignettierung mit der Objektivkorrektur aus'],
  },
  'horizon-tilt': {
    title: 'Horizontneigung',
    figure: (value) => (Math.abs(value) < 0.05 ? undefined : `${number(Math.abs(value), 1)}°`),
    value: ({ value }) => {
      const amount = number(Math.abs(value), 1);
      if (amount === '0,0') return 'waagerecht';
      return `${amount}°, ${value > 0 ? 'rechts' : 'links'} tiefer`;
    },
    weakness: {
      slight: [
        'das Bild hängt {side} ein wenig',
        'das Bild ist nicht ganz im Lot und neigt sich leicht nach {side}',
        'eine leichte Schräge zieht das Bild nach {side}',
        'das Bild neigt sich um {figure} nach {side}',
      ],
      clear: [
        'das Bild fällt nach {side} ab',
        'das Bild neigt sich sichtbar nach {side}',
        'was waagerecht sein sollte, kippt nach {side}',
        'das Bild kippt um {figure} nach {side}',
      ],
      strong: [
        'die ganze Szene rutscht nach {side} weg',
        'das Bild ist stark nach {side} gekippt',
        'alles hängt so schief nach {side}, dass es nach einem Versehen aussieht',
      ],
    },
    fault: name('die', 'Neigung nach {side}'),
    effect: effect(
      ['der Szene den festen Stand', 'nehmen', 'nimmt'],
      ['den Blick auf die Schräge', 'lenken', 'lenkt'],
    ),
    mend: [
      'richte das Bild gerade aus',
      'drehe das Bild, bis waagerechte und senkrechte Linien stimmen',
    ],
  },
  'vertical-tilt': {
    title: 'stürzende Linien',
    figure: (value) => (Math.abs(value) < 0.05 ? undefined : `${number(Math.abs(value), 1)}°`),
    value: ({ value }) => {
      const amount = number(Math.abs(value), 1);
      if (amount === '0,0') return 'parallel';
      return `${amount}° zwischen links und rechts, ${value > 0 ? 'oben' : 'unten'} zusammenlaufend`;
    },
    weakness: {
      slight: [
        'senkrechte Linien laufen leicht zusammen',
        'die Senkrechten sind nicht ganz parallel',
        'aufrechte Kanten neigen sich ein wenig zueinander',
        'die Senkrechten weichen um {figure} von der Parallele ab',
      ],
      clear: [
        'die Linien stürzen sichtbar',
        'senkrechte Linien streben aufeinander zu',
        'das Bild wirkt wie mit gekippter Kamera aufgenommen',
        'die Senkrechten laufen um {figure} aufeinander zu',
      ],
      strong: [
        'die Senkrechten laufen so steil zusammen, als fiele alles um',
        'stark stürzende Linien ziehen das ganze Bild aus dem Lot',
        'durch die stürzenden Linien scheint die ganze Szene zu kippen',
      ],
    },
    fault: name('die', 'Schräglage der Senkrechten'),
    effect: effect(
      ['die Proportionen', 'verzerren', 'verzerrt'],
      ['Aufrechtes wacklig wirken', 'lassen', 'lässt'],
    ),
    mend: [
      'richte die Senkrechten mit einer Perspektivkorrektur auf',
      'korrigiere die Perspektive, bevor du das Bild beschneidest',
    ],
    nextTime: [
      'halte die Kamera {then} gerade und wähle den Ausschnitt über Abstand oder Aufnahmehöhe',
      'geh {then} weiter zurück und halte die Kamera gerade',
    ],
  },
  'subject-placement': {
    title: 'Platzierung des Motivs',
    value: ({ value }) => {
      if (value > 1) return `${number(value, 0)} % des Bildes jenseits der Drittellinien`;
      if (value > -8) return 'nahe einer Drittellinie';
      return 'nahe der Mitte';
    },
    weakness: {
      slight: [
        'das Motiv sitzt etwas weit außen',
        'es zieht das Motiv ein wenig zum Rand',
        'das Motiv liegt knapp außerhalb der Drittellinien',
      ],
      clear: [
        'das Motiv ist an den Rand gedrängt',
        'so weit außen hält das Motiv das Bild nicht zusammen',
        'das Gewicht des Motivs hängt am Rand',
      ],
      strong: [
        'das Motiv klebt am Bildrand',
        'fast fällt das Motiv aus dem Bild',
        'die Platzierung zwängt das Motiv ganz an den Rand',
      ],
    },
    fault: name('das', 'Abdriften des Motivs zum Rand'),
    strength: {
      slight: [
        'das Motiv ist gut im Bild platziert',
        'das Motiv hat im Bild seinen Platz',
        'das Motiv sitzt da, wo es Raum hat',
        'der Ort des Motivs im Bild ist gut gewählt',
        'das Motiv hält guten Abstand zum Rand',
        'das Motiv hat Platz, wo es ihn braucht',
      ],
      clear: [
        'das Motiv sitzt da, wo der Blick es sucht',
        'die Platzierung des Motivs hält das Bild zusammen',
        'das Motiv ruht fest im Bild',
        'der Ausschnitt weist dem Motiv den richtigen Platz zu',
      ],
      strong: [
        'das Motiv sitzt genau am richtigen Platz',
        'besser könnte das Motiv kaum platziert sein',
      ],
    },
    merit: ['die gute Platzierung des Motivs', 'der Platz des Motivs'],
    trait: {
      low: [
        'das Motiv sitzt in oder nahe der Mitte',
        'das Motiv sitzt näher an der Mitte als auf den meisten Fotos',
      ],
      high: [
        'das Motiv sitzt weit außerhalb der Mitte',
        'das Motiv sitzt weiter außen als auf den meisten Fotos',
      ],
    },
    effect: effect(
      ['den Blick aus dem Bild', 'führen', 'führt'],
      ['den größeren Teil des Bildes ohne sein Motiv', 'lassen', 'lässt'],
    ),
    mend: [
      'beschneide das Bild so, dass das Motiv auf einer Drittellinie oder näher an der Mitte liegt',
      'schneide auf der Seite etwas weg, die dem Motiv gegenüberliegt',
    ],
  },
  balance: {
    title: 'Gleichgewicht',
    value: ({ value }) => {
      const amount = number(Math.abs(value), 0);
      if (amount === '0') return 'Gewicht in der Mitte';
      return `Gewicht um ${amount} % der Breite nach ${value > 0 ? 'rechts' : 'links'} verschoben`;
    },
    weakness: {
      slight: [
        'das Bild ist {side} etwas schwerer',
        'das Bildgewicht verlagert sich leicht nach {side}',
        'ein wenig zu viel Gewicht liegt {side}',
      ],
      clear: [
        'das Bild ist aus dem Gleichgewicht und {side} zu schwer',
        'dem Gewicht {side} fehlt ein Gegengewicht',
        'das Bild zieht deutlich nach {side}',
      ],
      strong: [
        'das Bild droht nach {side} zu kippen',
        'das Bildgewicht hängt viel zu einseitig {side}',
        'so viel Gewicht liegt {side}, dass dem Aufbau jeder Ausgleich fehlt',
      ],
    },
    fault: name('das', 'Übergewicht {side}'),
    strength: {
      slight: [
        'links und rechts sind ungefähr im Gleichgewicht',
        'das Bildgewicht ist recht gleichmäßig verteilt',
        'keine Seite wiegt schwerer als die andere',
        'das Bild hält das Gleichgewicht',
        'beide Seiten tragen etwa gleich viel',
      ],
      clear: ['das Bild ist gut ausgewogen', 'die Gewichte im Bild gleichen einander aus'],
      strong: [
        'links und rechts halten sich genau die Waage',
        'die Ausgewogenheit des Bildes ist vorbildlich',
      ],
    },
    merit: ['das Gleichgewicht von links und rechts', 'der ausgewogene Aufbau'],
    trait: {
      low: ['links gibt es mehr zu sehen als rechts', 'das Bild hat sein Gewicht links der Mitte'],
      high: [
        'rechts gibt es mehr zu sehen als links',
        'das Bild hat sein Gewicht rechts der Mitte',
      ],
    },
    effect: effect(
      ['den Bildaufbau unruhig', 'machen', 'macht'],
      ['die andere Seite ohne Aufgabe', 'lassen', 'lässt'],
    ),
    nextTime: [
      'verschiebe den Ausschnitt {then} zur schweren Seite hin',
      'setze dem Gewicht {then} auf der anderen Seite etwas entgegen',
    ],
  },
  'tight-framing': {
    title: 'enger Bildausschnitt',
    value: ({ value }) => `das Motiv füllt die Bildseiten zu ${number(value, 0)} %`,
    weakness: {
      slight: [
        'der Ausschnitt ist etwas eng',
        'um das Motiv bleibt wenig Luft',
        'ein wenig mehr Raum täte dem Motiv gut',
      ],
      clear: [
        'der Ausschnitt ist zu knapp gewählt',
        'das Motiv drängt gegen den Bildrand',
        'dem Motiv fehlt Luft',
      ],
      strong: [
        'das Motiv ist ins Bild gezwängt',
        'für dieses Motiv ist der Ausschnitt viel zu eng',
        'neben dem Motiv bleibt so gut wie kein Platz',
      ],
    },
    fault: name('der', 'Mangel an Platz um das Motiv'),
    effect: effect(
      ['das Bild beengt wirken', 'lassen', 'lässt'],
      ['das Umfeld fast ganz', 'aussperren', 'sperrt', 'aus'],
    ),
    nextTime: [
      'geh {then} einen Schritt zurück und lass dem Motiv Luft',
      'wähle {then} eine kürzere Brennweite',
    ],
  },
  'loose-framing': {
    title: 'weiter Bildausschnitt',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `das Motiv bedeckt ${number(value, value < 10 ? 1 : 0)} % der Bildfläche`,
    weakness: {
      slight: [
        'das Motiv ist recht klein im Bild',
        'der Ausschnitt ist etwas weit gewählt',
        'die Umgebung nimmt ein wenig viel Raum ein',
        'das Motiv bekommt nicht mehr als {figure} der Bildfläche',
      ],
      clear: [
        'um das kleine Motiv herum bleibt zu viel Platz',
        'das Motiv verliert sich in seiner Umgebung',
        'vom Bild gehört zu wenig dem Motiv',
        'bloß {figure} der Bildfläche gehören dem Motiv',
      ],
      strong: [
        'das Motiv ist nur ein Punkt im Bild',
        'in viel zu viel Raum geht das Motiv unter',
        'nach dem Motiv muss man suchen',
      ],
    },
    fault: name('der', 'Überschuss an Raum um das Motiv'),
    trait: {
      low: [
        'das Motiv nimmt nicht mehr als {figure} der Bildfläche ein',
        'die Umgebung bekommt mehr Raum als das Motiv',
      ],
      high: [
        'das Motiv nimmt {figure} der Bildfläche ein',
        'das Motiv bekommt mehr vom Bild als auf den meisten Fotos',
      ],
    },
    effect: effect(
      ['die Wirkung des Motivs', 'schwächen', 'schwächt'],
      ['die Aufmerksamkeit auf das Umfeld', 'verteilen', 'verteilt'],
    ),
    mend: [
      'schneide das Bild enger um das Motiv',
      'beschneide die Ränder, bis das Motiv mehr Gewicht bekommt',
    ],
  },
  'cut-off-subject': {
    title: 'angeschnittenes Motiv',
    value: ({ value, details }) => {
      if (value < 10) return 'vollständig';
      const outline = details?.['outline'] ?? 0;
      return outline < 1
        ? 'nah am Bildrand'
        : `Umriss des Motivs liegt zu ${number(outline, 0)} % am Bildrand`;
    },
    weakness: {
      slight: [
        'das Motiv berührt den Bildrand',
        'der Bildrand nimmt dem Motiv ein kleines Stück',
        'an einer Seite bleibt dem Motiv kein Platz',
      ],
      clear: [
        'der Bildrand schneidet das Motiv an',
        'ein Teil des Motivs ist abgeschnitten',
        'das Motiv läuft aus dem Bild hinaus',
      ],
      strong: [
        'das Motiv ist hart angeschnitten',
        'der Bildrand fährt mitten durch das Motiv',
        'dass am Motiv etwas fehlt, ist nicht zu übersehen',
      ],
    },
    fault: name('der', 'Anschnitt des Motivs'),
    effect: effect(
      ['das Motiv unvollständig wirken', 'lassen', 'lässt'],
      ['den Blick an den Bildrand', 'lenken', 'lenkt'],
    ),
    nextTime: [
      'lass {then} rund um das Motiv Platz',
      'halte {then} das ganze Motiv im Bild oder schneide es so entschieden an, dass es gewollt wirkt',
    ],
  },
  clutter: {
    title: 'unruhiges Umfeld',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `${number(value, 0)} % der Umgebung unruhig`,
    weakness: {
      slight: [
        'die Umgebung ist etwas unruhig',
        'Einzelheiten neben dem Motiv lenken ein wenig ab',
        'das Umfeld kommt nicht ganz zur Ruhe',
        '{figure} der Umgebung wollen ebenfalls Aufmerksamkeit',
      ],
      clear: [
        'die Umgebung ist überladen',
        'ein unruhiges Umfeld macht dem Motiv Konkurrenz',
        'rund um das Motiv ist zu viel los',
        '{figure} der Umgebung sind unruhig und stören',
      ],
      strong: [
        'das Motiv geht im Durcheinander unter',
        'die Umgebung ist so unruhig, dass sich das Motiv kaum behauptet',
        'dicht gedrängte Einzelheiten erdrücken das Motiv',
      ],
    },
    fault: name('die', 'Unruhe rund um das Motiv'),
    trait: {
      low: [
        'die Umgebung ist ruhig',
        'nur {figure} der Umgebung sind unruhig',
        'rund um das Motiv geschieht wenig',
      ],
      high: [
        'rund um das Motiv geschieht eine Menge',
        'auch die Umgebung hat viel zu erzählen',
        '{figure} der Umgebung sind unruhig',
      ],
    },
    effect: effect(
      ['den Blick vom Motiv', 'wegziehen', 'zieht', 'weg'],
      ['das Wichtige schwerer erkennbar', 'machen', 'macht'],
    ),
    nextTime: [
      'such dir {then} einen Standpunkt mit ruhigem Hintergrund',
      'öffne {then} die Blende oder geh näher heran',
    ],
  },
  'subject-sharpness': {
    title: 'Schärfe des Motivs',
    value: ({ value, details }) => {
      const pixels = details?.['spreadPx'] ?? 0;
      return `Kanten des Motivs laufen über ${number(pixels, 1)} px aus, ${number(value, 2)} % der langen Seite`;
    },
    weakness: {
      slight: [
        'das Motiv ist etwas weich',
        'die Schärfe sitzt nicht ganz auf dem Motiv',
        'dem Motiv fehlt ein wenig Schärfe',
      ],
      clear: [
        'das Motiv selbst ist nicht scharf',
        'die Schärfe verfehlt das Motiv',
        'am Motiv verschwimmen die Kanten',
      ],
      strong: [
        'das Motiv ist völlig unscharf',
        'in der Unschärfe geht das Motiv unter',
        'am Motiv ist keine scharfe Kante zu finden',
      ],
    },
    fault: name('die', 'Unschärfe am Motiv'),
    strength: {
      slight: [
        'das Motiv ist scharf',
        'die Schärfe liegt auf dem Motiv',
        'das Motiv zeigt gute Details',
        'das Motiv ist klar gezeichnet',
        'die Kanten des Motivs sind sauber',
        'die Schärfe sitzt, wo sie hingehört',
      ],
      clear: ['das Motiv ist gestochen scharf', 'die Schärfe sitzt genau auf dem Motiv'],
      strong: [
        'das Motiv ist bis ins feinste Detail scharf',
        'schärfer könnte das Motiv nicht sein',
      ],
    },
    merit: ['die Schärfe des Motivs', 'die Detailzeichnung am Motiv'],
    effect: effect(
      ['den Blick vom Motiv abgleiten', 'lassen', 'lässt'],
      ['dem Motiv seine Wirkung', 'nehmen', 'nimmt'],
    ),
    nextTime: [
      'lege den Schärfepunkt {then} genau auf das Motiv',
      'blende {then} eine Stufe ab, wenn die Schärfentiefe knapp ist',
    ],
  },
  'depth-separation': {
    title: 'Freistellung',
    value: ({ value }) => {
      const times = 2 ** Math.abs(value);
      if (times < 1.2) return 'Motiv und Umgebung gleich scharf';
      return `Umgebung ${number(times, 1)}-mal so ${value > 0 ? 'weich' : 'scharf'} wie das Motiv`;
    },
    weakness: {
      slight: [
        'die Umgebung ist etwas schärfer als das Motiv',
        'die Umgebung macht dem Motiv in der Schärfe Konkurrenz',
        'die Schärfe kommt nicht in erster Linie dem Motiv zugute',
      ],
      clear: [
        'das Motiv ist deutlich weicher als seine Umgebung',
        'die Schärfe liegt vor oder hinter dem Motiv',
        'schärfere Stellen neben dem Motiv ziehen den Blick an',
      ],
      strong: [
        'die Schärfe liegt auf der Umgebung statt auf dem Motiv',
        'gegen die viel schärfere Umgebung kommt das Motiv nicht an',
        'scharf ist das Umfeld, während das Motiv verschwimmt',
      ],
    },
    fault: name('der', 'Mangel an Abstand zwischen Motiv und Umgebung'),
    strength: {
      slight: [
        'das Motiv hebt sich von einer weicheren Umgebung ab',
        'eine weichere Umgebung hilft dem Motiv',
        'rund um das Motiv ist das Bild weicher',
        'die Weichheit ringsum hebt das Motiv hervor',
        'rund um das Motiv lässt die Schärfe nach',
        'die Umgebung tritt hinter das Motiv zurück',
      ],
      clear: [
        'das Motiv hebt sich klar vom weichen Hintergrund ab',
        'die unscharfe Umgebung stellt das Motiv frei',
      ],
      strong: [
        'das Motiv steht frei vor allem, was dahinter liegt',
        'vor dem weichen Umfeld springt das Motiv ins Auge',
      ],
    },
    merit: ['die Freistellung des Motivs', 'die Weichheit hinter dem Motiv'],
    trait: {
      high: [
        'die Umgebung ist viel weicher als das Motiv',
        'rund um das Motiv fällt die Schärfe rasch ab',
      ],
    },
    effect: effect(
      ['der Umgebung den Vorrang', 'geben', 'gibt'],
      ['das Motiv zurücktreten', 'lassen', 'lässt'],
    ),
    nextTime: [
      'stelle {then} auf das Motiv scharf und öffne die Blende',
      'geh {then} näher an das Motiv heran und stelle darauf scharf',
      'vergrößere {then} den Abstand zwischen dem Motiv und dem, was dahinter liegt',
    ],
  },
  'leading-lines': {
    title: 'Führungslinien',
    value: ({ value }) =>
      `${number(Math.max(0, value), 0)} % mehr schräge Linien als durch Zufall führen zum Motiv`,
    strength: {
      slight: [
        'einige der Linien führen zum Motiv',
        'ein paar schräge Linien weisen auf das Motiv',
      ],
      clear: ['Linien führen den Blick zum Motiv', 'die Linien der Szene laufen auf das Motiv zu'],
      strong: [
        'fast alle schrägen Linien führen zum Motiv',
        'die Linien ziehen den Blick geradewegs zum Motiv',
      ],
    },
    merit: ['der Zug der Linien', 'der Verlauf der Linien'],
  },
  symmetry: {
    title: 'Symmetrie',
    value: ({ value }) =>
      `${number(100 * Math.max(0, value), 0)} % Übereinstimmung mit dem Spiegelbild`,
    strength: {
      slight: [
        'im Bild steckt eine gewisse Symmetrie',
        'die beiden Hälften ähneln einander',
        'eine lockere Symmetrie ordnet das Bild',
        'die eine Hälfte klingt in der anderen nach',
        'im Bild deutet sich ein Spiegelbild an',
      ],
      clear: ['das Bild ist auf Symmetrie gebaut', 'die beiden Hälften antworten einander'],
      strong: ['beide Hälften spiegeln einander', 'die Symmetrie ist fast vollkommen'],
    },
    merit: ['die Symmetrie', 'der symmetrische Aufbau'],
    trait: {
      low: [
        'die beiden Hälften haben wenig gemeinsam',
        'die beiden Hälften unterscheiden sich stark',
      ],
      high: ['die beiden Hälften haben viel gemeinsam', 'das Bild gleicht fast seinem Spiegelbild'],
    },
  },
  repetition: {
    title: 'Wiederholung',
    value: ({ value }) => `Regelmäßigkeit ${number(value, 2)} von 1`,
    strength: {
      slight: [
        'wiederkehrende Formen geben etwas Rhythmus',
        'ein paar Formen kehren in gleichem Abstand wieder',
      ],
      clear: [
        'die Wiederholung gibt dem Bild Rhythmus',
        'wiederkehrende Formen geben den Takt vor',
      ],
      strong: ['ein regelmäßiges Muster trägt das Bild', 'das ganze Bild folgt einem Rhythmus'],
    },
    merit: ['die Wiederkehr der Formen', 'der Rhythmus der Formen'],
    trait: {
      high: [
        'manche Formen kehren in regelmäßigem Abstand wieder',
        'durch das Bild zieht sich ein Muster',
      ],
    },
  },
  'colour-harmony': {
    title: 'Farbharmonie',
    value: ({ value, details }) => {
      const distance = details?.['hueDistanceDeg'] ?? 0;
      const hues =
        distance === 0
          ? 'ein führender Farbton'
          : `zwei führende Farbtöne, ${number(distance, 0)}° auseinander`;
      return `${hues}; ${number(value, 0)}° von der Harmonie entfernt`;
    },
    weakness: {
      slight: [
        'die Farben passen nicht ganz zusammen',
        'einzelne Farbtöne fallen aus der Palette heraus',
        'die Palette ist etwas unruhig',
      ],
      clear: [
        'die Farben vertragen sich schlecht',
        'die Farbtöne ziehen in verschiedene Richtungen',
        'der Palette fehlt der Zusammenhalt',
      ],
      strong: [
        'die Farben beißen sich',
        'Farbtöne aus dem ganzen Farbkreis liegen miteinander im Streit',
        'die Palette fällt auseinander',
      ],
    },
    fault: name('der', 'Missklang der Farben'),
    strength: {
      slight: [
        'die Farben passen zueinander',
        'die Farbtöne fügen sich zusammen',
        'die Farben vertragen sich gut',
        'keine Farbe tanzt aus der Reihe',
        'die Palette ist aus einem Guss',
        'die Farbtöne sind miteinander verwandt',
      ],
      clear: [
        'die Farbtöne bilden eine harmonische Palette',
        'eine stimmige Palette hält das Bild zusammen',
      ],
      strong: [
        'die Farben gehören zusammen wie ausgesucht',
        'die Palette ist ganz in sich stimmig',
      ],
    },
    merit: ['die Harmonie der Farben', 'die stimmige Farbpalette'],
    effect: effect(
      ['die Aufmerksamkeit auf die Farben selbst', 'lenken', 'lenkt'],
      ['das Bild in einzelne Teile', 'zerlegen', 'zerlegt'],
    ),
    mend: [
      'dämpfe den Farbton, der zu keinem anderen passt',
      'nimm die Farbe zurück, die aus der Reihe fällt',
    ],
    nextTime: ['lass die Farbe {then} aus dem Bild, die aus der Reihe fällt'],
  },
  'subject-clarity': {
    title: 'Klarheit des Motivs',
    value: ({ value }) => `Klarheit ${number(value, 2)} von 1`,
    weakness: {
      slight: [
        'als Motiv hebt sich nichts so recht heraus',
        'der Blick sucht ein wenig nach dem Motiv',
        'worum es geht, zeigt sich erst nach einem Moment',
      ],
      clear: [
        'es bleibt unklar, worum es im Bild geht',
        'nichts hält den Blick fest',
        'dem Bild fehlt ein klares Motiv',
      ],
      strong: [
        'ein Motiv ist nirgends zu erkennen',
        'der Blick wandert umher, ohne etwas zu finden',
        'das Bild lässt völlig offen, wovon es handelt',
      ],
    },
    fault: name('die', 'Unklarheit über das Motiv'),
    strength: {
      slight: [
        'das Motiv ist leicht zu finden',
        'man sieht bald, worum es im Bild geht',
        'ein Motiv hat die Führung',
        'der Blick weiß bald, wohin',
        'es gibt ein Motiv, an das man sich halten kann',
        'das Motiv gibt sich zu erkennen',
        'das Bild hat ein Motiv, das sich benennen lässt',
      ],
      clear: [
        'das Motiv ist auf den ersten Blick klar',
        'ein klares Motiv hält den Blick',
        'woran man sich halten soll, steht außer Zweifel',
        'der Blick landet auf dem Motiv und bleibt dort',
      ],
      strong: [
        'das Bild weiß genau, wovon es handelt',
        'nichts als das Motiv verlangt Aufmerksamkeit',
      ],
    },
    merit: ['das klare Motiv', 'das leicht zu findende Motiv'],
    effect: effect(
      ['dem Blick den Einstieg', 'erschweren', 'erschwert'],
      ['dem Bild seinen Mittelpunkt', 'nehmen', 'nimmt'],
    ),
    nextTime: [
      'entscheide {then} vor dem Auslösen, worum es im Bild gehen soll',
      'hebe das Motiv {then} durch Licht, Schärfe oder freie Fläche heraus',
    ],
  },
  simplicity: {
    title: 'Schlichtheit',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `${number(value, 0)} % der Bildfläche ruhig`,
    weakness: {
      slight: [
        'im Bild gibt es viel zu sehen',
        'das Bild käme mit weniger aus',
        'ruhige Flächen sind rar',
        'nur {figure} der Bildfläche lassen das Auge ruhen',
      ],
      clear: [
        'das Bild ist überfüllt',
        'der Blick findet keinen Ruhepunkt',
        'zu vieles teilt sich die Bildfläche',
        'bloß {figure} der Bildfläche kommen zur Ruhe',
      ],
      strong: [
        'das Bild ist bis in den letzten Winkel vollgestellt',
        'in einem einzigen Bild steckt viel zu viel',
        'nirgends auf der Bildfläche herrscht Ruhe',
      ],
    },
    fault: name('die', 'Überfülle im Bild'),
    strength: {
      slight: [
        'im Bild gibt es ruhige Fläche',
        'das Bild lässt dem Auge Raum zum Ausruhen',
        'das Bild sagt nicht mehr, als es muss',
        'wenig stört den Blick',
        'ein guter Teil des Bildes bleibt ruhig',
        'das Bild lässt vieles weg',
      ],
      clear: ['ruhige Flächen geben dem Bild Klarheit', 'der Aufbau ist schlicht und ruhig'],
      strong: [
        'das Bild beschränkt sich auf das Wesentliche',
        'schlichter könnte der Aufbau kaum sein',
      ],
    },
    merit: ['die Schlichtheit', 'die Ruhe in der Bildfläche'],
    trait: {
      low: [
        'fast überall im Bild gibt es Einzelheiten',
        'nicht mehr als {figure} der Bildfläche sind ruhig',
        'kaum eine Stelle ist ohne Einzelheiten',
      ],
      high: ['{figure} der Bildfläche sind ruhig', 'ein großer Teil der Bildfläche bleibt ruhig'],
    },
    effect: effect(
      ['die Teile des Bildes miteinander konkurrieren', 'lassen', 'lässt'],
      ['das Bild schwer lesbar', 'machen', 'macht'],
    ),
    nextTime: [
      'lass {then} weg, was das Bild nicht braucht',
      'geh {then} näher heran und nimm weniger ins Bild',
    ],
  },
  panorama: {
    title: 'Panorama',
    value: ({ value }) => `${number(value, 2)} : 1`,
    style: [
      'das Bild hat das Format eines Panoramas',
      'das lange Format streckt die Szene',
      'das Bild ist viel breiter als hoch',
    ],
  },
  'shallow-depth-of-field': {
    title: 'geringe Schärfentiefe',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `${number(value, 0)} % der Bildfläche weicher als die Schärfeebene`,
    style: [
      'die Schärfentiefe ist gering',
      'eine schmale Schärfeebene lässt den Rest weich',
      'was nicht im Fokus liegt, verschwimmt',
    ],
    trait: {
      low: ['die Schärfe reicht durch das ganze Bild', 'nah und fern sind gleich scharf'],
      high: [
        '{figure} der Bildfläche sind weicher als die Schärfeebene',
        'nur ein Teil des Bildes liegt in der Schärfe',
      ],
    },
  },
  'film-grain': {
    title: 'Filmkorn',
    value: ({ value }) => `Korn mit σ ${number(value, 1)} von 255`,
    style: [
      'die Körnung sieht nach Film aus',
      'ein filmartiges Korn gibt der Oberfläche Struktur',
      'die Körnung wirkt eher wie Struktur als wie Rauschen',
    ],
  },
  panning: {
    title: 'Mitzieher',
    value: ({ value }) => `Umgebung über ${number(value, 1)} % der langen Seite verwischt`,
    style: [
      'die Kamera scheint dem Motiv gefolgt zu sein',
      'der streifige Hintergrund zeigt Bewegung',
      'die Umgebung ist verwischt wie bei einem Mitzieher',
    ],
  },
  'long-exposure': {
    title: 'Langzeitbelichtung',
    value: ({ value }) =>
      value >= 0.3 ? `${number(value, 1).replace(',0', '')} s` : `1/${Math.round(1 / value)} s`,
    style: [
      'die Langzeitbelichtung glättet, was sich bewegt',
      'was stillsteht, bleibt trotz der langen Belichtung scharf',
      'die lange Belichtung lässt die Zeit durchs Bild fließen',
    ],
  },
  minimalism: {
    title: 'Minimalismus',
    value: ({ value }) => `${number(value, 0)} % Ruhe um ein kleines Motiv`,
    style: [
      'ein kleines Motiv steht in viel Ruhe',
      'das meiste im Bild ist leerer Raum',
      'das Bild kommt mit sehr wenig aus',
    ],
  },
  'low-key': {
    title: 'Low-Key',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `${number(value, 0)} % der Bildfläche im Dunkeln`,
    style: [
      'das Bild wirkt wie ein Low-Key',
      'aus viel Dunkel heben sich einzelne Lichter heraus',
      'die Tonwerte sind überwiegend dunkel',
    ],
    trait: {
      low: ['es gibt kaum Dunkles im Bild', 'das Bild kommt fast ohne Schatten aus'],
      high: [
        '{figure} der Bildfläche liegen im Dunkeln',
        'im Bild ist mehr Dunkles als auf den meisten Fotos',
      ],
    },
  },
  'high-key': {
    title: 'High-Key',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `${number(value, 0)} % der Bildfläche nahe Weiß`,
    style: [
      'das Bild wirkt wie ein High-Key',
      'das meiste spielt sich nahe an Weiß ab',
      'die Tonwerte sind überwiegend hell',
    ],
    trait: {
      low: ['das Bild kommt fast ohne helle Töne aus', 'es gibt kaum Weiß im Bild'],
      high: [
        '{figure} der Bildfläche kommen Weiß nahe',
        'im Bild ist mehr Weiß als auf den meisten Fotos',
      ],
    },
  },
  'black-and-white': {
    title: 'Schwarzweiß',
    value: ({ value }) =>
      value < 0.03 ? 'keine Farbe' : `Farbtöne streuen um ${number(value, 2)} Blendenstufen`,
    style: [
      'das Bild ist schwarzweiß',
      'statt mit Farben arbeitet das Bild mit Tonwerten',
      'ohne ein Nebeneinander von Farben treten Licht und Form hervor',
    ],
    trait: {
      low: [
        'die Farben bleiben nahe bei einem Farbton',
        'das Bild kommt mit wenigen Farbtönen aus',
      ],
      high: [
        'viele Farbtöne treffen aufeinander',
        'die Farbtöne liegen weiter auseinander als auf den meisten Fotos',
      ],
    },
  },
  silhouette: {
    title: 'Silhouette',
    value: ({ value }) =>
      `${number(value, 0)} % des Kontrasts zwischen dunklen Formen und hellem Grund`,
    style: [
      'die dunklen Formen stehen als Silhouetten vor dem Licht',
      'allein der Umriss zeigt die Form',
      'das Licht scheint von hinten zu kommen',
    ],
  },
  fog: {
    title: 'Nebel',
    value: ({ value }) =>
      `auf der halben Bildfläche schluckt die Luft ${number(value, 0)} % des Lichts`,
    style: [
      'blasse Töne liegen wie Nebel über dem Bild',
      'das Bild hat die Weichheit von Nebel',
      'die Töne verblassen wie im Nebel',
    ],
  },
  'feature-congestion': {
    title: 'Gedränge auf der Seite',
    figure: (value) => number(value, 1),
    value: ({ value }) => `${number(value, 2)}-faches Gedränge einer üblichen Seite`,
    weakness: {
      slight: [
        'auf der Seite ist es etwas gedrängt',
        'auf der Seite will vieles zugleich beachtet werden',
        'auf der Seite steht alles ein wenig dicht',
      ],
      clear: [
        'die Seite ist gedrängt voll',
        'auf der Seite wetteifert zu vieles um Beachtung',
        'auf der Seite kann sich kaum etwas abheben',
      ],
      strong: [
        'die Seite ist überladen',
        'auf dieser Seite schreit alles durcheinander',
        'auf der Seite geht alles im Gedränge unter',
      ],
    },
    fault: name('das', 'Gedränge auf der Seite'),
    effect: effect(
      ['allem den Raum', 'nehmen', 'nimmt'],
      ['das Suchen auf der Seite', 'erschweren', 'erschwert'],
    ),
    mend: ['nimm weg, was die Seite entbehren kann', 'gib dem Wichtigen mehr Raum als dem Rest'],
    trait: {
      low: ['auf der Seite drängt sich nichts', 'was auf der Seite steht, kann sich abheben'],
      high: ['überall auf der Seite ist etwas los', 'die Seite ist dicht gefüllt'],
    },
  },
  'subband-entropy': {
    title: 'visuelle Komplexität',
    figure: (value) => `${number(value, 1)} Bit`,
    value: ({ value }) => `${number(value, 2)} Bit je Einzelheit`,
    weakness: {
      slight: [
        'es gibt recht viel auf einmal zu erfassen',
        'die Seite ist fürs Auge etwas verwickelt',
      ],
      clear: ['es gibt zu viel auf einen Blick zu erfassen', 'die Seite ist fürs Auge verwickelt'],
      strong: [
        'die Menge der Einzelheiten überwältigt',
        'die Seite ist fürs Auge viel zu verwickelt',
      ],
    },
    fault: name('die', 'Überfülle an Einzelheiten'),
    effect: effect(
      ['das Erfassen der Seite', 'verlangsamen', 'verlangsamt'],
      ['das Auge', 'ermüden', 'ermüdet'],
    ),
    mend: [
      'zeig weniger auf einmal und den Rest auf Wunsch',
      'wiederhole gleiche Formen, statt neue zu bringen',
    ],
    trait: {
      low: ['die Seite ist schnell erfasst', 'es gibt wenig zu erfassen'],
      high: ['es gibt sehr viel zu erfassen', 'die Seite ist reich an Einzelheiten'],
    },
  },
  'contour-density': {
    title: 'Dichte der Konturen',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `Konturen auf ${number(value, 1)} % der Seite`,
    weakness: {
      slight: ['Linien und Buchstaben stehen recht dicht', 'die Seite hat ein paar Kanten zu viel'],
      clear: ['Linien und Buchstaben stehen zu dicht', 'Kanten bedecken zu viel von der Seite'],
      strong: [
        'die Seite ist ein Dickicht aus Linien und Buchstaben',
        'Kanten bedecken fast die ganze Seite',
      ],
    },
    fault: name('das', 'Übermaß an Linien und Buchstaben'),
    effect: effect(
      ['die Seite unruhig', 'machen', 'macht'],
      ['Text und Rahmen ineinanderlaufen', 'lassen', 'lässt'],
    ),
    mend: ['lass Rahmen und Linien weg, wo Abstand genügt', 'kürze den Text'],
    trait: {
      low: ['Linien und Buchstaben sind selten', 'kaum eine Kante stört die Seite'],
      high: ['Linien und Buchstaben sind zahlreich', 'Konturen ziehen über {figure} der Seite'],
    },
  },
  colourfulness: {
    title: 'Farbigkeit',
    value: ({ value }) => `Farbigkeit ${number(value, 0)}`,
    strength: {
      slight: ['Farbe gibt der Seite etwas Leben', 'einige Farbe belebt die Seite'],
      clear: ['Farbe bringt Leben in die Seite', 'die Seite ist angenehm farbig'],
      strong: ['die Seite ist voller Farbe', 'Farbe trägt die ganze Seite'],
    },
    merit: ['die Farbigkeit', 'der Mut zur Farbe'],
    trait: {
      low: ['die Seite kommt fast ohne Farbe aus', 'die Seite bleibt bei Grautönen'],
      high: ['die Seite ist sehr farbig', 'kräftige Farben bedecken einen großen Teil der Seite'],
    },
  },
  'colour-variety': {
    title: 'Zahl der Farben',
    figure: (value) => number(value, 0),
    value: ({ value }) => `${number(value, 0)} Farben`,
    weakness: {
      slight: [
        'die Seite hat ein paar Farben zu viel',
        'die Farbauswahl der Seite ist etwas weit gefasst',
      ],
      clear: ['zu viele Farben wetteifern', 'der Seite fehlt eine eigene Farbpalette'],
      strong: ['die Seite zerfällt in Farben', 'viel zu viele Farben sind zusammengewürfelt'],
    },
    fault: name('das', 'Übermaß an Farben'),
    effect: effect(
      ['den Farben die Bedeutung', 'nehmen', 'nimmt'],
      ['die Seite wie Stückwerk wirken', 'lassen', 'lässt'],
    ),
    mend: [
      'beschränke dich auf wenige Farben und ihre Abstufungen',
      'spar kräftige Farben für das Wichtige auf',
    ],
    trait: {
      low: ['die Seite kommt mit wenigen Farben aus', 'der Seite genügen {figure} Farben'],
      high: [
        'die Seite hat viele verschiedene Farben',
        'auf der Seite finden sich {figure} Farben',
      ],
    },
  },
  'white-space': {
    title: 'Weißraum',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `${number(value, 0)} % der Seite frei`,
    weakness: {
      slight: ['die Seite lässt eher wenig frei', 'etwas mehr Weißraum täte der Seite gut'],
      clear: ['die Seite lässt zu wenig frei', 'der Seite fehlt Weißraum'],
      strong: ['von der Seite ist so gut wie nichts frei', 'Weißraum fehlt ganz und gar'],
    },
    fault: name('der', 'Mangel an Weißraum'),
    strength: {
      slight: ['Weißraum ist genügend da', 'von der Seite ist genug frei'],
      clear: ['großzügiger Weißraum lässt die Seite atmen', 'ein guter Teil der Seite ist frei'],
      strong: ['reichlich Weißraum hebt das Wichtige hervor', 'die Seite ist herrlich luftig'],
    },
    merit: ['der Weißraum', 'der freie Raum auf der Seite'],
    effect: effect(
      ['die Seite voll wirken', 'lassen', 'lässt'],
      ['dem Auge die Ruhe', 'nehmen', 'nimmt'],
    ),
    mend: ['lass zwischen den Blöcken mehr Platz', 'vergrößere Ränder und Zeilenabstand'],
    trait: {
      low: ['nur {figure} der Seite sind frei', 'fast die ganze Seite ist gefüllt'],
      high: ['{figure} der Seite sind frei', 'der größte Teil der Seite ist frei'],
    },
  },
  'page-symmetry': {
    title: 'Symmetrie der Seite',
    value: ({ value }) => `zu ${number(100 * Math.max(0, value), 0)} % links wie rechts`,
    strength: {
      slight: [
        'die Seite ist einigermaßen symmetrisch angelegt',
        'links und rechts auf der Seite entsprechen einander',
      ],
      clear: ['die Seite ist symmetrisch angelegt', 'die Seitenhälften antworten einander'],
      strong: [
        'die Anlage der Seite ist fast ein Spiegelbild',
        'die Seite ist durch und durch symmetrisch',
      ],
    },
    merit: ['die symmetrische Anlage', 'die Symmetrie der Seite'],
    trait: {
      low: [
        'die Seite ist ohne Symmetrie angelegt',
        'links und rechts auf der Seite sind verschieden',
      ],
      high: [
        'links und rechts auf der Seite haben viel gemeinsam',
        'vieles auf der Seite ist gespiegelt',
      ],
    },
  },
  'page-balance': {
    title: 'Ausgewogenheit der Seite',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `leichtere Hälften wiegen ${number(value, 0)} % der schwereren`,
    weakness: {
      slight: ['die Seite ist etwas ungleich gefüllt', 'eine Hälfte der Seite ist etwas leer'],
      clear: ['die Seite ist ungleich gefüllt', 'fast alles steht in einer Hälfte der Seite'],
      strong: ['das ganze Gewicht der Seite liegt in einer Hälfte', 'die Seite hat Schlagseite'],
    },
    fault: name('das', 'Ungleichgewicht der Seite'),
    strength: {
      slight: [
        'die Seite ist recht gleichmäßig gefüllt',
        'die Hälften der Seite wiegen etwa gleich viel',
      ],
      clear: ['die Seite ist gut ausgewogen', 'der Inhalt ist gleichmäßig über die Seite verteilt'],
      strong: [
        'die Hälften der Seite wiegen genau gleich viel',
        'die Seite ist vollkommen ausgewogen',
      ],
    },
    merit: ['die gleichmäßige Anlage', 'die Ausgewogenheit der Seite'],
    effect: effect(
      ['die Seite unfertig wirken', 'lassen', 'lässt'],
      ['den Blick an einer Hälfte', 'vorbeiführen', 'führt', 'vorbei'],
    ),
    mend: ['verteil den Inhalt über die ganze Seite', 'gib der leereren Hälfte etwas zu tragen'],
    trait: {
      low: [
        'die eine Hälfte der Seite ist voller als die andere',
        'die Seite ist einseitig gefüllt',
      ],
      high: ['alle Hälften der Seite sind gleich voll', 'die Seite ist überall gleich voll'],
    },
  },
  'block-alignment': {
    title: 'Ausrichtung der Blöcke',
    figure: (value) => `${number(value, 0)} %`,
    value: ({ value }) => `Blöcke zu ${number(value, 0)} % in Flucht`,
    weakness: {
      slight: ['nicht alle Blöcke liegen in einer Flucht', 'die Blöcke sind leicht versetzt'],
      clear: ['die Blöcke liegen nicht in einer Flucht', 'das Raster der Seite ist kaum zu sehen'],
      strong: ['die Blöcke liegen kreuz und quer', 'die Seite hat kein Raster'],
    },
    fault: name('der', 'Mangel an Ausrichtung'),
    strength: {
      slight: [
        'die meisten Blöcke liegen in einer Flucht',
        'hinter der Seite ist ein Raster zu ahnen',
      ],
      clear: ['die Blöcke sind gut ausgerichtet', 'ein klares Raster ordnet die Seite'],
      strong: [
        'die Blöcke sind durchweg ausgerichtet',
        'ein strenges Raster hält die Seite zusammen',
      ],
    },
    merit: ['die Ausrichtung der Blöcke', 'das klare Raster'],
    effect: effect(
      ['die Anlage zufällig wirken', 'lassen', 'lässt'],
      ['das Auge bei jedem Block neu suchen', 'lassen', 'lässt'],
    ),
    mend: ['richte die Blöcke an wenigen gemeinsamen Kanten aus', 'setz die Blöcke in ein Raster'],
    trait: {
      low: ['die Blöcke teilen wenige Fluchten', 'die Kanten der Blöcke liegen auf vielen Linien'],
      high: [
        'die Blöcke teilen die meisten Fluchten',
        'die Kanten der Blöcke liegen auf wenigen Linien',
      ],
    },
  },
};
