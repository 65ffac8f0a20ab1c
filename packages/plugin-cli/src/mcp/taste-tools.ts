/** The tools that tell and ask of people's tastes. */
import { adviceOf } from '../tastes/advice.js';
import { registryOf } from '../text/readings.js';
import { adviceText, counted, KINDS, kindsText, preferencesOf, tellsText } from '../text/taste.js';
import {
  allOf,
  nameOf,
  PICTURE,
  PICTURES,
  sourceOf,
  type PictureInput,
  type PicturesInput,
} from './pictures.js';
import { list, NUMBER, object, RANGE, TEXT, told, tool, WHOLE, FLAG } from './tool.js';

const PROFILE = told(TEXT, 'Name of the taste profile.');
const KIND = { enum: ['photograph', 'artwork', 'interface'] };
const STARS = { low: 1, high: 5 };
const PROPOSED = 10;

interface CreateInput {
  readonly profile: string;
  readonly kinds?: ('photograph' | 'artwork' | 'interface')[];
}

interface ProfileInput {
  readonly profile: string;
}

interface SayInput {
  readonly profile: string;
  readonly ratings?: readonly (PictureInput & { readonly stars: number })[];
  readonly choices?: readonly { readonly preferred: PictureInput; readonly over: PictureInput }[];
  readonly scores_were_shown?: boolean;
}

interface NextInput extends PicturesInput {
  readonly profile?: string;
  readonly count?: number;
}

