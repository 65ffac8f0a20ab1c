import type { LayoutWords } from '../layout-words.js';

/** What German says of layouts. */
export const layout: LayoutWords = {
  rules: {
    'text-contrast': {
      title: 'Textkontrast',
      message:
        '„{name}“ hebt sich mit {value.2}:1 vom Hintergrund ab ({text} auf {background}, APCA Lc {lc}); {needed.1}:1 braucht, wer nicht gut sieht, mindestens.',
      sampled:
        '„{name}“ hebt sich an der schlechtesten Stelle nur mit {value.2}:1 von dem ab, was dahinterliegt ({text} auf etwa {background}, APCA Lc {lc}); {needed.1}:1 braucht, wer nicht gut sieht, mindestens.',
    },
    'non-text-contrast': {
      title: 'Kontrast der Bedienelemente',
      message:
        'Das Zeichen von „{control}“ hebt sich mit {value.2}:1 ab ({colour} auf {background}); {needed.1}:1 sind nötig, damit man sieht, was sich drücken lässt.',
      outline:
        'Nichts an „{control}“ hebt sich mit mehr als {value.2}:1 ab ({colour} auf {background}); {needed.1}:1 sind nötig, damit man sieht, dass es da ist.',
      faint:
        'Der Umriss von „{control}“ hebt sich mit {value.2}:1 ab ({colour} auf {background}): Kaum jemand sieht, wo das Feld beginnt.',
    },
    'colour-vision': {
      title: 'Nur durch Farbe unterschieden',
      protan:
        '{colour} und {other} sehen für Augen ohne Rotzapfen fast gleich aus; eine Form oder ein Wort sollte sie unterscheiden.',
      deutan:
        '{colour} und {other} sehen für Augen ohne Grünzapfen fast gleich aus; eine Form oder ein Wort sollte sie unterscheiden.',
      tritan:
        '{colour} und {other} sehen für Augen ohne Blauzapfen fast gleich aus; eine Form oder ein Wort sollte sie unterscheiden.',
      protanText:
        'Wörter in „{name}“ setzt nur {colour} von {other} ab, und beide sehen für Augen ohne Rotzapfen fast gleich aus; unterstrichen oder fett fallen sie auf.',
      deutanText:
        'Wörter in „{name}“ setzt nur {colour} von {other} ab, und beide sehen für Augen ohne Grünzapfen fast gleich aus; unterstrichen oder fett fallen sie auf.',
      tritanText:
        'Wörter in „{name}“ setzt nur {colour} von {other} ab, und beide sehen für Augen ohne Blauzapfen fast gleich aus; unterstrichen oder fett fallen sie auf.',
    },
    'touch-target': {
      title: 'Größe zum Tippen',
      message:
        '„{name}“ misst {width} × {height} px und liegt dicht an etwas anderem, das man drückt; ab {needed} × {needed} px trifft man es sicher.',
      free: '„{name}“ misst {width} × {height} px. Es steht frei und wäre ab {needed} × {needed} px doch leichter zu treffen.',
    },
    'text-size': {
      title: 'Schriftgröße',
      message: '„{name}“ ist in {value} px gesetzt; Text zum Lesen braucht {needed} px.',
      label:
        '„{name}“ ist in {value} px gesetzt; auch eine kurze Beschriftung braucht {needed} px.',
    },
    clipped: {
      title: 'Abgeschnitten',
      high: '„{name}“ braucht {needed} px in der Höhe und hat {value}: Die letzten Zeilen fehlen.',
      wide: '„{name}“ braucht {needed} px in der Breite und hat {value}: Das längste Wort passt nicht hinein.',
      holder: 'Der Container von „{name}“ schneidet {value} px von den Buchstaben ab.',
      frame: '„{name}“ ragt {value} px aus dem Frame, wo es niemand sieht.',
      out: '„{name}“ ragt {value} px aus der Fläche, die darum gezeichnet ist.',
    },
    overlap: {
      title: 'Überlappung',
      message: '„{name}“ liegt über dem Text „{other}“, sodass sich beides nicht lesen lässt.',
      pressed: '„{name}“ liegt über „{other}“: Wer das eine meint, drückt vielleicht das andere.',
      covered: '{value} % des Textes „{name}“ liegen unter „{other}“.',
      alike: '„{name}“ liegt über „{other}“, wo seinesgleichen nebeneinander liegt.',
      crosses: '„{name}“ läuft über die Kante von „{other}“, als wäre etwas verrutscht.',
    },
    'line-length': {
      title: 'Zeilenlänge',
      message:
        'Zeilen von „{name}“ haben etwa {value} Zeichen; über {needed} verliert das Auge den Anfang der nächsten Zeile.',
      short:
        'Zeilen von „{name}“ haben etwa {value} Zeichen; unter {needed} springt das Auge zu oft.',
    },
    'line-height': {
      title: 'Zeilenhöhe',
      message:
        'Zeilen von „{name}“ sind {value.2}-mal so hoch wie ihre Schriftgröße; unter {needed.2} laufen sie ineinander.',
    },
    alignment: {
      title: 'Ausrichtung',
      message: '„{name}“ verfehlt die Linie, auf der {others} andere stehen, um {value} px.',
      row: '„{name}“ verfehlt die Reihe, in der {others} andere stehen, um {value} px.',
    },
    spacing: {
      title: 'Abstände',
      gap: 'Der Abstand in „{name}“ ist {value} px und liegt zwischen den Stufen; die nächste ist {needed} px.',
      padding:
        'Ein Innenabstand von „{name}“ ist {value} px und liegt zwischen den Stufen; die nächste ist {needed} px.',
      alike:
        'Der Abstand in „{name}“ ist {value} px; in allen anderen dieser Art ist er {needed} px.',
      stack: 'Der Abstand bei „{name}“ ist {value} px; alle anderen daneben sind {needed} px.',
      between:
        '„{name}“ steht nicht in der Mitte seiner Nachbarn: {value} px, wo {needed} px gleichmäßig wären.',
    },
    grid: {
      title: 'Neben dem Raster',
      message: '„{name}“ beginnt {value} px neben einer Spalte des Layoutrasters.',
    },
    hierarchy: {
      title: 'Rangfolge der Schrift',
      message:
        '„{name}“ ist in {value} px gesetzt, kaum anders als die {needed} px an anderer Stelle: Niemand sieht die Stufe.',
      alike: '„{name}“ ist in {value} px gesetzt; in allen anderen dieser Art sind es {needed} px.',
      heading:
        'Die Überschrift „{name}“ ist in {value} px gesetzt und hebt sich vom Text in {needed} px darunter nicht ab.',
      many: '{value} Schriftgrößen kommen vor; ab mehr als {needed} sieht man darin keine Ordnung.',
      flat: 'Der größte Text, „{name}“, hat {value} px und fast die Größe aller anderen: Nichts sagt, was zuerst kommt.',
    },
    'colour-count': {
      title: 'Farben',
      message:
        '{colour} bei „{name}“ ist fast {other}, und niemand sieht den Unterschied: Eine von beiden genügt.',
      many: '{value} Familien von Farbtönen kommen vor; ab mehr als {needed} bedeutet keine mehr etwas.',
    },
    'colour-harmony': {
      title: 'Flimmernde Farben',
      message:
        '„{name}“ setzt {text} auf {background}: zwei kräftige Farben gleicher Helligkeit, deren Kanten zu flimmern scheinen.',
    },
    density: {
      title: 'Freiraum',
      message:
        'Nur {value} % des Frames bleiben frei; ab {needed} % erkennt man Gruppen als solche.',
      touching:
        '„{name}“ steht {value} px vom Rand seiner Fläche; {needed} px halten Buchstaben und Rand auseinander.',
    },
    consistency: {
      title: 'Anders als andere Frames',
      size: '„{name}“ ist {value} px hoch; in anderen Frames sind es {needed} px.',
      type: '„{name}“ ist in {value} px gesetzt, die kein anderer Frame verwendet; dort sind es {needed} px.',
      colour:
        '{colour} bei „{name}“ kommt nur in diesem Frame vor und ist fast das {other} der anderen.',
      margin: 'Der Rand dieses Frames ist {value} px; der der anderen ist {needed} px.',
      padding:
        'Ein Innenabstand von „{name}“ ist {value} px; in anderen Frames sind es {needed} px.',
      gap: 'Der Abstand in „{name}“ ist {value} px; in anderen Frames sind es {needed} px.',
    },
  },
  measures: {
    'white-space': 'Freiraum',
    density: 'Elemente je Million Pixel',
    alignment: 'Ausgerichtete Elemente',
    colours: 'Farben',
    'font-sizes': 'Schriftgrößen',
    'least-contrast': 'Kleinster Textkontrast',
    balance: 'Schwerpunkt, rechts der Mitte',
  },
  alike: {
    one: 'Dasselbe gilt für eine weitere Ebene.',
    many: 'Dasselbe gilt für {count} weitere Ebenen.',
  },
};
