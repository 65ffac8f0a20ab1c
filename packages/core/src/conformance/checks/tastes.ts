/** What is learned of people. The suite makes profiles of its own and deletes them. */
import { expectEqual, expectThat, type Asked } from '../asked.js';
import type { Check } from '../check.js';
import { JPEG, pixels, png } from '../pictures.js';

const RATED = [png(), JPEG, pixels(48, 64), pixels(80, 48)];

export const TASTES: readonly Check[] = [
  {
    name: 'a profile is made, renamed, named once whatever its case, and deleted',
    async run(engine) {
      await engine.needs('taste/create', 'taste/rename', 'taste/profiles', 'taste/delete');
      return await withProfile(engine, async (name) => {
        await engine.refusal('taste/create', { name: name.toUpperCase() }, 'profile-exists');
        const { id } = await engine.result('taste/rename', { profile: name, name: `${name} B` });
        const { profiles } = await engine.result('taste/profiles', {});
        expectEqual(profiles.find((each) => each.id === id)?.name, `${name} B`, 'Name');
        await engine.refusal('taste/report', { profile: name }, 'profile-unknown');
        await engine.result('taste/rename', { profile: `${name} B`, name });
        return name;
      });
    },
  },
  {
    name: 'what a person says is noted, learned from, exported, forgotten and taken in again',
    async run(engine) {
      await engine.needs('taste/create', 'taste/say', 'taste/report', 'taste/delete');
      await engine.needs(
        'taste/next',
        'taste/tune',
        'taste/export',
        'taste/forget',
        'taste/import',
      );
      return await withProfile(engine, async (name) => {
        const [first, second, third, fourth] = RATED as [typeof JPEG, ...typeof RATED];
        const { pictures } = await engine.result('taste/say', {
          profile: name,
          said: [
            { kind: 'rating', source: first, value: 5 },
            { kind: 'rating', source: second!, value: 8, scale: { low: 0, high: 10 } },
            { kind: 'choice', preferred: first, over: third! },
            { kind: 'flag', source: third!, flag: 'reject' },
            { kind: 'override', source: fourth!, value: 7.5 },
          ],
        });
        expectEqual(pictures.length, RATED.length, 'Pictures that were noted');
        const { reports } = await engine.result('taste/report', { profile: name });
        expectThat(reports.length > 0, 'There is no report.');
        const next = await engine.result('taste/next', { profile: name, sources: RATED, count: 2 });
        expectThat(next.pictures.length <= 2, 'It gives more pictures than were asked for.');
        await engine.result('taste/tune', { profile: name });
        if ((await engine.discovery()).methods.includes('assess')) {
          const { score } = await engine.result('assess', { source: fourth!, profile: name });
          expectEqual(score?.personal?.value, 7.5, 'The score that the person has set');
        }
        const document = await engine.result('taste/export', { profiles: [name] });
        const entries = document.profiles[0]?.entries.length ?? 0;
        const { entries: forgotten } = await engine.result('taste/forget', {
          profile: name,
          pictures,
        });
        expectThat(forgotten > 0, 'Nothing was forgotten.');
        await engine.result('taste/delete', { profile: name });
        const taken = await engine.result('taste/import', { document: { ...document } });
        expectEqual(
          taken.profiles.map(({ added }) => added),
          [entries],
          'Entries taken in',
        );
        return `${entries} entries on ${pictures.length} pictures`;
      });
    },
  },
  {
    name: 'of what is said at once, all is noted or nothing',
    async run(engine) {
      await engine.needs('taste/create', 'taste/say', 'taste/export', 'taste/delete');
      return await withProfile(engine, async (name) => {
        const said = [
          { kind: 'rating', source: png(), value: 5 },
          { kind: 'rating', source: { kind: 'bytes', base64: btoa('no picture') }, value: 1 },
        ];
        const { code } = await engine.refusal('taste/say', { profile: name, said });
        const { profiles } = await engine.result('taste/export', { profiles: [name] });
        expectEqual(profiles[0]?.entries, [], 'What was noted');
        return `${code}, and nothing was noted`;
      });
    },
  },
  {
    name: 'one profile is merged into another',
    async run(engine) {
      await engine.needs(
        'taste/create',
        'taste/say',
        'taste/merge',
        'taste/export',
        'taste/delete',
      );
      return await withProfile(engine, async (into) =>
        withProfile(engine, async (from) => {
          const said = [{ kind: 'rating' as const, source: png(), value: 4 }];
          await engine.result('taste/say', { profile: from, said });
          await engine.result('taste/merge', { from, into });
          const { profiles } = await engine.result('taste/export', { profiles: [into] });
          expectEqual(profiles[0]?.entries.length, 1, 'Entries of the one that grew');
          await engine.refusal('taste/report', { profile: from }, 'profile-unknown');
          return `${from} into ${into}`;
        }),
      );
    },
  },
];

/** Makes a profile, and deletes it whatever happens. */
async function withProfile(engine: Asked, use: (name: string) => Promise<string>): Promise<string> {
  const name = `conformance ${Date.now()} ${engine.newId()}`;
  await engine.result('taste/create', { name });
  try {
    return await use(name);
  } finally {
    const { profiles } = await engine.result('taste/profiles', {});
    for (const each of profiles.filter((profile) => profile.name.startsWith(name))) {
      await engine.result('taste/delete', { profile: each.name });
    }
  }
}
