import packageJson from '../../../package.json' with { type: 'json' };
import { wordsOf } from '../../attributes/words-of.js';
import { PARTS, type Engine } from '../../engine/engine.js';
import { findLocale } from '../../language/find-locale.js';
import type { Discovery, Limits } from '../../protocol/generated/discover.js';
import { PROTOCOL_VERSION } from '../../protocol/generated/methods.js';
import type { Handler } from '../call.js';

/** @param methods names of those that are answered */
export function discover(
  engine: Engine,
  limits: Limits,
  methods: readonly string[],
): Handler<'calm/discover'> {
  return (_params, { language }): Discovery => {
    const locale = findLocale(engine.locales, language);
    return {
      protocol: { version: PROTOCOL_VERSION, versions: [PROTOCOL_VERSION] },
      engine: { name: packageJson.name, version: packageJson.version },
      stamps: engine.stamps,
      methods: [...methods],
      parts: [...PARTS],
      attributes: engine.attributes.map((attribute) => ({
        id: attribute.id,
        name: wordsOf(attribute, locale).title,
        publisher: publisherOf(attribute.id),
        ...(attribute.appliesTo === undefined ? {} : { appliesTo: [...attribute.appliesTo] }),
      })),
      locales: engine.locales.map(({ id }) => id),
      decoders: engine.decoders.map(({ id }) => id),
      tastes: engine.tastes.kept,
      limits: { ...limits },
    };
  };
}

/** Ids of what is contributed are `publisher.name`; those of what is built in have no dot. */
function publisherOf(id: string): string {
  return id.includes('.') ? id.slice(0, id.indexOf('.')) : 'calm';
}
