/** What English says of what weaknesses do to pictures, and of what to do about them. */
import type { Ways } from '../words.js';

/** By attribute id, in the order of the registry: faults, and qualities that can be a weakness. */
export const effects: Readonly<Record<string, { readonly effect: Ways; readonly advice: Ways }>> = {
  noise: {
    effect: [
      'makes the picture look rough',
      'gets in the way of fine texture',
      'breaks up soft gradations',
    ],
    advice: [
      'reduce the noise, gently enough to keep fine detail',
      'take the noise down, above all in plain areas',
    ],
  },
  compression: {
    effect: ['turns soft gradations into steps', 'wipes away fine texture'],
    advice: [
      'export the picture again from the original, at a quality of 85 or more',
      'go back to the original and save it at a higher quality, since what compression threw away is gone',
      'next time, save the picture with less compression, at a quality of 85 or more',
    ],
  },
  'over-sharpening': {
    effect: [
      'makes the picture look processed',
      'makes fine texture brittle',
      'brings out noise and small flaws as well',
    ],
    advice: [
      'take the sharpening back',
      'soften the picture a little, until the edges look natural again',
      'sharpen the original again, but less',
    ],
  },
  'defocus-blur': {
    effect: [
      'leaves the eye nothing crisp to rest on',
      'takes the texture from surfaces',
      'becomes more obvious the larger the picture is viewed',
    ],
    advice: [
      'next time, focus on the subject itself, since missed focus cannot be sharpened back',
      'next time, check the shot enlarged before moving on',
      'next time, take a moment to focus, and look at the result enlarged',
    ],
  },
  'motion-blur': {
    effect: [
      'costs fine detail',
      'draws points out into lines',
      'makes small things hard to make out',
    ],
    advice: [
      'next time, use a shorter shutter time, if need be with a higher sensitivity',
      'next time, rest the camera on a support, since a smeared shot cannot be mended',
      'next time, switch on stabilisation or expose for a shorter time',
    ],
  },
  'under-exposure': {
    effect: [
      'leaves the upper tones unused',
      'crowds the dark tones together',
      'makes the scene look heavy',
    ],
    advice: [
      'brighten the picture',
      'raise the exposure until the brightest parts come close to white',
    ],
  },
  'over-exposure': {
    effect: [
      'takes the modelling from bright surfaces',
      'leaves the highlights thin',
      'blurs the differences between light tones',
    ],
    advice: [
      'darken the picture',
      'bring the exposure down, as far as the highlights still hold detail',
    ],
  },
  'clipped-highlights': {
    effect: [
      'tears holes in light areas',
      'pulls the eye to empty patches',
      'leaves editing nothing to work with',
    ],
    advice: [
      'next time, expose for the brightest part that should keep its detail',
      'next time, expose for the highlights and lift the shadows afterwards',
      'next time, bracket the exposure, since what is burnt out cannot be brought back',
    ],
  },
  'crushed-shadows': {
    effect: [
      'takes the depth from the shadows',
      'makes dark shapes run together',
      'leaves nothing to lift in the darks',
    ],
    advice: [
      'next time, give the shadows light, by a longer exposure or a fill light',
      'next time, expose more generously, since pure black cannot be brought back',
      'next time, lift the shadows with extra light when you take the picture',
    ],
  },
  'low-contrast': {
    effect: [
      'gives shapes less depth',
      'takes the force from the light',
      'separates light and shade too little',
    ],
    advice: ['raise the contrast', 'stretch the tones until they reach from black to white'],
  },
  haze: {
    effect: ['weakens contrast and colour', 'makes the scene look far away'],
    advice: ['remove the haze in editing', 'pull the dark tones down until the veil lifts'],
  },
  'over-saturation': {
    effect: ['puts colour before form and light', 'soon tires the eye'],
    advice: [
      'bring the saturation down',
      'ease the colours back until fine shades can be told apart again',
    ],
  },
  'dull-colour': {
    effect: ['makes the scene look tired', 'makes different colours look alike'],
    advice: ['raise the saturation', 'give the colours more strength without overdoing it'],
  },
  'warm-cast': {
    effect: ['tints even whites and greys yellow', 'mutes the blues'],
    advice: [
      'set the white balance cooler',
      'shift the colour temperature towards cool until greys look neutral again',
    ],
  },
  'cool-cast': {
    effect: ['tints even whites and greys blue', 'mutes the warm tones'],
    advice: [
      'set the white balance warmer',
      'shift the colour temperature towards warm until greys look neutral again',
    ],
  },
  'green-cast': {
    effect: ['tints even whites and greys green', 'takes the warmth from reds'],
    advice: ['shift the tint towards magenta', 'take green out until greys look neutral again'],
  },
  'magenta-cast': {
    effect: ['tints even whites and greys pink', 'makes greens look dull'],
    advice: ['shift the tint towards green', 'take magenta out until greys look neutral again'],
  },
  vignetting: {
    effect: ['makes the light look uneven', 'makes the edges look heavy'],
    advice: ['brighten the corners', 'even out the corners with a lens correction'],
  },
  'horizon-tilt': {
    effect: ['makes the scene look unstable', 'draws the eye to the slope'],
    advice: ['level the picture', 'turn the picture until level and upright lines stand true'],
  },
  'vertical-tilt': {
    effect: ['distorts proportions', 'makes upright things look unsteady'],
    advice: [
      'set the verticals upright with a perspective correction, before you crop',
      'next time, hold the camera level and choose the framing by distance or height',
    ],
  },
  'subject-placement': {
    effect: [
      'leads the eye out of the picture',
      'leaves the larger part of the frame without its subject',
    ],
    advice: [
      'crop so that the subject lies on a line of thirds or nearer to the middle',
      'trim some of the side opposite the subject',
    ],
  },
  balance: {
    effect: ['makes the composition look unsettled', 'leaves the other side with little to do'],
    advice: [
      'next time, move the frame towards the heavy side',
      'next time, let something on the other side answer the weight',
    ],
  },
  'tight-framing': {
    effect: ['makes the picture feel cramped', 'shows hardly any of the surroundings'],
    advice: [
      'next time, take a step back and leave the subject some air',
      'next time, zoom out or use a shorter focal length',
      'widen the crop if the original shows more, or step back next time',
    ],
  },
  'loose-framing': {
    effect: ['weakens the subject', 'spreads attention over the surroundings'],
    advice: ['crop closer to the subject', 'trim the edges until the subject carries more weight'],
  },
  'cut-off-subject': {
    effect: ['makes the subject look incomplete', 'pulls the eye to the edge of the frame'],
    advice: [
      'next time, leave room all around the subject',
      'crop so decidedly that the cut looks meant, or leave more room next time',
    ],
  },
  clutter: {
    effect: ['draws the eye away from the subject', 'makes it harder to see what matters'],
    advice: [
      'next time, move until the background is plain',
      'next time, open the aperture or come closer',
    ],
  },
  'subject-sharpness': {
    effect: ['lets the eye slip off the subject', 'takes the force from the subject'],
    advice: [
      'next time, put the focus point right on the subject',
      'next time, close the aperture a stop where depth of field is short',
    ],
  },
  'depth-separation': {
    effect: ['gives the surroundings precedence', 'makes the subject recede'],
    advice: [
      'next time, focus on the subject and open the aperture',
      'next time, step closer to the subject and focus on it',
      'next time, focus on the subject and keep it further from what is behind it',
    ],
  },
  'colour-harmony': {
    effect: [
      'makes the colours draw attention to themselves',
      'breaks the picture into separate parts',
    ],
    advice: [
      'mute the hue that belongs to no other',
      'calm the colour that stands outside, or leave it out of the frame next time',
    ],
  },
  'subject-clarity': {
    effect: ['gives the eye no place to start', 'leaves the picture without a centre'],
    advice: [
      'next time, decide before you press the shutter what the picture is to be about',
      'next time, let light, sharpness or empty space set the subject apart',
    ],
  },
  simplicity: {
    effect: ['makes the parts of the picture compete', 'makes the picture slow to read'],
    advice: [
      'next time, leave out what the picture does not need',
      'crop away what the picture does not need, or come closer next time',
    ],
  },
};