export const TASTE_TOOLS = [
  tool<object>({
    name: 'taste_profiles',
    title: 'List taste profiles',
    description: 'The taste profiles that there are: each holds what one person likes.',
    input: { properties: {} },
    output: {
      properties: {
        profiles: list(
          object({
            properties: { name: TEXT, kinds: told(list(KIND), 'None: all.') },
            required: ['name', 'kinds'],
          }),
        ),
      },
      required: ['profiles'],
    },
    async run(_input, { client, options }) {
      const { profiles } = await client.call('taste/profiles', {}, options);
      const lines = profiles.map(({ name, kinds }) => `${name} (${kindsText(kinds)})`);
      return {
        text: lines.length === 0 ? 'There is none yet: taste_create makes one.' : lines.join('\n'),
        data: { profiles: profiles.map(({ name, kinds }) => ({ name, kinds })) },
      };
    },
  }),

  tool<CreateInput>({
    name: 'taste_create',
    title: 'Begin a taste profile',
    description: 'Makes an empty taste profile for one person.',
    writes: true,
    input: {
      properties: {
        profile: told({ ...TEXT, minLength: 1, maxLength: 80 }, 'What the person calls it.'),
        kinds: told(list(KIND), 'Kinds of picture that it is about. Default: all.'),
      },
      required: ['profile'],
    },
    output: { properties: { profile: TEXT }, required: ['profile'] },
    async run({ profile, kinds }, { client, options }) {
      const asked = { name: profile, ...(kinds === undefined ? {} : { kinds }) };
      const { name } = await client.call('taste/create', asked, options);
      return { text: `The taste profile "${name}" begins.`, data: { profile: name } };
    },
  }),

  tool<SayInput>({
    name: 'taste_say',
    title: 'Note what a person likes',
    description:
      'Notes ratings and choices of a person, from which their personal score is learned. Only what the person has said themselves: never an opinion of yours, and never a score of this server.',
    writes: true,
    input: {
      properties: {
        profile: PROFILE,
        ratings: list(
          object({
            properties: { ...PICTURE, stars: { ...NUMBER, minimum: 1, maximum: 5 } },
            required: ['stars'],
          }),
          { maxItems: 1000 },
        ),
        choices: told(
          list(
            object({
              properties: {
                preferred: object({ properties: PICTURE }),
                over: object({ properties: PICTURE }),
              },
              required: ['preferred', 'over'],
            }),
            { maxItems: 1000 },
          ),
          'Of two pictures the one that the person likes better.',
        ),
        scores_were_shown: told(
          FLAG,
          'Whether the person had seen scores of them before. Default: false.',
        ),
      },
      required: ['profile'],
    },
    output: {
      properties: { pictures: told(WHOLE, 'How many it was about.') },
      required: ['pictures'],
    },
    async run({ profile, ratings = [], choices = [], scores_were_shown = false }, call) {
      const said = [
        ...ratings.map(({ stars, ...picture }, index) => ({
          kind: 'rating' as const,
          source: sourceOf(picture, `rating ${index + 1}`),
          value: stars,
          scale: STARS,
        })),
        ...choices.map(({ preferred, over }, index) => ({
          kind: 'choice' as const,
          preferred: sourceOf(preferred, `the preferred one of choice ${index + 1}`),
          over: sourceOf(over, `the other one of choice ${index + 1}`),
        })),
      ];
      const { pictures } = await call.client.call(
        'taste/say',
        { profile, said, from: 'agent', shown: scores_were_shown },
        call.options,
      );
      return {
        text: `Noted for "${profile}": ${counted(said.length, 'opinion')} of ${counted(pictures.length, 'picture')}.`,
        data: { pictures: pictures.length },
      };
    },
  }),

  tool<ProfileInput>({
    name: 'taste_report',
    title: 'Report what was learned',
    description:
      'What was learned of a person, and whether their personal score knows them better than the general one, tried on pictures that it was not learned from.',
    input: { properties: { profile: PROFILE }, required: ['profile'] },
    output: {
      properties: {
        reports: list(
          object({
            properties: {
              kind: KIND,
              opinions: WHOLE,
              pictures: WHOLE,
              verdict: told(TEXT, 'helps: use the personal score. Else why not, or not yet.'),
              advice: TEXT,
              gain: told(NUMBER, 'Agreement with the person, over that of the general score.'),
              likely: RANGE,
              likes: told(
                list(TEXT),
                'Surest first; only where the verdict is helps are they known.',
              ),
            },
            required: ['kind', 'opinions', 'pictures', 'verdict', 'advice', 'likes'],
          }),
        ),
      },
      required: ['reports'],
    },
    async run({ profile }, { client, engine, options }) {
      const registry = registryOf(engine.attributes);
      const { reports } = await client.call('taste/report', { profile }, options);
      const told = reports.map((report) => {
        const { kind, ratings: opinions, pictures, gain, topics } = report;
        const verdict = adviceOf(report, undefined);
        return {
          ...{ kind, opinions, pictures, verdict: verdict.kind },
          advice: adviceText(verdict, profile, report),
          ...(gain === undefined ? {} : { gain: gain.gain, likely: [gain.low, gain.high] }),
          likes: preferencesOf(topics, registry).map(({ text }) => text),
        };
      });
      const lines = told.map(({ kind, opinions, pictures, advice, likes }) =>
        [
          `${KINDS[kind]}: ${counted(opinions, 'opinion')} of ${counted(pictures, 'picture')}. ${advice}`,
          ...likes,
        ].join('\n'),
      );
      return {
        text: lines.length === 0 ? `Nothing was said in "${profile}" yet.` : lines.join('\n\n'),
        data: { reports: told },
      };
    },
  }),

  tool<NextInput>({
    name: 'taste_next',
    title: 'Propose what to rate',
    description:
      'Pictures of a folder whose rating by the person would teach most. Scores are left out on purpose: do not tell them before the person has rated.',
    input: {
      properties: {
        ...PICTURES,
        profile: told(
          TEXT,
          'Name of the taste profile. Default: for whoever has rated nothing yet.',
        ),
        count: told({ ...WHOLE, minimum: 1, maximum: 100 }, `Default: ${PROPOSED}.`),
      },
    },
    output: {
      properties: {
        pictures: list(
          object({ properties: { picture: TEXT, why: TEXT }, required: ['picture', 'why'] }),
        ),
        failed: list(TEXT),
      },
      required: ['pictures', 'failed'],
    },
    async run({ profile, count = PROPOSED, ...input }, { client, engine, options }) {
      const registry = registryOf(engine.attributes);
      const sources = await allOf(input);
      const next = await client.call(
        'taste/next',
        { sources, count, ...(profile === undefined ? {} : { profile }) },
        options,
      );
      const pictures = next.pictures.map(({ index, topics }) => {
        const source = sources[index];
        return {
          picture: source === undefined ? '' : nameOf(source),
          why: tellsText(topics, registry),
        };
      });
      const failed = next.failed.map(({ error }) => `${error.message} ${error.hint}`);
      const lines = pictures.map(({ picture, why }) => `${picture}: ${why}`);
      return {
        text: [
          ...(lines.length === 0 ? ['Nothing is left to rate here.'] : lines),
          ...failed.map((each) => `Failed: ${each}`),
        ].join('\n'),
        data: { pictures, failed },
      };
    },
  }),
];
