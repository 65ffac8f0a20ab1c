/** The words of screens, in the languages that it is shown in; what is said of readings comes from the engine. */
import type { Assessment, Degree, Finding } from '@calm-sdk/core';

type DomainId = Assessment['domain']['id'];

export interface ScreenWords {
  /** Figures, which come with a decimal point. */
  figure(text: string): string;
  readonly domains: Readonly<Record<DomainId, string>>;
  /** What pictures of a kind are compared with: "reference photographs". */
  readonly references: Readonly<Record<DomainId, string>>;
  readonly preview: string;
  readonly score: string;
  readonly technical: string;
  /** One person's score, and whose it is. */
  readonly yours: string;
  whose(profile: string, ratings: number, stand: Stand): string;
  whyYours(difference: string): string;
  /** How far the person goes by the general score. */
  readonly consensus: string;
  readonly noTopic: string;
  /** What a picture shows, such as "shows dogs". */
  shows(what: string): string;
  readonly ofTen: string;
  likely(low: string, high: string): string;
  notSure(value: string, likely: string): string;
  betterThan(percent: string, size: number, references: string): string;
  below(minScore: string): string;
  why(value: string, average: string | undefined): string;
  explained(part: string, whole: string): string;
  readonly impression: string;
  readonly learned: string;
  more(readings: number): string;
  readonly noneAConcern: string;
  notMeasured(reason: string): string;
  whereFrom(value: string, average: string): string;
  readonly findings: Readonly<Record<Finding['kind'], readonly [one: string, many: string]>>;
  readonly degrees: Readonly<Record<Degree, string>>;
  andMore(count: number): string;
  readonly readings: string;
  readonly levels: Readonly<Record<'low' | 'middle' | 'high', string>>;
  readonly votes: string;
  readonly certainty: string;
  certain(percent: string, share: string): string;
  readonly reference: string;
  referenceSet(id: string, size: number, mean: string): string;
  readonly model: string;
  modelFacts(id: string, engine: string, preprocessing: string): string;
  readonly suggestions: string;
  readonly leaveIt: string;
  /** The same, where there is advice on what no edit of ours does. */
  readonly noEditHelps: string;
  together(edits: string): string;
  gain(value: string, low: string, high: string, withUnit: boolean): string;
  sure(percent: string): string;
  readonly asItIs: string;
  pageTitle(name: string): string;
  /** Headings of tables. */
  readonly columns: Readonly<Record<Column, string>>;
  range(low: string, high: string): string;
  /** Short, where a standing would be told. */
  readonly unsure: string;
  /** How many pictures of a kind there are, and how many of them are shown. */
  ofKind(kind: DomainId, of: number, shown: number): string;
  /** Whose scores a table is ordered by, after {@link ScreenWords.ofKind}. */
  orderedFor(profile: string): string;
  /** "a, b and c". */
  list(parts: readonly string[]): string;
  preferred(first: string, second: string, sure: string): string;
  preferredToAll(best: string): string;
  tooClose(first: string, second: string, share: string, even: boolean): string;
  tooCloseAgainst(best: string, rivals: string): string;
  /** The picture that was named last, as a subject at the beginning. */
  readonly it: string;
  /** Between what is said of one picture, where its parts are lists themselves. */
  readonly andAlso: string;
  readonly noReason: string;
  aheadByCraft(name: string, points: string, against: string): string;
  whyAgainst(first: string, second: string): string;
  whatDiffers(value: string): string;
  /** Two readings set side by side, which may come to stand on lines of their own. */
  against(first: string, second: string): readonly [string, string];
  otherDifferences(count: number): string;
  cannotCompare(first: string, second: string): string;
}

/** How a personal score came to be. */
export type Stand =
  | { readonly kind: 'set' | 'unsaid' | 'general' }
  /** `by`: points over the general score, with their sign. */
  | { readonly kind: 'differs'; readonly by: string };

type Column =
  | 'picture'
  | 'score'
  | 'yours'
  | 'likely'
  | 'beats'
  | 'strength'
  | 'weakness'
  | 'place'
  | 'technical'
  | 'firstIsBetter';

