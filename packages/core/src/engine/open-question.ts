/** Questions that want more than yes or no: what they ask for, and what of an assessment answers them. */
import type { Attribute } from '../attributes/attribute.js';
import type { Topic } from '../language/locale.js';
import { whyUnbacked } from '../decoder/check-claims.js';
import type { Assessment, Claim } from '../protocol/generated/assessment.js';
import type { Subject } from '../protocol/generated/answer.js';

/** How people ask for each; a question is taken for the one whose examples it is most like. */
const EXAMPLES: Readonly<Record<Subject | 'unknown', readonly string[]>> = {
  strengths: [
    'what works in this photo?',
    'what is good about it?',
    'what are its strengths?',
    'what do you like about this picture?',
    'what did I do well?',
    'which parts are done well?',
    'what did the photographer get right?',
    'what succeeds here?',
    'what stands out for the better?',
    'where does this picture shine?',
    'what should I keep as it is?',
    'why is it a good photo?',
  ],
  weaknesses: [
    'what is wrong with this photo?',
    'what fails?',
    'what is bad about it?',
    'what are its weaknesses?',
    'what holds it back?',
    'what do you dislike about it?',
    'what are the problems?',
    'what is the biggest problem with this shot?',
    'any flaws I should know about?',
    'why is it a bad photo?',
    'which mistakes did I make?',
    'what went wrong?',
    'where does it fall short?',
    'what weakens the picture?',
    'what bothers you about it?',
    'what spoils it?',
  ],
  advice: [
    'what should I do?',
    'how can I improve it?',
    'what would make it better?',
    'how do I fix this picture?',
    'what should I change?',
    'give me some tips',
    'how could I take a better photo next time?',
    'which edits would help?',
  ],
  standing: [
    'how good is it?',
    'how good a photograph is this?',
    'where does it rank?',
    'how many points out of ten would you give it?',
    'rate it',
    'what do you think of this photo?',
    'what do you think of it?',
    'what do you say to it?',
    'how does it compare with other pictures?',
    'how does it stack up against others?',
    'what score does it get?',
    'how would you rate this picture?',
    'why this score?',
    'what is the overall impression?',
    'what is your verdict?',
    'what is your opinion?',
  ],
  shown: [
    'what does it show?',
    'what is in the picture?',
    'what can you see?',
    'what did I photograph?',
    'what is the subject of the photo?',
    'who or what is in this image?',
    'describe what is in the photo',
  ],
  light: [
    'how is the light?',
    'how is the exposure?',
    'what about brightness and contrast?',
    'how are the shadows and highlights?',
    'describe the lighting',
  ],
  colour: [
    'how are the colours?',
    'what about the white balance?',
    'how do the colors look?',
    'what is the palette like?',
    'how is the saturation?',
  ],
  detail: [
    'how sharp is it?',
    'how is the focus?',
    'how is the image quality in detail?',
    'what about noise and blur?',
    'what about the grain?',
    'where is it in focus?',
  ],
  composition: [
    'how is the composition?',
    'how is it framed?',
    'how does it follow the rule of thirds?',
    'where is the subject placed?',
    'what about the balance of the picture?',
    'what about lines and symmetry?',
    'how is the arrangement of the elements?',
  ],
  unknown: [
    'who took it?',
    'who made or painted it?',
    'where was it taken?',
    'when was this taken?',
    'which camera was used?',
    'which lens and settings were used?',
    'what is the name of this person?',
    'how old is she?',
    'how much is it worth?',
    'what happened before the shot?',
    'what happened to him?',
    'what does the person think?',
    'what is the story behind it?',
    'why was this picture taken?',
    'why did the photographer press the shutter?',
    'how can I improve my life?',
    'what is wrong with the world?',
    'what should I call this picture?',
    'what is the meaning of life?',
    'what is the weather tomorrow?',
    'who are you?',
    'what breed is the dog?',
    'how tall is the building?',
    'how many people are there?',
    'what time is it?',
    'which country is this?',
  ],
};

