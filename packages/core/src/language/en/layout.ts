import type { LayoutWords } from '../layout-words.js';

/** What English says of layouts. */
export const layout: LayoutWords = {
  rules: {
    'text-contrast': {
      title: 'Text contrast',
      message:
        '“{name}” stands out from its background by {value.2}:1 ({text} on {background}, APCA Lc {lc}); {needed.1}:1 is the least that people with weak eyesight can read.',
      sampled:
        '“{name}” stands out from what lies behind it by only {value.2}:1 at its worst place ({text} on about {background}, APCA Lc {lc}); {needed.1}:1 is the least that people with weak eyesight can read.',
    },
    'non-text-contrast': {
      title: 'Contrast of controls',
      message:
        'The sign of “{control}” stands out by {value.2}:1 ({colour} on {background}); {needed.1}:1 is needed to see what can be pressed.',
      outline:
        'Nothing of “{control}” stands out by more than {value.2}:1 ({colour} on {background}); {needed.1}:1 is needed to see that it is there.',
      faint:
        'The outline of “{control}” stands out by {value.2}:1 ({colour} on {background}): hardly anybody sees where the field begins.',
    },
    'colour-vision': {
      title: 'Told apart by colour alone',
      protan:
        '{colour} and {other} look nearly the same to eyes that lack cones for red; add a shape or a word that tells them apart.',
      deutan:
        '{colour} and {other} look nearly the same to eyes that lack cones for green; add a shape or a word that tells them apart.',
      tritan:
        '{colour} and {other} look nearly the same to eyes that lack cones for blue; add a shape or a word that tells them apart.',
      protanText:
        'Words in “{name}” are set off by {colour} against {other} alone, which look nearly the same to eyes that lack cones for red; underline them or make them bold.',
      deutanText:
        'Words in “{name}” are set off by {colour} against {other} alone, which look nearly the same to eyes that lack cones for green; underline them or make them bold.',
      tritanText:
        'Words in “{name}” are set off by {colour} against {other} alone, which look nearly the same to eyes that lack cones for blue; underline them or make them bold.',
    },
    'touch-target': {
      title: 'Touch target',
      message:
        '“{name}” is {width} × {height} px and close to another target; from {needed} × {needed} px on it is hit without mistakes.',
      free: '“{name}” is {width} × {height} px. It stands free, and would still be hit more easily from {needed} × {needed} px on.',
    },
    'text-size': {
      title: 'Text size',
      message: '“{name}” is set in {value} px; text to read needs {needed} px.',
      label: '“{name}” is set in {value} px; even a short label needs {needed} px.',
    },
    clipped: {
      title: 'Cut off',
      high: '“{name}” needs {needed} px in height and has {value}: its last lines are cut off.',
      wide: '“{name}” needs {needed} px in width and has {value}: its longest word does not fit.',
      holder: 'The container of “{name}” cuts {value} px off its letters.',
      frame: '“{name}” reaches {value} px out of the frame, where nobody sees it.',
      out: '“{name}” sticks {value} px out of the box that is drawn around it.',
    },
    overlap: {
      title: 'Overlapping',
      message: '“{name}” lies over the text “{other}”, so that neither can be read.',
      pressed: '“{name}” lies over “{other}”: who means one may press the other.',
      covered: '{value} % of the text “{name}” lie under “{other}”.',
      alike: '“{name}” lies over “{other}”, where its like lie beside one another.',
      crosses: '“{name}” crosses the edge of “{other}”, as if one of them had slipped.',
    },
    'line-length': {
      title: 'Line length',
      message:
        'Lines of “{name}” hold about {value} characters; beyond {needed} the eye loses the beginning of the next line.',
      short:
        'Lines of “{name}” hold about {value} characters; with fewer than {needed} the eye jumps too often.',
    },
    'line-height': {
      title: 'Line height',
      message:
        'Lines of “{name}” are {value.2} times their font size high; closer than {needed.2} they run into each other.',
    },
    alignment: {
      title: 'Alignment',
      message: '“{name}” misses the line on which {others} others stand by {value} px.',
      row: '“{name}” misses the row in which {others} others stand by {value} px.',
    },
    spacing: {
      title: 'Spacing',
      gap: 'The gap in “{name}” is {value} px, between the steps of the rhythm; the nearest is {needed} px.',
      padding:
        'A padding of “{name}” is {value} px, between the steps of the rhythm; the nearest is {needed} px.',
      alike: 'The gap in “{name}” is {value} px; in all others of its kind it is {needed} px.',
      stack: 'The distance at “{name}” is {value} px; all others beside it are {needed} px.',
      between:
        '“{name}” is not in the middle of its neighbours: {value} px where {needed} px would be even.',
    },
    grid: {
      title: 'Off the grid',
      message: '“{name}” begins {value} px beside a column of the layout grid.',
    },
    hierarchy: {
      title: 'Type hierarchy',
      message:
        '“{name}” is set in {value} px, hardly different from the {needed} px used elsewhere: nobody sees the step.',
      alike: '“{name}” is set in {value} px; in all others of its kind it is {needed} px.',
      heading:
        'The heading “{name}” is set in {value} px and does not stand out from text of {needed} px below it.',
      many: '{value} font sizes are used; with more than {needed} no order is seen in them.',
      flat: 'The largest text, “{name}”, has {value} px and nearly the size of all others: nothing says what comes first.',
    },
    'colour-count': {
      title: 'Colours',
      message:
        '{colour} at “{name}” is nearly {other}, and nobody sees the difference: one of them will do.',
      many: '{value} families of hues are used; with more than {needed} none of them means anything.',
    },
    'colour-harmony': {
      title: 'Vibrating colours',
      message:
        '“{name}” sets {text} on {background}: two full colours of the same lightness, whose edges seem to flicker.',
    },
    density: {
      title: 'White space',
      message:
        'Only {value} % of the frame is left free; from {needed} % on, groups are seen as such.',
      touching:
        '“{name}” stands {value} px from the edge of its box; {needed} px keep letters and edge apart.',
    },
    consistency: {
      title: 'Unlike other frames',
      size: '“{name}” is {value} px high; in other frames it is {needed} px.',
      type: '“{name}” is set in {value} px, which no other frame uses; they use {needed} px.',
      colour:
        '{colour} at “{name}” is used in this frame only, and is nearly the {other} of the others.',
      margin: 'The margin of this frame is {value} px; that of the others is {needed} px.',
      padding: 'A padding of “{name}” is {value} px; in other frames it is {needed} px.',
      gap: 'The gap in “{name}” is {value} px; in other frames it is {needed} px.',
    },
  },
  measures: {
    'white-space': 'White space',
    density: 'Elements per million pixels',
    alignment: 'Aligned elements',
    colours: 'Colours',
    'font-sizes': 'Font sizes',
    'least-contrast': 'Least text contrast',
    balance: 'Centre of weight, right of the middle',
  },
  alike: {
    one: 'The same holds for one more layer.',
    many: 'The same holds for {count} more layers.',
  },
};