/** @param and what stands before the last */
function listWith(and: string): ScreenWords['list'] {
  return (parts) => {
    const [last = '', ...before] = parts.toReversed();
    return before.length === 0 ? last : `${before.toReversed().join(', ')} ${and} ${last}`;
  };
}

const ENGLISH: ScreenWords = {
  figure: (text) => text,
  domains: { photograph: 'photograph', artwork: 'artwork', interface: 'interface' },
  references: {
    photograph: 'reference photographs',
    artwork: 'reference artworks',
    interface: 'reference interfaces',
  },
  preview: 'seen as a preview',
  score: 'Score',
  technical: 'Technical',
  yours: 'Yours',
  whose: (profile, ratings, stand) => {
    const from = `${profile}, ${ratings} ${ratings === 1 ? 'opinion' : 'opinions'}`;
    switch (stand.kind) {
      case 'set':
        return `${profile}: set by you`;
      case 'unsaid':
        return `${profile}: nothing is rated yet; this is the general score`;
      case 'general':
        return `${from}: nothing learned from them counts; this is the general score`;
      case 'differs':
        return `${from}, ${stand.by}`;
    }
  },
  whyYours: (difference) => `Why yours differs (${difference})`,
  consensus: 'how far you go by the general score',
  noTopic: 'what no single topic explains',
  shows: (what) => `shows ${what}`,
  ofTen: 'of 10',
  likely: (low, high) => `likely ${low} to ${high}`,
  notSure: (value, likely) =>
    `not sure: this picture is unlike those that the model knows. Its guess is ${value}, ${likely}.`,
  betterThan: (percent, size, references) =>
    `better than ${percent} of ${size.toLocaleString('en')} ${references}`,
  below: (minScore) => `below the ${minScore} that was asked for`,
  why: (value, average) =>
    average === undefined
      ? `Why ${value}, which is the average`
      : `Why ${value} when the average is ${average}`,
  explained: (part, whole) => `readings explain ${part} of ${whole}`,
  impression: 'overall impression',
  learned: 'learned; no single reading',
  more: (readings) => (readings === 1 ? '1 more reading' : `${readings} more readings`),
  noneAConcern: 'none a concern',
  notMeasured: (reason) => `not measured: ${reason}`,
  whereFrom: (value, average) =>
    `Where ${value} comes from (an average picture gets ${average}; + adds, − takes)`,
  findings: {
    strength: ['Strength', 'Strengths'],
    weakness: ['Weakness', 'Weaknesses'],
    style: ['Style', 'Styles'],
  },
  degrees: { slight: 'slight', clear: 'clear', strong: 'strong' },
  andMore: (count) => `and ${count} more`,
  readings: 'Readings (a full bar: no concern, a quality at its best, or a style beyond doubt)',
  levels: { low: 'low', middle: 'middle', high: 'high' },
  votes: 'Votes',
  certainty: 'Certainty',
  certain: (percent, share) =>
    `within one point with a probability of ${percent}; the likely range holds ${share} of pictures`,
  reference: 'Reference',
  referenceSet: (id, size, mean) => `${id}, ${size.toLocaleString('en')} pictures, mean ${mean}`,
  model: 'Model',
  modelFacts: (id, engine, preprocessing) =>
    `${id}, engine ${engine}, preprocessing ${preprocessing}`,
  suggestions: 'What would make it better',
  leaveIt: 'Leave it: no edit that was tried makes it better.',
  noEditHelps: 'No edit that was tried makes it better.',
  together: (edits) => `together: ${edits}`,
  gain: (value, low, high, withUnit) => `${value}${withUnit ? ' points' : ''} (${low} to ${high})`,
  sure: (percent) => `${percent} sure`,
  asItIs: 'As it is',
  pageTitle: (name) => `${name}: suggestions`,
  columns: {
    picture: 'Picture',
    score: 'Score',
    yours: 'Yours',
    likely: 'Likely',
    beats: 'Beats',
    strength: 'Strength',
    weakness: 'Weakness',
    place: 'Place',
    technical: 'Technical',
    firstIsBetter: 'First is better',
  },
  range: (low, high) => `${low} to ${high}`,
  unsure: 'not sure',
  ofKind: (kind, of, shown) =>
    `${of} ${kind}${of === 1 ? '' : 's'}${shown < of ? `, the best ${shown}` : ''}`,
  orderedFor: (profile) => `, ordered for the profile "${profile}"`,
  list: listWith('and'),
  preferred: (first, second, sure) => `${first} is preferred to ${second}, ${sure} sure`,
  preferredToAll: (best) => `${best} is preferred to every other`,
  tooClose: (first, second, share, even) =>
    `${first} and ${second} are too close to call, ${share} for ${even ? 'each' : first}`,
  tooCloseAgainst: (best, rivals) =>
    `${best} comes first, but against ${rivals} it is too close to call`,
  it: 'It',
  andAlso: ', and ',
  noReason: 'No single reason stands out.',
  aheadByCraft: (name, points, against) =>
    `By craft alone ${name} is ahead: technical score ${points} against ${against}.`,
  whyAgainst: (first, second) => `Why ${first} against ${second}`,
  whatDiffers: (value) => `What differs, though both score ${value}`,
  against: (first, second) => [first, `against ${second}`],
  otherDifferences: (count) =>
    count === 1 ? 'one other difference' : `${count} other differences together`,
  cannotCompare: (first, second) => `${first} and ${second} cannot be compared`,
};

