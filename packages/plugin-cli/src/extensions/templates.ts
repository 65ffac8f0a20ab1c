/** What `calm extension create` writes: of each sort of contribution one small thing that works, to be changed. */

export const TEMPLATES = [
  'attribute',
  'encoder',
  'decoder',
  'reporter',
  'command',
  'store',
  'locale',
] as const;
export type Template = (typeof TEMPLATES)[number];

export interface Beginning {
  /** `contributes` of the manifest. */
  readonly contributes: object;
  /** The body of `activate(context)`, the same in JavaScript and TypeScript; none where all is data. */
  readonly code?: string;
  /** Imports that the code needs. */
  readonly imports?: string;
  /** Further files. */
  readonly files?: Readonly<Record<string, string>>;
  /** How it is used once it is installed. */
  readonly use: string;
}

/**
 * @param publisher who makes it
 * @param name of the extension and of what it contributes
 */
export function beginningOf(template: Template, publisher: string, name: string): Beginning {
  const id = `${publisher}.${name}`;
  const title = name.replaceAll('-', ' ');
  switch (template) {
    case 'attribute':
      return {
        contributes: {
          attributes: [
            {
              id,
              title,
              meaning: 'How bright the picture is on average, between black and white.',
              level: 'low',
              kind: 'quality',
              unit: '%',
              range: [0, 100],
              direction: 'higher-is-better',
              digits: 0,
              needs: ['working'],
              wording: {
                strength: {
                  slight: ['it is fairly bright'],
                  clear: ['it is bright'],
                  strong: ['it is very bright'],
                },
                weakness: {
                  slight: ['it is rather dark'],
                  clear: ['it is dark'],
                  strong: ['it is very dark'],
                },
              },
            },
          ],
        },
        code: `
  context.attributes.register('${id}', {
    measure({ working }) {
      if (working === undefined) return { status: 'not-measured', reason: 'it was given no picture' };
      let sum = 0;
      for (const sample of working.data) sum += sample;
      const value = (100 * sum) / (255 * working.data.length);
      // Score: 1 the best, 0 the worst. Confidence: how probable it is that the reading is right.
      return { status: 'measured', value, score: value / 100, confidence: 0.9 };
    },
  });
`,
        use: 'calm assess photo.jpg --detail full',
      };
    case 'decoder':
      return {
        contributes: { decoders: [{ id, title }] },
        code: `
  context.decoders.register('${id}', {
    // What no reading backs is left out of the comment.
    async *write({ assessment }) {
      if (assessment.score === undefined) return;
      yield \`The picture scores \${assessment.score.value.toFixed(1)} of 10. \`;
    },
  });
`,
        use: `calm assess photo.jpg --decoder ${id}`,
      };
    case 'reporter':
      return {
        contributes: { reporters: [{ id, title: 'A list in Markdown' }] },
        code: `
  context.reporters.register('${id}', {
    async *report(results) {
      yield '| picture | score |\\n|---|---|\\n';
      for await (const { result } of results) {
        const score = result.status === 'ok' ? result.score?.value.toFixed(1) : 'failed';
        yield \`| \${result.source.path ?? ''} | \${score ?? ''} |\\n\`;
      }
    },
  });
`,
        use: `calm assess photos/ --format ${id} --out list.md`,
      };
    case 'command':
      return {
        contributes: { commands: [{ id, title: 'Scores a picture' }] },
        code: `
  context.commands.register('${id}', async ([path]) => {
    if (path === undefined) throw new Error('Name a picture.');
    const result = await context.engine.call('assess', { source: { kind: 'path', path } });
    return { text: \`\${path}: \${result.score?.value.toFixed(1) ?? 'no score'}\` };
  });
`,
        use: `calm run ${id} photo.jpg`,
      };
    case 'store':
      return {
        contributes: { stores: [{ id, schemes: [name] }] },
        imports: `import { readFile, rename, writeFile } from 'node:fs/promises';\n`,
        code: STORE.replaceAll('ID', id),
        use: `calm taste profiles --store ${name}:///home/me/tastes.json`,
      };
    case 'locale':
      return {
        contributes: { locales: [{ id: 'fr', name: 'Français', path: './fr.json' }] },
        files: {
          'fr.json': `${JSON.stringify(
            {
              decimal: ',',
              places: { middle: 'au milieu', top: 'en haut', bottom: 'en bas' },
              attributes: { noise: { title: 'bruit' } },
            },
            undefined,
            2,
          )}\n`,
        },
        use: 'calm assess photo.jpg --language fr --detail full',
      };
    case 'encoder':
      return {
        contributes: { bundles: [{ id, title, path: './bundle' }] },
        files: { 'seal.mjs': SEAL },
        use: `calm assess photo.jpg --bundle ${id}`,
      };
  }
}

