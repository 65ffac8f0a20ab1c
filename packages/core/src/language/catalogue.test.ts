import { describe, expect, it } from 'vitest';
import { localeFrom } from './catalogue.js';
import { en } from './en/index.js';

const FRENCH = {
  decimal: ',',
  places: { top: 'en haut' },
  frames: { opening: { strengthAlong: ['{t}, et {a}'] } },
  edits: { expose: 'exposition {ev.1} EV' },
  attributes: { noise: { title: 'bruit', weakness: { slight: ['un peu de bruit'] } } },
};

describe('a catalogue', () => {
  const french = localeFrom('fr', 'Français', FRENCH);

  it('says what it says, and the rest in English', () => {
    expect(french).toMatchObject({ id: 'fr', name: 'Français' });
    expect(french.places).toEqual({ ...en.places, top: 'en haut' });
    expect(french.frames.opening.strengthAlong).toEqual(['{t}, et {a}']);
    expect(french.frames.verdict).toEqual(en.frames.verdict);
    expect(french.number(-1.25, 1)).toBe(en.number(-1.25, 1).replace('.', ','));
    expect(french.edit({ operation: 'expose', ev: 0.7 })).toBe('exposition 0,7 EV');
    expect(french.edit({ operation: 'contrast', factor: 1.2 })).toBe(
      en.edit({ operation: 'contrast', factor: 1.2 }),
    );
    expect(french.attributes['noise']?.title).toBe('bruit');
  });

  it.each([
    [[], /must be an object/],
    [{ places: { top: 3 } }, /places\.top must be a text/],
    [{ places: { above: 'au-dessus' } }, /nothing is said by places\.above/],
    [{ frames: { verdict: [] } }, /frames\.verdict must be/],
    [{ edits: { expose: {} } }, /edits\.expose must be a text/],
    [{ number: 'un' }, /nothing is said by number/],
    [{ attributes: { noise: { title: 1 } } }, /attributes\.noise\.title/],
  ])('names what is wrong in %j', (catalogue, told) => {
    expect(() => localeFrom('fr', 'Français', catalogue)).toThrow(told);
  });
});
