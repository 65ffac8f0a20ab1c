/** What is sent: instructions, and the facts of one assessment. Neither names of files nor anything the camera wrote into them. */
import {
  degreeOf,
  wordsOf,
  type Assessment,
  type Finding,
  type WritingRequest,
} from '@calm-sdk/core';

/** A message of the chat, as the protocol has it. */
export interface Message {
  readonly role: 'system' | 'user';
  readonly content:
    | string
    | readonly (
        | { readonly type: 'text'; readonly text: string }
        | { readonly type: 'image_url'; readonly image_url: { readonly url: string } }
      )[];
}

/** How many sentences are asked for. */
export const SENTENCES = { short: 2, normal: 5, full: 10 } as const;

const INSTRUCTIONS = `You comment on one photograph for the person who took it. You are given what was measured, as JSON, and nothing else is known.

- Write plain, short English sentences, one fact in each. Begin with what works.
- Say only what the facts say, and use their words: the names of the findings, and the sentences under "says".
- Say how strong a weakness is only as its degree tells. Copy figures exactly, or leave them out.
- Do not say what the photograph shows, who took it, or how it feels. Do not invent causes.
- After a weakness you may give its advice, in your own words.
- Every sentence is checked against the facts by a program, which removes those that say anything else.`;

/** @param jpeg the picture, where it is sent */
export function messagesFor(
  request: WritingRequest,
  jpeg: Uint8Array | undefined,
): readonly Message[] {
  const facts = JSON.stringify(factsOf(request), undefined, 1);
  const text = `Write ${SENTENCES[request.detail]} sentences about this photograph.\n\n${facts}`;
  const content: Message['content'] =
    jpeg === undefined
      ? text
      : [
          { type: 'text', text },
          {
            type: 'image_url',
            image_url: { url: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}` },
          },
        ];
  return [
    { role: 'system', content: INSTRUCTIONS },
    { role: 'user', content },
  ];
}

interface Fact {
  readonly name: string;
  readonly degree?: string;
  readonly reading: string;
  readonly says: readonly string[];
  readonly advice?: string;
}

interface Facts {
  /** Absent where the model does not know the picture. */
  readonly score?: string;
  readonly strengths: readonly Fact[];
  readonly weaknesses: readonly Fact[];
  readonly styles: readonly Fact[];
}

function factsOf(request: WritingRequest): Facts {
  const { assessment } = request;
  const of = (kind: Finding['kind']): readonly Fact[] =>
    assessment.findings
      .filter((finding) => finding.kind === kind)
      .flatMap((finding) => factOf(finding, request) ?? []);
  const score = scoreOf(assessment);
  return {
    ...(score === undefined ? {} : { score }),
    strengths: of('strength'),
    weaknesses: of('weakness'),
    styles: of('style'),
  };
}

function scoreOf({ score }: Assessment): string | undefined {
  if (score === undefined || score.abstained) return undefined;
  return `${score.value.toFixed(1)} of 10, better than ${Math.floor(score.percentile)} % of the reference pictures`;
}

/** Clauses that a fact may be told in; more would only lengthen the request. */
const CLAUSES = 2;

function factOf(
  { attribute: id, kind, severity }: Finding,
  { assessment, attributes, locale }: WritingRequest,
): Fact | undefined {
  const attribute = attributes.find((one) => one.id === id);
  const reading = assessment.attributes.find((one) => one.id === id);
  if (attribute === undefined || reading?.status !== 'measured') return undefined;
  const words = wordsOf(attribute, locale);
  const degree = degreeOf(severity);
  const side = locale.sides[reading.value > 0 ? 'right' : 'left'];
  const ways = kind === 'style' ? words.style : words[kind]?.[degree];
  const clauses = (ways ?? []).filter((clause) => !clause.includes('{figure}'));
  const advice = words.mend?.[0] ?? words.nextTime?.[0].replace('{then}', locale.then[0]);
  return {
    name: attribute.title,
    ...(kind === 'weakness' ? { degree } : {}),
    reading: reading.text,
    says: clauses.slice(0, CLAUSES).map((clause) => clause.replaceAll('{side}', side)),
    ...(kind === 'weakness' && advice !== undefined ? { advice } : {}),
  };
}
