import type { ComparisonWords, TakenFor } from '../locale.js';

/** What German says where pictures are compared. */
export const comparison: ComparisonWords = {
  better: {
    noise: 'hat weniger Rauschen',
    compression: 'zeigt weniger Kompressionsspuren',
    'over-sharpening': 'ist weniger überschärft',
    'defocus-blur': 'ist besser scharfgestellt',
    'motion-blur': 'hat weniger Bewegungsunschärfe',
    'under-exposure': 'ist weniger unterbelichtet',
    'over-exposure': 'ist weniger überbelichtet',
    'clipped-highlights': 'hat mehr Zeichnung in den Lichtern',
    'crushed-shadows': 'hat mehr Zeichnung in den Schatten',
    'low-contrast': 'hat mehr Kontrast',
    haze: 'ist weniger dunstig',
    'over-saturation': 'hat ruhigere Farben',
    'dull-colour': 'hat lebhaftere Farben',
    'warm-cast': 'hat weniger Stich ins Warme',
    'cool-cast': 'hat weniger Blaustich',
    'green-cast': 'hat weniger Grünstich',
    'magenta-cast': 'hat weniger Magentastich',
    vignetting: 'hat weniger Vignettierung',
    'horizon-tilt': 'ist gerader ausgerichtet',
    'vertical-tilt': 'hat geradere Senkrechten',
    'subject-placement': 'platziert das Motiv besser',
    balance: 'ist ausgewogener',
    'tight-framing': 'gibt dem Motiv mehr Luft',
    'loose-framing': 'ist näher am Motiv',
    'cut-off-subject': 'schneidet vom Motiv weniger ab',
    clutter: 'hat ein ruhigeres Umfeld',
    'subject-sharpness': 'hat ein schärferes Motiv',
    'depth-separation': 'stellt das Motiv besser frei',
    'leading-lines': 'führt den Blick besser zum Motiv',
    symmetry: 'ist symmetrischer',
    repetition: 'hat mehr Rhythmus',
    'colour-harmony': 'hat harmonischere Farben',
    'subject-clarity': 'hat ein klareres Motiv',
    simplicity: 'ist schlichter',
    'feature-congestion': 'ist weniger gedrängt',
    'subband-entropy': 'ist schneller zu erfassen',
    'contour-density': 'hat weniger Linien und Buchstaben',
    colourfulness: 'ist farbiger',
    'colour-variety': 'kommt mit weniger Farben aus',
    'white-space': 'lässt mehr Raum frei',
    'page-symmetry': 'ist symmetrischer angelegt',
    'page-balance': 'ist gleichmäßiger gefüllt',
    'block-alignment': 'richtet seine Blöcke besser aus',
  },
  betterIn: (title) => `ist besser in ${title}`,
  pleasesMore: 'gefällt im Ganzen mehr',
  noScore: {
    first: 'Das erste wurde ohne Wert beurteilt.',
    second: 'Das zweite wurde ohne Wert beurteilt.',
    both: 'Beide wurden ohne Wert beurteilt.',
  },
  abstained: {
    first: 'Das erste ähnelt nichts, was das Modell kennt; ein Wert wäre geraten.',
    second: 'Das zweite ähnelt nichts, was das Modell kennt; ein Wert wäre geraten.',
    both: 'Beide ähneln nichts, was das Modell kennt; Werte wären geraten.',
  },
  otherModel: (first, second) =>
    `Die Werte stammen von verschiedenen Modellen oder Versionen (${first} und ${second}): Lass beide von demselben beurteilen.`,
  otherKind: (first, second) =>
    `Das erste gilt als ${kindInWords(first)}, das zweite als ${kindInWords(second)}: Jede Art von Bild hat ihre eigene Skala.`,
};

function kindInWords({ kind, percent }: TakenFor): string {
  return `${KINDS[kind]} (zu ${percent} % sicher)`;
}

const KINDS = { photograph: 'Foto', artwork: 'Kunstwerk', interface: 'Oberfläche' } as const;
