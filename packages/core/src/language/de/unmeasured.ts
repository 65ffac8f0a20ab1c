/** What German says where a reading could not be made, by the English of what could not make it. */
const WORDS: Readonly<Record<string, string>> = {
  'the subject has no edges to compare': 'das Motiv hat keine Kanten zum Vergleichen',
  'the surroundings have no edges to compare': 'die Umgebung hat keine Kanten zum Vergleichen',
  'the subject has no edges to judge by': 'das Motiv hat keine Kanten, die etwas verraten',
  'the subject has no edges that could be sharp':
    'das Motiv hat keine Kanten, die scharf sein könnten',
  'the file does not tell how long the shutter was open':
    'die Datei sagt nicht, wie lange der Verschluss offen war',
  'every part of the picture is clipped or too small':
    'jeder Teil des Bildes ist beschnitten oder zu klein',
  'no full-size part of the picture that was looked at lies in the new frame':
    'kein Teil des Bildes, der in voller Größe betrachtet wurde, liegt im neuen Ausschnitt',
};

const PREVIEW = /^the source is a preview of (\d+) of (\d+) pixels$/u;

/** @returns the English where there are no words for it: attributes that come from elsewhere have reasons of their own */
export function unmeasured(reason: string): string {
  const [, seen, all] = PREVIEW.exec(reason) ?? [];
  if (seen !== undefined) return `die Quelle ist eine Vorschau mit ${seen} von ${all} Pixeln`;
  return WORDS[reason] ?? reason;
}
