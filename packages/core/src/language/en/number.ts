/** A number as English writes it: true minus sign, no minus before nothing. */
export function number(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.replace('-', /[1-9]/u.test(text) ? '−' : '');
}