const GERMAN: ScreenWords = {
  figure: (text) => text.replace('.', ','),
  domains: { photograph: 'Foto', artwork: 'Kunstwerk', interface: 'Oberfläche' },
  references: {
    photograph: 'Vergleichsfotos',
    artwork: 'Kunstwerken zum Vergleich',
    interface: 'Oberflächen zum Vergleich',
  },
  preview: 'nur als Vorschau gesehen',
  score: 'Wert',
  technical: 'Technik',
  yours: 'Für dich',
  whose: (profile, ratings, stand) => {
    const from = `${profile}, ${ratings} ${ratings === 1 ? 'Wertung' : 'Wertungen'}`;
    switch (stand.kind) {
      case 'set':
        return `${profile}: von dir gesetzt`;
      case 'unsaid':
        return `${profile}: noch nichts gewertet; das ist der allgemeine Wert`;
      case 'general':
        return `${from}: nichts daraus Gelerntes zählt; das ist der allgemeine Wert`;
      case 'differs':
        return `${from}, ${stand.by}`;
    }
  },
  whyYours: (difference) => `Warum deiner abweicht (${difference})`,
  consensus: 'wie weit du dem allgemeinen Wert folgst',
  noTopic: 'was kein einzelnes Thema erklärt',
  shows: (what) => `zeigt ${what}`,
  ofTen: 'von 10',
  likely: (low, high) => `wohl ${low} bis ${high}`,
  notSure: (value, likely) =>
    `nicht sicher: Dieses Bild ähnelt keinem, das das Modell kennt. Geschätzt ${value}, ${likely}.`,
  betterThan: (percent, size, references) =>
    `besser als ${percent} von ${size.toLocaleString('de')} ${references}`,
  below: (minScore) => `unter den verlangten ${minScore}`,
  why: (value, average) =>
    average === undefined
      ? `Warum ${value}, also der Durchschnitt`
      : `Warum ${value}, wo der Durchschnitt ${average} ist`,
  explained: (part, whole) => `Messungen erklären ${part} von ${whole}`,
  impression: 'Gesamteindruck',
  learned: 'gelernt; keine einzelne Messung',
  more: (readings) => (readings === 1 ? '1 weitere Messung' : `${readings} weitere Messungen`),
  noneAConcern: 'keine gibt Anlass zur Sorge',
  notMeasured: (reason) => `nicht gemessen: ${reason}`,
  whereFrom: (value, average) =>
    `Woher ${value} kommt (ein durchschnittliches Bild hat ${average}; + gibt, − nimmt)`,
  findings: {
    strength: ['Stärke', 'Stärken'],
    weakness: ['Schwäche', 'Schwächen'],
    style: ['Stil', 'Stile'],
  },
  degrees: { slight: 'leicht', clear: 'deutlich', strong: 'stark' },
  andMore: (count) => `und ${count} weitere`,
  readings:
    'Messungen (voller Balken: kein Anlass zur Sorge, eine Stärke in Reinform oder ein Stil ohne Zweifel)',
  levels: { low: 'unten', middle: 'Mitte', high: 'oben' },
  votes: 'Stimmen',
  certainty: 'Sicherheit',
  certain: (percent, share) =>
    `mit einer Wahrscheinlichkeit von ${percent} auf einen Punkt genau; der Bereich trifft auf ${share} der Bilder zu`,
  reference: 'Vergleich',
  referenceSet: (id, size, mean) => `${id}, ${size.toLocaleString('de')} Bilder, Mittel ${mean}`,
  model: 'Modell',
  modelFacts: (id, engine, preprocessing) =>
    `${id}, Engine ${engine}, Vorverarbeitung ${preprocessing}`,
  suggestions: 'Was das Bild besser machen würde',
  leaveIt: 'Lass es, wie es ist: Keine der erprobten Bearbeitungen macht es besser.',
  noEditHelps: 'Keine der erprobten Bearbeitungen macht es besser.',
  together: (edits) => `zusammen: ${edits}`,
  gain: (value, low, high, withUnit) => `${value}${withUnit ? ' Punkte' : ''} (${low} bis ${high})`,
  sure: (percent) => `zu ${percent} sicher`,
  asItIs: 'Wie es ist',
  pageTitle: (name) => `${name}: Vorschläge`,
  columns: {
    picture: 'Bild',
    score: 'Wert',
    yours: 'Deiner',
    likely: 'Spanne',
    beats: 'Schlägt',
    strength: 'Stärke',
    weakness: 'Schwäche',
    place: 'Platz',
    technical: 'Technik',
    firstIsBetter: 'Erstes ist besser',
  },
  range: (low, high) => `${low} bis ${high}`,
  unsure: 'unsicher',
  ofKind: (kind, of, shown) =>
    `${of} ${of === 1 ? GERMAN.domains[kind] : SEVERAL[kind]}${shown === of ? '' : shown === 1 ? ', davon das beste' : `, davon die besten ${shown}`}`,
  orderedFor: (profile) => `, geordnet für das Profil „${profile}“`,
  list: listWith('und'),
  preferred: (first, second, sure) => `${first} wird ${second} vorgezogen, zu ${sure} sicher`,
  preferredToAll: (best) => `${best} wird allen anderen vorgezogen`,
  tooClose: (first, second, share, even) =>
    `${first} und ${second} liegen für ein Urteil zu nah beieinander, ${share} für ${even ? 'jedes' : first}`,
  tooCloseAgainst: (best, rivals) =>
    `${best} liegt vorn, aber gegen ${rivals} ist es für ein Urteil zu knapp`,
  it: 'Es',
  andAlso: ' und ',
  noReason: 'Kein einzelner Grund gibt den Ausschlag.',
  aheadByCraft: (name, points, against) =>
    `Allein vom Handwerk her liegt ${name} vorn: Technik ${points} gegen ${against}.`,
  whyAgainst: (first, second) => `Warum ${first} gegen ${second}`,
  whatDiffers: (value) => `Was sich unterscheidet, obwohl beide bei ${value} liegen`,
  against: (first, second) => [`${first},`, `dort ${second}`],
  otherDifferences: (count) =>
    count === 1 ? 'ein weiterer Unterschied' : `${count} weitere Unterschiede zusammen`,
  cannotCompare: (first, second) => `${first} und ${second} lassen sich nicht vergleichen`,
};

const SEVERAL: Readonly<Record<DomainId, string>> = {
  photograph: 'Fotos',
  artwork: 'Kunstwerke',
  interface: 'Oberflächen',
};

const LANGUAGES: Readonly<Record<string, ScreenWords>> = { en: ENGLISH, de: GERMAN };

/** @param language BCP 47 tag; English where there is nothing in it */
export function screenWords(language: string): ScreenWords {
  return LANGUAGES[language.toLowerCase().split('-')[0] ?? ''] ?? ENGLISH;
}
