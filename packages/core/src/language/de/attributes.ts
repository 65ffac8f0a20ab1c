/** What German says of attributes. */
import type { AttributeWords } from '../words.js';

/** A number as German writes it: decimal comma, true minus sign, no minus before nothing. */
function number(value: number, digits: number): string {
  const text = value.toFixed(digits).replace('.', ',');
  return text.replace('-', /[1-9]/.test(text) ? '−' : '');
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
    effect: [
      'lässt das Bild rau wirken',
      'überlagert feine Strukturen',
      'stört die weichen Übergänge',
    ],
    advice: [
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
    effect: ['macht weiche Übergänge stufig', 'wischt feine Strukturen weg'],
    advice: [
      'exportiere das Bild noch einmal aus dem Original, mit einer Qualität von mindestens 85',
      'geh zum Original zurück und speichere es in höherer Qualität, denn was die Kompression verworfen hat, kommt nicht zurück',
      'speichere das Bild beim nächsten Mal weniger stark komprimiert, mit einer Qualität von mindestens 85',
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
    effect: [
      'lässt das Bild künstlich wirken',
      'macht feine Strukturen spröde',
      'hebt auch Rauschen und kleine Störungen hervor',
    ],
    advice: [
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
    effect: [
      'gibt dem Blick keinen Halt',
      'nimmt Oberflächen ihre Struktur',
      'fällt umso mehr auf, je größer das Bild gezeigt wird',
    ],
    advice: [
      'stelle beim nächsten Mal direkt auf das Motiv scharf, denn verfehlte Schärfe lässt sich nicht nachträglich zurückholen',
      'prüfe die Schärfe beim nächsten Mal gleich nach der Aufnahme in der Vergrößerung',
      'nimm dir beim nächsten Mal Zeit für die Scharfstellung und kontrolliere das Ergebnis vergrößert',
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
    effect: [
      'kostet feine Zeichnung',
      'zieht Punkte zu Strichen',
      'macht kleine Dinge schwer erkennbar',
    ],
    advice: [
      'wähle beim nächsten Mal eine kürzere Belichtungszeit, notfalls mit höherer Empfindlichkeit',
      'stütze die Kamera beim nächsten Mal ab oder nimm ein Stativ, denn Verwischtes lässt sich nicht mehr retten',
      'schalte beim nächsten Mal die Bildstabilisierung ein oder belichte kürzer',
    ],
  },
  'under-exposure': {
    title: 'Unterbelichtung',
    value: ({ value }) => `hellste Stellen ${number(value, 1)} EV unter Weiß`,
    weakness: {
      slight: [
        'das Bild ist etwas dunkel geraten',
        'die Belichtung fällt leicht knapp aus',
        'ein wenig mehr Licht könnte das Bild vertragen',
      ],
      clear: [
        'das Bild ist unterbelichtet',
        'die Belichtung ist zu knapp, und selbst die Lichter wirken stumpf',
        'nichts im Bild kommt nahe an Weiß heran',
      ],
      strong: [
        'das Bild ist stark unterbelichtet',
        'die Szene versinkt samt ihren Lichtern im Dunkeln',
        'im Bild ist viel zu wenig Licht angekommen',
      ],
    },
    effect: [
      'verschenkt die hellen Tonwerte',
      'drängt die dunklen Töne zusammen',
      'lässt die Szene schwer wirken',
    ],
    advice: [
      'helle das Bild auf',
      'hebe die Belichtung an, bis die hellsten Stellen nahe an Weiß liegen',
    ],
  },
  'over-exposure': {
    title: 'Überbelichtung',
    value: ({ value }) => (value < 0.05 ? 'nicht zu hell' : `etwa ${number(value, 1)} EV zu hell`),
    weakness: {
      slight: [
        'das Bild ist etwas zu hell',
        'die Belichtung fällt leicht reichlich aus',
        'den hellen Tönen fehlt ein wenig Kraft',
      ],
      clear: [
        'das Bild ist überbelichtet',
        'die Belichtung ist zu reichlich, und die hellen Töne wirken ausgewaschen',
        'zu viel Licht nimmt den hellen Partien die Farbe',
      ],
      strong: [
        'das Bild ist stark überbelichtet',
        'die Szene geht im Licht unter',
        'viel zu viel Licht hat das Bild ausgebleicht',
      ],
    },
    effect: [
      'nimmt hellen Flächen ihre Plastizität',
      'lässt die Lichter dünn wirken',
      'verwischt die Unterschiede zwischen hellen Tönen',
    ],
    advice: [
      'dunkle das Bild ab',
      'nimm die Belichtung zurück, soweit die Lichter noch Zeichnung haben',
    ],
  },
  'clipped-highlights': {
    title: 'ausgefressene Lichter',
    value: ({ value }) =>
      value < 0.05 ? 'keine' : `${number(value, value < 10 ? 1 : 0)} % der Bildfläche`,
    weakness: {
      slight: [
        'an kleinen Stellen fehlt den Lichtern die Zeichnung',
        'einige der hellsten Punkte sind beschnitten',
        'ein paar Lichter haben ihre Details verloren',
      ],
      clear: [
        'die Lichter sind ausgefressen',
        'in den hellsten Partien ist nichts mehr zu unterscheiden',
        'ein sichtbarer Teil der Bildfläche ist in den Lichtern beschnitten',
      ],
      strong: [
        'weite Flächen fressen aus, und ihre Zeichnung ist endgültig verloren',
        'ein großer Teil des Bildes ist nur noch leere Helligkeit',
        'von ganzen Partien ist bloß blankes Licht geblieben',
      ],
    },
    effect: [
      'reißt Löcher in helle Flächen',
      'zieht den Blick auf leere Stellen',
      'lässt der Bearbeitung keinen Spielraum',
    ],
    advice: [
      'belichte beim nächsten Mal auf die hellste Stelle, die Zeichnung behalten soll',
      'belichte beim nächsten Mal auf die Lichter und helle die Schatten später auf',
      'mach beim nächsten Mal eine Belichtungsreihe, denn was ausgefressen ist, lässt sich nicht zurückholen',
    ],
  },
  'crushed-shadows': {
    title: 'zugelaufene Schatten',
    value: ({ value }) =>
      value < 0.05 ? 'keine' : `${number(value, value < 10 ? 1 : 0)} % der Bildfläche`,
    weakness: {
      slight: [
        'einzelne Schatten sind zugelaufen',
        'manche der dunkelsten Stellen zeigen reines Schwarz',
        'in kleinen dunklen Partien fehlt die Zeichnung',
      ],
      clear: [
        'die Schatten laufen zu',
        'in den Tiefen ist nichts mehr zu erkennen',
        'ein sichtbarer Teil der Bildfläche ist in Schwarz versunken',
      ],
      strong: [
        'große Teile des Bildes sind leeres Schwarz',
        'weite Flächen sind zugelaufen, und ihre Zeichnung ist endgültig verloren',
        'Schwarz verschluckt einen großen Teil des Bildes',
      ],
    },
    effect: [
      'nimmt den Schatten ihre Tiefe',
      'lässt dunkle Formen ineinanderfließen',
      'lässt in den Tiefen nichts zum Aufhellen übrig',
    ],
    advice: [
      'gib den Schatten beim nächsten Mal mehr Licht, durch längere Belichtung oder einen Aufheller',
      'belichte beim nächsten Mal reichlicher, denn reines Schwarz lässt sich nicht zurückholen',
      'helle die Schatten beim nächsten Mal schon bei der Aufnahme auf',
    ],
  },
  'low-contrast': {
    title: 'geringer Kontrast',
    value: ({ value }) => `Tonwerte füllen ${number(value, 0)} % des Umfangs`,
    weakness: {
      slight: [
        'der Kontrast ist etwas gering',
        'die Tonwerte nutzen ihren Umfang nicht ganz aus',
        'ein wenig mehr Kontrast täte dem Bild gut',
      ],
      clear: [
        'das Bild wirkt flau',
        'dem Bild fehlt es an Kontrast',
        'die Tonwerte drängen sich auf engem Raum',
      ],
      strong: [
        'das Bild ist durch und durch flau',
        'zwischen der hellsten und der dunkelsten Stelle liegt kaum ein Unterschied',
        'Hell und Dunkel gehen beinahe ineinander auf',
      ],
    },
    effect: [
      'lässt Formen flach aussehen',
      'nimmt dem Licht seine Kraft',
      'trennt Licht und Schatten zu wenig',
    ],
    advice: ['hebe den Kontrast an', 'spreize die Tonwerte, bis sie von Schwarz bis Weiß reichen'],
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
    effect: ['schwächt Kontrast und Farben', 'rückt die Szene in die Ferne'],
    advice: [
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
    effect: ['stellt die Farbe vor Form und Licht', 'ermüdet das Auge schnell'],
    advice: [
      'nimm die Sättigung zurück',
      'dämpfe die Farben, bis feine Abstufungen wieder zu sehen sind',
    ],
  },
  'dull-colour': {
    title: 'matte Farben',
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
    effect: ['lässt die Szene müde wirken', 'lässt verschiedene Farben einander ähneln'],
    advice: ['hebe die Sättigung an', 'gib den Farben mehr Kraft, ohne sie zu überziehen'],
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
    effect: ['färbt auch Weiß und Grau gelblich', 'dämpft die Blautöne'],
    advice: [
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
    effect: ['färbt auch Weiß und Grau bläulich', 'dämpft die warmen Töne'],
    advice: [
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
    effect: ['färbt auch Weiß und Grau grünlich', 'nimmt Rottönen ihre Wärme'],
    advice: [
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
    effect: ['färbt auch Weiß und Grau rosa', 'lässt Grüntöne stumpf wirken'],
    advice: [
      'verschiebe den Weißabgleich in Richtung Grün',
      'nimm Magenta heraus, bis Grau wieder neutral wirkt',
    ],
  },
  vignetting: {
    title: 'Vignettierung',
    value: ({ value }) =>
      `Ecken ${number(Math.abs(value), 1)} EV ${value < 0 ? 'heller' : 'dunkler'}`,
    weakness: {
      slight: [
        'die Ecken sind etwas dunkel',
        'nach außen hin wird das Licht ein wenig schwächer',
        'eine leichte Vignette ist zu sehen',
      ],
      clear: [
        'die Ecken sind sichtbar dunkler als die Mitte',
        'das Licht fällt zu den Ecken hin ab',
        'eine Vignette verdunkelt die Bildränder',
      ],
      strong: [
        'die Ecken versinken im Dunkeln',
        'eine starke Vignette engt das Bild ein',
        'das Bild sieht aus wie durch ein Rohr fotografiert',
      ],
    },
    effect: ['lässt das Licht ungleichmäßig wirken', 'macht die Bildränder schwer'],
    advice: ['helle die Ecken auf', 'gleiche die Vignettierung mit der Objektivkorrektur aus'],
  },
  'horizon-tilt': {
    title: 'Horizontneigung',
    value: ({ value }) => {
      const amount = number(Math.abs(value), 1);
      if (amount === '0,0') return 'waagerecht';
      return `${amount}°, ${value > 0 ? 'rechts' : 'links'} tiefer`;
    },
    weakness: {
      slight: [
        'der Horizont hängt {side} ein wenig',
        'das Bild ist nicht ganz im Lot und neigt sich leicht nach {side}',
        'eine leichte Schräge zieht das Bild nach {side}',
      ],
      clear: [
        'der Horizont fällt nach {side} ab',
        'das Bild neigt sich sichtbar nach {side}',
        'was waagerecht sein sollte, kippt nach {side}',
      ],
      strong: [
        'die ganze Szene rutscht nach {side} weg',
        'der Horizont ist stark nach {side} gekippt',
        'alles hängt so schief nach {side}, dass es nach einem Versehen aussieht',
      ],
    },
    effect: ['nimmt der Szene den festen Stand', 'lenkt den Blick auf die Schräge'],
    advice: [
      'richte den Horizont gerade',
      'drehe das Bild, bis waagerechte und senkrechte Linien stimmen',
    ],
  },
  'vertical-tilt': {
    title: 'stürzende Linien',
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
      ],
      clear: [
        'die Linien stürzen sichtbar',
        'senkrechte Linien streben aufeinander zu',
        'das Bild wirkt wie mit gekippter Kamera aufgenommen',
      ],
      strong: [
        'die Senkrechten laufen so steil zusammen, als fiele alles um',
        'stark stürzende Linien ziehen das ganze Bild aus dem Lot',
        'durch die stürzenden Linien scheint die ganze Szene zu kippen',
      ],
    },
    effect: ['verzerrt die Proportionen', 'lässt Aufrechtes wacklig wirken'],
    advice: [
      'richte die Senkrechten mit einer Perspektivkorrektur auf, bevor du das Bild beschneidest',
      'halte die Kamera beim nächsten Mal gerade und wähle den Ausschnitt über Abstand oder Aufnahmehöhe',
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
    strength: [
      'das Motiv ist gut im Bild platziert',
      'das Motiv sitzt da, wo der Blick es sucht',
      'die Platzierung des Motivs hält das Bild zusammen',
    ],
    effect: [
      'führt den Blick aus dem Bild hinaus',
      'lässt den größeren Teil des Bildes ohne sein Motiv',
    ],
    advice: [
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
    strength: [
      'das Bild ist gut ausgewogen',
      'links und rechts halten sich die Waage',
      'die Gewichte im Bild gleichen einander aus',
    ],
    effect: ['macht den Bildaufbau unruhig', 'lässt die andere Seite ohne Aufgabe'],
    advice: [
      'verschiebe den Ausschnitt beim nächsten Mal zur schweren Seite hin',
      'setze dem Gewicht beim nächsten Mal auf der anderen Seite etwas entgegen',
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
    effect: ['lässt das Bild beengt wirken', 'zeigt kaum etwas vom Umfeld'],
    advice: [
      'geh beim nächsten Mal einen Schritt zurück und lass dem Motiv Luft',
      'wähle beim nächsten Mal eine kürzere Brennweite',
      'fasse den Ausschnitt weiter, falls das Original mehr zeigt, oder geh beim nächsten Mal weiter zurück',
    ],
  },
  'loose-framing': {
    title: 'weiter Bildausschnitt',
    value: ({ value }) => `das Motiv bedeckt ${number(value, value < 10 ? 1 : 0)} % der Bildfläche`,
    weakness: {
      slight: [
        'das Motiv ist recht klein im Bild',
        'der Ausschnitt ist etwas weit gewählt',
        'die Umgebung nimmt ein wenig viel Raum ein',
      ],
      clear: [
        'um das kleine Motiv herum bleibt zu viel Platz',
        'das Motiv verliert sich in seiner Umgebung',
        'vom Bild gehört zu wenig dem Motiv',
      ],
      strong: [
        'das Motiv ist nur ein Punkt im Bild',
        'in viel zu viel Raum geht das Motiv unter',
        'nach dem Motiv muss man suchen',
      ],
    },
    effect: ['schwächt die Wirkung des Motivs', 'verteilt die Aufmerksamkeit auf das Umfeld'],
    advice: [
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
    effect: ['lässt das Motiv unvollständig wirken', 'lenkt den Blick an den Bildrand'],
    advice: [
      'lass beim nächsten Mal rund um das Motiv Platz',
      'beschneide so entschieden, dass der Anschnitt gewollt wirkt, oder lass beim nächsten Mal mehr Platz',
    ],
  },
  clutter: {
    title: 'unruhiges Umfeld',
    value: ({ value }) => `${number(value, 0)} % der Umgebung unruhig`,
    weakness: {
      slight: [
        'die Umgebung ist etwas unruhig',
        'Einzelheiten neben dem Motiv lenken ein wenig ab',
        'das Umfeld kommt nicht ganz zur Ruhe',
      ],
      clear: [
        'die Umgebung ist überladen',
        'ein unruhiges Umfeld macht dem Motiv Konkurrenz',
        'rund um das Motiv ist zu viel los',
      ],
      strong: [
        'das Motiv geht im Durcheinander unter',
        'die Umgebung ist so unruhig, dass sich das Motiv kaum behauptet',
        'dicht gedrängte Einzelheiten erdrücken das Motiv',
      ],
    },
    effect: ['zieht den Blick vom Motiv weg', 'erschwert es, das Wichtige zu erkennen'],
    advice: [
      'such dir beim nächsten Mal einen Standpunkt mit ruhigem Hintergrund',
      'öffne beim nächsten Mal die Blende oder geh näher heran',
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
    strength: [
      'das Motiv ist gestochen scharf',
      'die Schärfe sitzt genau auf dem Motiv',
      'feine Details des Motivs sind klar gezeichnet',
    ],
    effect: ['lässt den Blick vom Motiv abgleiten', 'nimmt dem Motiv seine Wirkung'],
    advice: [
      'lege den Schärfepunkt beim nächsten Mal genau auf das Motiv',
      'blende beim nächsten Mal eine Stufe ab, wenn die Schärfentiefe knapp ist',
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
    strength: [
      'das Motiv hebt sich klar vom weichen Hintergrund ab',
      'die unscharfe Umgebung stellt das Motiv frei',
      'vor dem weichen Umfeld tritt das Motiv hervor',
    ],
    effect: ['gibt der Umgebung den Vorrang', 'lässt das Motiv zurücktreten'],
    advice: [
      'stelle beim nächsten Mal auf das Motiv scharf und öffne die Blende',
      'geh beim nächsten Mal näher an das Motiv heran und stelle darauf scharf',
      'vergrößere beim nächsten Mal den Abstand zwischen dem scharfgestellten Motiv und seinem Hintergrund',
    ],
  },
  'leading-lines': {
    title: 'Führungslinien',
    value: ({ value }) =>
      `${number(Math.max(0, value), 0)} % der schrägen Linien auf das Motiv gerichtet`,
    strength: [
      'Linien führen den Blick zum Motiv',
      'die Linien der Szene laufen auf das Motiv zu',
      'entlang schräger Linien findet der Blick ins Bild',
    ],
  },
  symmetry: {
    title: 'Symmetrie',
    value: ({ value }) =>
      `${number(100 * Math.max(0, value), 0)} % Übereinstimmung mit dem Spiegelbild`,
    strength: [
      'das Bild ist auf Symmetrie gebaut',
      'beide Hälften spiegeln einander',
      'die Symmetrie gibt dem Bild Ruhe und Ordnung',
    ],
  },
  repetition: {
    title: 'Wiederholung',
    value: ({ value }) => `Regelmäßigkeit ${number(value, 2)} von 1`,
    strength: [
      'die Wiederholung gibt dem Bild Rhythmus',
      'ein regelmäßiges Muster trägt das Bild',
      'in gleichmäßigem Abstand kehren Formen wieder',
    ],
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
    strength: [
      'die Farben passen gut zueinander',
      'die Farbtöne bilden eine harmonische Palette',
      'eine stimmige Palette hält das Bild zusammen',
    ],
    effect: [
      'lenkt die Aufmerksamkeit auf die Farben selbst',
      'zerlegt das Bild in einzelne Teile',
    ],
    advice: [
      'dämpfe den Farbton, der zu keinem anderen passt',
      'nimm die Farbe zurück, die aus der Reihe fällt, oder lass sie beim nächsten Mal aus dem Bild',
    ],
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
    strength: [
      'das Motiv ist auf den ersten Blick klar',
      'das Bild zeigt deutlich, worum es geht',
      'ein klares Motiv hält den Blick',
    ],
    effect: ['lässt dem Blick keinen Einstieg', 'nimmt dem Bild seinen Mittelpunkt'],
    advice: [
      'entscheide beim nächsten Mal vor dem Auslösen, worum es im Bild gehen soll',
      'hebe das Motiv beim nächsten Mal durch Licht, Schärfe oder freie Fläche heraus',
    ],
  },
  simplicity: {
    title: 'Schlichtheit',
    value: ({ value }) => `${number(value, 0)} % der Bildfläche ruhig`,
    weakness: {
      slight: [
        'im Bild gibt es viel zu sehen',
        'das Bild käme mit weniger aus',
        'ruhige Flächen sind rar',
      ],
      clear: [
        'das Bild ist überfüllt',
        'der Blick findet keinen Ruhepunkt',
        'zu vieles teilt sich die Bildfläche',
      ],
      strong: [
        'das Bild ist bis in den letzten Winkel vollgestellt',
        'in einem einzigen Bild steckt viel zu viel',
        'nirgends auf der Bildfläche herrscht Ruhe',
      ],
    },
    strength: [
      'das Bild kommt mit wenig aus',
      'ruhige Flächen geben dem Bild Klarheit',
      'der Aufbau ist schlicht und ruhig',
    ],
    effect: ['lässt die Teile des Bildes miteinander konkurrieren', 'macht das Bild schwer lesbar'],
    advice: [
      'lass beim nächsten Mal weg, was das Bild nicht braucht',
      'schneide weg, was das Bild nicht braucht, oder geh beim nächsten Mal näher heran',
    ],
  },
  panorama: {
    title: 'Panorama',
    value: ({ value }) => `${number(value, 2)} : 1`,
    style: [
      'das gestreckte Format ist bewusst gewählt',
      'das Bild ist ein Panorama',
      'im Panorama öffnet sich die Szene',
    ],
  },
  'shallow-depth-of-field': {
    title: 'geringe Schärfentiefe',
    value: ({ value }) => `${number(value, 0)} % der Bildfläche weicher als die Schärfeebene`,
    style: [
      'die geringe Schärfentiefe ist gewollt',
      'eine schmale Schärfeebene lässt den Rest weich',
      'der Hintergrund ist mit Absicht unscharf gehalten',
    ],
  },
  'film-grain': {
    title: 'Filmkorn',
    value: ({ value }) => `Korn mit σ ${number(value, 1)} von 255`,
    style: [
      'das Korn gehört zur Bildwirkung',
      'ein filmartiges Korn gibt der Oberfläche Struktur',
      'die Körnung wirkt gewollt und nicht wie Rauschen',
    ],
  },
  panning: {
    title: 'Mitzieher',
    value: ({ value }) => `Umgebung über ${number(value, 1)} % der langen Seite verwischt`,
    style: [
      'die Kamera ist dem Motiv gefolgt, und die Streifen zeigen die Bewegung',
      'der Mitzieher verwischt die Umgebung mit Absicht',
      'im verwischten Umfeld wird Bewegung sichtbar',
    ],
  },
  'long-exposure': {
    title: 'Langzeitbelichtung',
    value: ({ value }) =>
      value >= 0.3 ? `${number(value, 1).replace(',0', '')} s` : `1/${Math.round(1 / value)} s`,
    style: [
      'die Langzeitbelichtung glättet, was sich bewegt',
      'die lange Belichtungszeit ist bewusst gewählt',
      'was stillsteht, bleibt trotz der langen Belichtung scharf',
    ],
  },
  minimalism: {
    title: 'Minimalismus',
    value: ({ value }) => `${number(value, 0)} % Ruhe um ein kleines Motiv`,
    style: [
      'der leere Raum ist bewusst gewählt',
      'das Bild stellt ein kleines Motiv in viel Ruhe',
      'die freie Fläche trägt das Bild',
    ],
  },
  'low-key': {
    title: 'Low-Key',
    value: ({ value }) => `${number(value, 0)} % der Bildfläche im Dunkeln`,
    style: [
      'die dunklen Tonwerte sind gewollt',
      'das Bild ist als Low-Key angelegt',
      'aus viel Dunkel heben sich einzelne Lichter heraus',
    ],
  },
  'high-key': {
    title: 'High-Key',
    value: ({ value }) => `${number(value, 0)} % der Bildfläche nahe Weiß`,
    style: [
      'die hellen Tonwerte sind gewollt',
      'das Bild ist als High-Key angelegt',
      'fast alles spielt sich nahe an Weiß ab',
    ],
  },
  'black-and-white': {
    title: 'Schwarzweiß',
    value: ({ value }) =>
      value < 0.03 ? 'keine Farbe' : `Farbtöne streuen um ${number(value, 2)} Blendenstufen`,
    style: [
      'das Bild ist in Schwarzweiß gehalten',
      'statt mit Farben arbeitet das Bild mit Tonwerten',
      'ohne ein Nebeneinander von Farben treten Licht und Form hervor',
    ],
  },
  silhouette: {
    title: 'Silhouette',
    value: ({ value }) =>
      `${number(value, 0)} % des Kontrasts zwischen dunklen Formen und hellem Grund`,
    style: [
      'die dunklen Formen stehen als Silhouetten vor dem Licht',
      'das Gegenlicht ist gewollt',
      'allein der Umriss zeigt die Form',
    ],
  },
  fog: {
    title: 'Nebel',
    value: ({ value }) =>
      `auf der halben Bildfläche schluckt die Luft ${number(value, 0)} % des Lichts`,
    style: [
      'der Nebel zeichnet die Szene mit Absicht weich',
      'das eigentliche Motiv ist der Nebel',
      'die Luft selbst wird Teil des Bildes',
    ],
  },
};