const STORE = `
  context.stores.register('ID', {
    async open(url) {
      const file = new URL(url).pathname;
      const text = await readFile(file, 'utf8').catch(() => '{}');
      const kept = { profiles: [], logs: {}, pictures: [], snapshots: [], ...JSON.parse(text) };
      const log = (profile) => {
        if (!kept.profiles.some(({ id }) => id === profile)) throw new Error(\`There is no profile \${profile}.\`);
        return (kept.logs[profile] ??= []);
      };
      const save = async () => {
        await writeFile(\`\${file}.new\`, JSON.stringify(kept));
        await rename(\`\${file}.new\`, file);
      };
      const replace = (list, items, same) => [...list.filter((old) => !items.some((item) => same(old, item))), ...items];
      const named = (entry, pictures) => [entry.picture, entry.preferred, entry.over].some((one) => pictures.includes(one));
      const store = {
        location: url,
        profiles: async () => kept.profiles.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
        create: async (profile) => {
          kept.profiles.push(profile);
          await save();
        },
        update: async (profile) => {
          kept.profiles = replace(kept.profiles, [profile], (a, b) => a.id === b.id);
          await save();
        },
        append: async (profile, entries, pictures = []) => {
          const fresh = entries.filter(({ id }) => !log(profile).some((entry) => entry.id === id));
          log(profile).push(...fresh);
          await store.remember(pictures);
          return fresh.length;
        },
        entries: async (profile) => log(profile),
        pictures: async (wanted) => kept.pictures.filter(({ sha256 }) => wanted?.includes(sha256) ?? true),
        remember: async (pictures) => {
          kept.pictures = replace(kept.pictures, pictures, (a, b) => a.sha256 === b.sha256);
          await save();
        },
        snapshots: async (stamp, wanted) =>
          kept.snapshots
            .filter((one) => one.stamp === stamp && (wanted?.includes(one.picture) ?? true))
            .map((one) => ({ ...one, vector: Float32Array.from(one.vector) })),
        stamps: async () => {
          const counts = new Map();
          for (const { stamp } of kept.snapshots) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
          return counts;
        },
        keep: async (snapshots) => {
          const plain = snapshots.map((one) => ({ ...one, vector: [...one.vector] }));
          kept.snapshots = replace(kept.snapshots, plain, (a, b) => a.picture === b.picture && a.stamp === b.stamp);
          await save();
        },
        forget: async (profile, pictures) => {
          const before = log(profile);
          kept.logs[profile] = before.filter((entry) => !named(entry, pictures));
          const left = (picture) => !Object.values(kept.logs).flat().some((entry) => named(entry, [picture]));
          const gone = pictures.filter(left);
          kept.pictures = kept.pictures.filter(({ sha256 }) => !gone.includes(sha256));
          kept.snapshots = kept.snapshots.filter(({ picture }) => !gone.includes(picture));
          await save();
          return before.length - kept.logs[profile].length;
        },
        delete: async (profile) => {
          await store.forget(profile, log(profile).flatMap((entry) => [entry.picture, entry.preferred, entry.over].filter(Boolean)));
          kept.profiles = kept.profiles.filter(({ id }) => id !== profile);
          delete kept.logs[profile];
          await save();
        },
        merge: async (from, into) => {
          await store.append(into, log(from));
          kept.profiles = kept.profiles.filter(({ id }) => id !== from);
          delete kept.logs[from];
          await save();
        },
        [Symbol.asyncDispose]: async () => undefined,
      };
      return store;
    },
  });
`;

/** Run after a file of a bundle was replaced. */
const SEAL = `// Notes in bundle/bundle.json what each file of the bundle is: run it whenever you have replaced one.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const place = new URL('./bundle/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('bundle.json', place), 'utf8'));
for (const name of Object.keys(manifest.files)) {
  const bytes = readFileSync(new URL(name, place));
  manifest.files[name] = {
    ...manifest.files[name],
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  };
}
writeFileSync(new URL('bundle.json', place), \`\${JSON.stringify(manifest, undefined, 2)}\\n\`);
`;
