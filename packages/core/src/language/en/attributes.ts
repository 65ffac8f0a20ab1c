/** What English says of attributes beside the clauses in their own files: what they are called, what they do, and what to do about them. */
import type { AttributeWords, Effect, Graded, Ways } from '../words.js';

/** "a slight tilt", by degree. */
function count(noun: string): Graded {
  return {
    slight: [`a slight ${noun}`, `a small ${noun}`],
    clear: [`a clear ${noun}`, `a noticeable ${noun}`],
    strong: [`a strong ${noun}`, `a severe ${noun}`],
  };
}

/** "slight noise", by degree. */
function mass(noun: string): Graded {
  return {
    slight: [`slight ${noun}`, `a touch of ${noun}`],
    clear: [`clear ${noun}`, `noticeable ${noun}`],
    strong: [`strong ${noun}`, `severe ${noun}`],
  };
}

/** Requests that say that they are for another time. */
function later(...requests: Ways): Ways {
  const [first, ...others] = requests;
  return [`{then}, ${first}`, ...others.map((request) => `{then}, ${request}`)];
}

/** From infinitives: "make the scene look unstable". */
function effect(...infinitives: Ways): Effect {
  const [first, ...others] = infinitives;
  return {
    does: [thirdPerson(first), ...others.map(thirdPerson)],
    can: [`can ${first}`, ...others.map((one) => `can ${one}`)],
  };
}

function thirdPerson(infinitive: string): string {
  return infinitive.replace(/^\w+/u, (verb) => {
    if (/(?:[sxzo]|[cs]h)$/u.test(verb)) return `${verb}es`;
    return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
  });
}

