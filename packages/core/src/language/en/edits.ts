import type { Edit } from '../../protocol/generated/assessment.js';

/** An edit for a person: "turn 2.9° anticlockwise", "exposure +0.7 EV". */
export function editInWords(edit: Edit): string {
  switch (edit.operation) {
    case 'expose':
      return `exposure ${signed(edit.ev)} EV`;
    case 'shadows':
      return `shadows ${signed(edit.ev)} EV`;
    case 'highlights':
      return `highlights ${signed(edit.ev)} EV`;
    case 'contrast':
      return `contrast × ${edit.factor.toFixed(2)}`;
    case 'dehaze':
      return `take away a veil of ${Math.round(100 * (1 - edit.transmission))} %`;
    case 'saturate':
      return `saturation × ${edit.factor.toFixed(2)}`;
    case 'vibrance':
      return `vibrance ${edit.amount < 0 ? '−' : '+'}${Math.abs(100 * edit.amount).toFixed(0)} %`;
    case 'warm':
      return `${edit.ratio > 1 ? 'warmer' : 'cooler'}: red over blue × ${edit.ratio.toFixed(2)}`;
    case 'tint':
      return `${edit.ratio > 1 ? 'greener' : 'more magenta'}: green over red and blue × ${edit.ratio.toFixed(2)}`;
    case 'vignette':
      return `corners ${signed(-edit.stops)} EV`;
    case 'denoise':
      return `smooth noise of σ ${edit.sigma.toFixed(0)}`;
    case 'unsharpMask':
      return `${edit.amount > 0 ? 'sharpen' : 'soften'} by ${Math.abs(100 * edit.amount).toFixed(0)} %, radius ${edit.radius.toFixed(1)} px`;
    case 'rotate':
      return `turn ${Math.abs(edit.degrees).toFixed(1)}° ${edit.degrees > 0 ? 'clockwise' : 'anticlockwise'}`;
    case 'keystone':
      return `straighten verticals that ${edit.degrees > 0 ? 'meet above' : 'meet below'}, by ${Math.abs(edit.degrees).toFixed(1)}°`;
    case 'crop':
      return `crop to ${Math.round(100 * edit.width)} % × ${Math.round(100 * edit.height)} %, from ${Math.round(100 * edit.x)} % of the left and ${Math.round(100 * edit.y)} % of the top`;
  }
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}