/** Vectors of text hardly hear a negation: "what does not work?". */
const NEGATED = /\b(?:not|never|no|nothing|hardly)\b|n['’]t\b/iu;
/** Nor do they hear well which way a question goes: "what did I do right?". */
const PRAISING = /\b(?:right|good|best|likes?|loves?|well|works?|strengths?|positives?)\b/iu;
const NEGATION: Partial<Record<Subject, Subject>> = {
  strengths: 'weaknesses',
  advice: 'weaknesses',
  standing: 'weaknesses',
};

/** What a picture shows nobody can read off it by name or date. */
const OF_PEOPLE_AND_TIMES = /^\W*(?:who|whose|whom|when)\b/iu;
const IN_THE_PICTURE =
  /^\W*who (?:or what )?(?:is|are|can|do)(?: (?:you|i|we|be))? (?:in|see|seen|shown)\b/iu;

/** Cosine to the nearest example from which on a question is taken for it. */
const LIKE_ENOUGH = 0.4;

/** Words of fields and sides that a question may join. */
const MATTERS: readonly RegExp[] = [
  /\b(?:light|lighting|exposure|contrast|brightness)\b/iu,
  /\b(?:colou?rs?|saturation|white balance|palette)\b/iu,
  /\b(?:sharpness|focus|noise|blur|detail)\b/iu,
  /\b(?:composition|framing|placement)\b/iu,
];
const SIDES: readonly RegExp[] = [
  /\b(?:works?|good|right|strong|strengths?|best)\b/iu,
  /\b(?:not|wrong|bad|weak|weakness(?:es)?|worst|fails?)\b|n['’]t\b/iu,
];

/** Whether a question asks for two things, each of which would have another answer. */
export function asksForSeveral(question: string): boolean {
  const named = (words: readonly RegExp[]): number =>
    words.filter((pattern) => pattern.test(question)).length;
  return /\b(?:and|or)\b|[,;&]/iu.test(question) && (named(MATTERS) > 1 || named(SIDES) > 1);
}

/** Knows what open questions ask for. */
export class OpenQuestions {
  readonly #encode: (text: string) => Promise<Float32Array>;
  #examples:
    | Promise<readonly { readonly asks: Subject | 'unknown'; readonly text: Float32Array }[]>
    | undefined;

  /** @param encode a text to a vector of length 1 */
  constructor(encode: (text: string) => Promise<Float32Array>) {
    this.#encode = encode;
  }

  /** What a question asks for; `undefined` where no assessment tells that. */
  async subjectOf(question: string): Promise<Subject | undefined> {
    if (OF_PEOPLE_AND_TIMES.test(question) && !IN_THE_PICTURE.test(question)) return undefined;
    this.#examples ??= this.#encoded();
    const text = await this.#encode(question);
    let best: Subject | 'unknown' = 'unknown';
    let most = LIKE_ENOUGH;
    for (const example of await this.#examples) {
      const like = example.text.reduce((sum, value, at) => sum + value * text[at]!, 0);
      if (like > most) [best, most] = [example.asks, like];
    }
    if (best === 'unknown') return undefined;
    if (NEGATED.test(question)) return NEGATION[best] ?? best;
    return best === 'weaknesses' && PRAISING.test(question) ? 'strengths' : best;
  }

  async #encoded(): Promise<readonly { asks: Subject | 'unknown'; text: Float32Array }[]> {
    const examples: { asks: Subject | 'unknown'; text: Float32Array }[] = [];
    for (const [asks, texts] of Object.entries(EXAMPLES)) {
      for (const text of texts) {
        examples.push({ asks: asks as Subject | 'unknown', text: await this.#encode(text) });
      }
    }
    return examples;
  }
}

const TOPICS: Readonly<Record<'light' | 'colour' | 'detail' | 'composition', readonly Topic[]>> = {
  light: ['light'],
  colour: ['colour'],
  detail: ['detail', 'depth'],
  composition: ['framing', 'order'],
};

/** What readings say, in the order of the document. */
export function evidenceOf(
  { score, attributes: readings }: Assessment,
  attributes: readonly Attribute[],
): string[] {
  return [
    ...(score === undefined ? [] : [`score: ${score.value.toFixed(1)} of 10`]),
    ...readings.flatMap((reading) =>
      reading.status === 'measured' ? [`${titleOf(reading.id, attributes)}: ${reading.text}`] : [],
    ),
  ];
}

function titleOf(id: string, attributes: readonly Attribute[]): string {
  return attributes.find((attribute) => attribute.id === id)?.title ?? id;
}

/** The part of an assessment that answers a question, for a writer to tell. */
export function partAskedFor(
  subject: Subject,
  { score, shows, ...assessment }: Assessment,
  attributes: readonly Attribute[],
): Assessment {
  const { findings } = assessment;
  switch (subject) {
    case 'standing':
      return { ...assessment, findings: [], attributes: [], ...(score && { score }) };
    case 'shown':
      return { ...assessment, findings: [], attributes: [], ...(shows && { shows }) };
    case 'strengths':
    case 'weaknesses':
    case 'advice': {
      const weak = subject !== 'strengths';
      const wanted = findings.filter(({ kind }) => (kind === 'weakness') === weak);
      return partAbout(new Set(wanted.map(({ attribute }) => attribute)), assessment);
    }
    default: {
      const ofTopic = attributes.filter(({ topic }) => topic && TOPICS[subject].includes(topic));
      return partAbout(new Set(ofTopic.map(({ id }) => id)), assessment);
    }
  }
}

/** What an assessment says of some attributes. */
export function partAbout(ids: ReadonlySet<string>, assessment: Assessment): Assessment {
  return {
    ...assessment,
    findings: assessment.findings.filter(({ attribute }) => ids.has(attribute)),
    attributes: assessment.attributes.filter(({ id }) => ids.has(id)),
  };
}

/** What is said where there is nothing to tell, in English, as the question was. */
const NOTHING: Readonly<Record<Subject, string>> = {
  strengths: 'No reading is a strength of this picture.',
  weaknesses: 'Nothing that was measured is wrong with it.',
  advice: 'Nothing that was measured asks for a change.',
  standing: 'There is no score to tell that from.',
  shown: 'What it shows cannot be named surely enough.',
  light: 'Nothing in the light stands out.',
  colour: 'Nothing in the colours stands out.',
  detail: 'Nothing in the detail stands out.',
  composition: 'Nothing in the composition stands out.',
};

/** That there is nothing to tell, which readings may back or not. */
export function nothingToTell(
  subject: Subject,
  part: Assessment,
  assessment: Assessment,
  attributes: readonly Attribute[],
): { readonly text: string; readonly claims: Claim[] } {
  const isBacked = (claim: Claim): boolean => whyUnbacked(claim, assessment) === undefined;
  const text = NOTHING[subject];
  switch (subject) {
    case 'weaknesses':
    case 'advice': {
      const nothing: Claim = { about: 'craft', relation: 'no-weakness' };
      if (isBacked(nothing)) return { text, claims: [nothing] };
      const serious: Claim = { about: 'craft', relation: 'nothing-serious' };
      return { text: 'Nothing serious is wrong with it.', claims: [serious].filter(isBacked) };
    }
    case 'strengths':
    case 'standing':
    case 'shown':
      return { text, claims: [] };
    default: {
      const read = new Set(part.attributes.map(({ id }) => id));
      const claims = attributes
        .filter(({ id, kind }) => kind === 'fault' && read.has(id))
        .map(({ id }): Claim => ({ about: id, relation: 'absence' }));
      return { text, claims: claims.filter(isBacked) };
    }
  }
}