/** By attribute id, in the order of the registry. */
export const attributes: Readonly<Record<string, Partial<AttributeWords>>> = {
  noise: {
    fault: mass('noise'),
    effect: effect(
      'make the picture look rough',
      'get in the way of fine texture',
      'break up soft gradations',
    ),
    mend: [
      'reduce the noise, gently enough to keep fine detail',
      'take the noise down, above all in plain areas',
    ],
  },
  compression: {
    fault: mass('compression damage'),
    effect: effect('turn soft gradations into steps', 'wipe away fine texture'),
    mend: [
      'export the picture again from the original, at a quality of 85 or more',
      'go back to the original and save it at a higher quality',
    ],
    nextTime: later(
      'save it with less compression',
      'keep the quality at 85 or more when you export',
    ),
  },
  'over-sharpening': {
    fault: mass('over-sharpening'),
    effect: effect(
      'make the picture look processed',
      'make fine texture brittle',
      'bring out noise and small flaws as well',
    ),
    mend: [
      'take the sharpening back',
      'soften the picture until the edges look natural again',
      'sharpen the original again, but less',
    ],
  },
  'defocus-blur': {
    fault: count('lack of sharpness'),
    effect: effect(
      'leave the eye nothing crisp to rest on',
      'take the texture from surfaces',
      'become more obvious the larger the picture is viewed',
    ),
    nextTime: later(
      'focus on the subject itself',
      'check the shot enlarged before moving on',
      'take a moment to focus and look at the result enlarged',
    ),
  },
  'motion-blur': {
    fault: mass('motion blur'),
    effect: effect(
      'cost fine detail',
      'draw points out into lines',
      'make small things hard to make out',
    ),
    nextTime: later(
      'use a shorter shutter time, if need be with a higher sensitivity',
      'rest the camera on a support',
      'switch on stabilisation or expose for a shorter time',
    ),
  },
  'under-exposure': {
    fault: mass('under-exposure'),
    effect: effect(
      'leave the upper tones unused',
      'crowd the dark tones together',
      'make the scene look heavy',
    ),
    mend: [
      'brighten the picture',
      'raise the exposure until the brightest parts come close to white',
    ],
  },
  'over-exposure': {
    fault: mass('over-exposure'),
    effect: effect(
      'take the modelling from bright surfaces',
      'leave the highlights thin',
      'blur the differences between light tones',
    ),
    mend: [
      'darken the picture',
      'bring the exposure down, as far as the highlights still hold detail',
    ],
  },
  'clipped-highlights': {
    fault: count('loss of detail in the highlights'),
    effect: effect(
      'tear holes in light areas',
      'pull the eye to empty patches',
      'leave editing little to work with',
    ),
    nextTime: later(
      'expose for the brightest part that should keep its detail',
      'expose for the highlights and lift the shadows afterwards',
      'bracket the exposure',
    ),
  },
  'crushed-shadows': {
    fault: count('loss of detail in the shadows'),
    effect: effect(
      'take the depth from the shadows',
      'make dark shapes run together',
      'make the darks hard to lift',
    ),
    nextTime: later(
      'give the shadows light, by a longer exposure or a fill light',
      'expose more generously',
      'lift the shadows with extra light',
    ),
  },
  'low-contrast': {
    fault: count('lack of contrast'),
    effect: effect(
      'give shapes less depth',
      'take the force from the light',
      'separate light and shade too little',
    ),
    mend: ['raise the contrast', 'stretch the tones until they reach from black to white'],
  },
  haze: {
    fault: mass('haze'),
    effect: effect('weaken contrast and colour', 'make the scene look far away'),
    mend: ['remove the haze in editing', 'pull the dark tones down until the veil lifts'],
  },
  'over-saturation': {
    fault: mass('over-saturation'),
    effect: effect('put colour before form and light', 'tire the eye'),
    mend: [
      'bring the saturation down',
      'ease the colours back until fine shades can be told apart again',
    ],
  },
  'dull-colour': {
    fault: count('lack of colour'),
    effect: effect('make the scene look tired', 'make different colours look alike'),
    mend: ['raise the saturation', 'give the colours more strength without overdoing it'],
  },
  'warm-cast': {
    fault: count('warm cast'),
    effect: effect('tint even whites and greys yellow', 'mute the blues'),
    mend: [
      'set the white balance cooler',
      'shift the colour temperature towards cool until greys look neutral again',
    ],
  },
  'cool-cast': {
    fault: count('cool cast'),
    effect: effect('tint even whites and greys blue', 'mute the warm tones'),
    mend: [
      'set the white balance warmer',
      'shift the colour temperature towards warm until greys look neutral again',
    ],
  },
  'green-cast': {
    fault: count('green cast'),
    effect: effect('tint even whites and greys green', 'take the warmth from reds'),
    mend: ['shift the tint towards magenta', 'take green out until greys look neutral again'],
  },
  'magenta-cast': {
    fault: count('magenta cast'),
    effect: effect('tint even whites and greys pink', 'make greens look dull'),
    mend: ['shift the tint towards green', 'take magenta out until greys look neutral again'],
  },
  vignetting: {
    fault: mass('vignetting'),
    effect: effect('make the light look uneven', 'make the edges look heavy'),
    mend: ['brighten the corners', 'even out the corners with a lens correction'],
  },
  'horizon-tilt': {
    fault: count('tilt to the {side}'),
    effect: effect('make the scene look unstable', 'draw the eye to the slope'),
    mend: ['level the picture', 'turn the picture until level and upright lines stand true'],
  },
  'vertical-tilt': {
    fault: count('convergence of the verticals'),
    effect: effect('distort proportions', 'make upright things look unsteady'),
    mend: [
      'set the verticals upright with a perspective correction',
      'correct the perspective before you crop',
    ],
    nextTime: later(
      'hold the camera level and choose the framing by distance or height',
      'step back and keep the camera upright',
    ),
  },
  'subject-placement': {
    fault: count('drift of the subject towards the edge'),
    merit: ['the placing of the subject', 'the position of the subject'],
    effect: effect(
      'lead the eye out of the picture',
      'leave the larger part of the frame without its subject',
    ),
    mend: [
      'crop so that the subject lies on a line of thirds or nearer to the middle',
      'trim some of the side opposite the subject',
    ],
  },
  balance: {
    fault: count('imbalance towards the {side}'),
    merit: ['its even balance', 'the balance between left and right'],
    effect: effect('make the composition look unsettled', 'leave the other side with little to do'),
    nextTime: later(
      'move the frame towards the heavy side',
      'let something on the other side answer the weight',
    ),
  },
  'tight-framing': {
    fault: count('lack of room around the subject'),
    effect: effect('make the picture feel cramped', 'shut the surroundings out'),
    nextTime: later(
      'take a step back and leave the subject some air',
      'zoom out or use a shorter focal length',
    ),
  },
  'loose-framing': {
    fault: count('excess of space around the subject'),
    effect: effect('weaken the subject', 'spread attention over the surroundings'),
    mend: ['crop closer to the subject', 'trim the edges until the subject carries more weight'],
  },
  'cut-off-subject': {
    fault: count('cut into the subject'),
    effect: effect('make the subject look incomplete', 'pull the eye to the edge of the frame'),
    nextTime: later(
      'leave room all around the subject',
      'keep the whole subject inside the frame, or cut it so decidedly that it looks meant',
    ),
  },
  clutter: {
    fault: mass('clutter around the subject'),
    effect: effect('draw the eye away from the subject', 'make it harder to see what matters'),
    nextTime: later('move until the background is plain', 'open the aperture or come closer'),
  },
  'subject-sharpness': {
    fault: count('lack of sharpness in the subject'),
    merit: ['the sharpness of the subject', 'the focus on the subject'],
    effect: effect('let the eye slip off the subject', 'take the force from the subject'),
    nextTime: later(
      'put the focus point right on the subject',
      'close the aperture a stop where depth of field is short',
    ),
  },
  'depth-separation': {
    fault: count('lack of separation between subject and surroundings'),
    merit: ['the separation of the subject from its background', 'the softness behind the subject'],
    effect: effect('give the surroundings precedence', 'make the subject recede'),
    nextTime: later(
      'focus on the subject and open the aperture',
      'step closer to the subject and focus on it',
      'keep the subject further from what is behind it',
    ),
  },
  'leading-lines': {
    merit: ['the pull of its lines', 'the course of its lines'],
  },
  symmetry: {
    merit: ['its symmetry', 'the order that its symmetry brings'],
  },
  repetition: {
    merit: ['its repetition of shapes', 'the rhythm of its shapes'],
  },
  'colour-harmony': {
    fault: mass('discord among the colours'),
    merit: ['the harmony of its colours', 'its well-matched palette'],
    effect: effect(
      'make the colours draw attention to themselves',
      'break the picture into separate parts',
    ),
    mend: ['mute the hue that belongs to no other', 'calm the colour that stands outside'],
    nextTime: later('leave the colour that stands outside out of the frame'),
  },
  'subject-clarity': {
    fault: mass('uncertainty about the subject'),
    merit: ['a clear subject', 'a subject that is easy to find'],
    effect: effect('give the eye no place to start', 'leave the picture without a centre'),
    nextTime: later(
      'decide before you press the shutter what the picture is to be about',
      'let light, sharpness or empty space set the subject apart',
    ),
  },
  simplicity: {
    fault: mass('crowding in the frame'),
    merit: ['its simplicity', 'the quiet space in the frame'],
    effect: effect('make the parts of the picture compete', 'make the picture slow to read'),
    nextTime: later(
      'leave out what the picture does not need',
      'come closer and keep fewer things in the frame',
    ),
  },
  'feature-congestion': {
    fault: mass('crowding of the page'),
    effect: effect('leave nothing room to stand out', 'make things on the page hard to find'),
    mend: ['take away what the page can do without', 'give what matters more room than the rest'],
  },
  'subband-entropy': {
    fault: count('excess of detail on the page'),
    effect: effect('take long to grasp', 'make the page tiring'),
    mend: [
      'show less at once, and the rest on demand',
      'repeat the same forms instead of new ones',
    ],
  },
  'contour-density': {
    fault: count('excess of lines and letters'),
    effect: effect('make the page look restless', 'make text and frames run together'),
    mend: ['drop frames and rules where space can part things', 'cut the text down'],
  },
  colourfulness: {
    merit: ['its colours', 'the colour that it dares'],
  },
  'colour-variety': {
    fault: count('excess of colours'),
    effect: effect('leave the colours without meaning', 'make the page look pieced together'),
    mend: ['settle for a few colours and their shades', 'keep strong colours for what matters'],
  },
  'white-space': {
    fault: count('lack of white space'),
    merit: ['its white space', 'the room that it leaves'],
    effect: effect('make the page feel full', 'give the eye no rest'),
    mend: ['leave more room between the blocks', 'widen margins and line spacing'],
  },
  'page-symmetry': {
    merit: ['its symmetrical layout', 'the symmetry of the page'],
  },
  'page-balance': {
    fault: count('imbalance of the page'),
    merit: ['its even layout', 'the balance of the page'],
    effect: effect('make the page look unfinished', 'leave one half of the page unseen'),
    mend: ['spread the content over the whole page', 'give the emptier half something to carry'],
  },
  'block-alignment': {
    fault: count('lack of alignment among the blocks'),
    merit: ['the alignment of its blocks', 'its clear grid'],
    effect: effect('make the layout look accidental', 'make the eye start anew at every block'),
    mend: ['align the blocks to a few common edges', 'set the blocks on a grid'],
  },
};
