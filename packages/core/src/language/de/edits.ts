import type { Edit } from '../../protocol/generated/assessment.js';
import { number } from './number.js';

/** An edit for a person: "um 2,9° gegen den Uhrzeigersinn drehen", "Belichtung +0,7 EV". */
export function editInWords(edit: Edit): string {
  switch (edit.operation) {
    case 'expose':
      return `Belichtung ${signed(edit.ev)} EV`;
    case 'shadows':
      return `Tiefen ${signed(edit.ev)} EV`;
    case 'highlights':
      return `Lichter ${signed(edit.ev)} EV`;
    case 'contrast':
      return `Kontrast × ${number(edit.factor, 2)}`;
    case 'dehaze':
      return `einen Schleier von ${number(100 * (1 - edit.transmission), 0)} % herausnehmen`;
    case 'saturate':
      return `Sättigung × ${number(edit.factor, 2)}`;
    case 'vibrance':
      return `Dynamik ${edit.amount < 0 ? '' : '+'}${number(100 * edit.amount, 0)} %`;
    case 'warm':
      return `${edit.ratio > 1 ? 'wärmer' : 'kühler'}: Rot zu Blau × ${number(edit.ratio, 2)}`;
    case 'tint':
      return `${edit.ratio > 1 ? 'grüner' : 'mehr Magenta'}: Grün zu Rot und Blau × ${number(edit.ratio, 2)}`;
    case 'vignette':
      return `Ecken ${signed(-edit.stops)} EV`;
    case 'denoise':
      return `Rauschen von σ ${number(edit.sigma, 0)} glätten`;
    case 'unsharpMask':
      return `um ${number(Math.abs(100 * edit.amount), 0)} % ${edit.amount > 0 ? 'schärfen' : 'weichzeichnen'}, Radius ${number(edit.radius, 1)} px`;
    case 'rotate':
      return `um ${number(Math.abs(edit.degrees), 1)}° ${edit.degrees > 0 ? 'im' : 'gegen den'} Uhrzeigersinn drehen`;
    case 'keystone':
      return `Senkrechte um ${number(Math.abs(edit.degrees), 1)}° aufrichten, die ${edit.degrees > 0 ? 'oben' : 'unten'} zusammenlaufen`;
    case 'crop':
      return `beschneiden auf ${number(100 * edit.width, 0)} % × ${number(100 * edit.height, 0)} %, ab ${number(100 * edit.x, 0)} % von links und ${number(100 * edit.y, 0)} % von oben`;
  }
}

function signed(value: number): string {
  return value < 0 ? number(value, 1) : `+${number(value, 1)}`;
}
