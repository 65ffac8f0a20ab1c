/** A number as German writes it: decimal comma, true minus sign, no minus before nothing. */
export function number(value: number, digits: number): string {
  const text = value.toFixed(digits).replace('.', ',');
  return text.replace('-', /[1-9]/u.test(text) ? '−' : '');
}
