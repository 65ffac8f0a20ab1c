/** What free English may say of each built-in attribute, in the order of the registry. */
import type { FreeWords } from '../../free-words.js';

const AREAS = 'area, part, place, spot, patch, frame, picture, scene';

export const attributes: Readonly<Record<string, FreeWords>> = {
  noise: {
    names:
      'noise, graininess, digital noise, picture noise, sensor noise, colour noise, luminance noise, noise level, speckle, grain noise, high iso noise, grain in flat area, grain in plain area, grain in smooth area',
    bad: { 'picture, frame, scene, area, shadow, darktone': 'noisy, grainy, speckled' },
    good: { picture: 'clean, noise free, free from grain' },
    mend: {
      '': 'denoise, noise reduction, use noise reduction, clean up picture, noise reduction tool, apply noise reduction, run noise reduction',
    },
    beside: 'shadow, darktone, iso, background',
  },
  compression: {
    names:
      'compression, jpeg compression, artefact, compression artefact, jpeg artefact, block, compression block, blockiness, ringing, jpeg quality',
    bad: {
      'picture, file, jpeg':
        'compressed, compressed too hard, compressed too much, compressed too strongly, blocky, overcompressed, heavily compressed',
    },
    better: { 'quality, jpeg quality': 'higher, better', compression: 'lower' },
    mend: {
      '': 'export again, export again from original, export picture again, save again, save picture again, save at higher quality, with higher quality, at higher quality, save with less compression, save file at higher quality, save it at higher quality, resave, use less compression',
    },
    beside: 'file, edge, original, jpeg quality, jpeg',
  },
  'over-sharpening': {
    names:
      'oversharpening, halo, sharpening halo, sharpening artefact, heavy sharpening, excessive sharpening, haloing',
    topics: 'sharpening',
    less: 'sharpening',
    bad: {
      'picture, edge, detail, it':
        'crunchy, brittle, overprocessed, oversharpen, oversharpened, too sharp, harsh, sharpened too much, too crisp',
    },
    mend: { '': 'go easy on sharpening, sharpen less, ease sharpening, dial sharpening back' },
    beside: 'edge, contour, sharpening',
  },
  'defocus-blur': {
    names: 'blur, blurriness, defocus, softness, missed focus, focus error',
    topics: 'focus, sharpness',
    more: 'sharpness, crispness',
    bad: {
      'picture, edge, frame, detail, scene, everything':
        'blurry, blurred, out of focus, soft, unsharp, fuzzy, defocused, misfocused',
      edge: 'spread',
    },
    good: {
      'picture, edge, detail, frame, everything': 'sharp, crisp, in focus',
      focus: 'accurate, precise',
    },
    better: { picture: 'sharper, crisper' },
    mend: { '': 'focus carefully, focus more carefully, focus more accurately, refocus' },
    beside: 'edge, focus',
  },
  'motion-blur': {
    names: 'motion blur, movement blur, blur, camera shake, shake, camera movement, streak, smear',
    bad: {
      'picture, edge, frame, detail, camera movement, movement, scene, everything':
        'smeared, smear, shaky, blurry, blurred, blurred by motion, blurred by movement, shaken',
    },
    good: { 'picture, edge, detail, frame, everything': 'sharp, crisp' },
    better: { 'shutter time, shutter speed, exposure time': 'shorter, faster' },
    mend: { '': 'use tripod, tripod, stabilisation, hold camera steady' },
    beside:
      'edge, camera, shutter time, shutter speed, direction, shutter, exposure time, motion, movement, freeze, detail',
  },
  'under-exposure': {
    names: 'underexposure, darkness, dark exposure, low exposure, lack of light',
    topics: 'exposure, brightness',
    more: 'light, brightness, exposure',
    bad: {
      'picture, scene, frame, exposure':
        'sink into dark, dark, too dark, underexpose, underexposed, dim, murky',
      exposure: 'short, too short, low, too low',
    },
    good: {
      'picture, scene, subject': 'well exposed, correctly exposed, properly exposed',
      'picture, scene': 'bright enough',
    },
    better: { 'picture, scene, exposure, it': 'brighter, longer, higher, lighter' },
    mend: {
      'picture, scene, it, frame': 'brighten, lighten',
      '': 'brighten, let in more light, fill light, lift exposure, push exposure, bring exposure up, bring up exposure, open up exposure, give more exposure, give it more light, let more light in',
    },
    beside: 'exposure, light, life',
  },
  'over-exposure': {
    names: 'overexposure',
    topics: 'exposure, brightness',
    less: 'light, brightness, exposure',
    bad: {
      'picture, scene, frame, exposure': 'bright, too bright, overexpose, overexposed, too light',
      exposure: 'long, too long, high, too high, generous',
    },
    good: {
      'picture, scene, subject': 'well exposed, correctly exposed, properly exposed',
      'picture, scene': 'dark enough',
    },
    better: { 'picture, scene, exposure, it': 'darker, shorter, lower' },
    mend: {
      'picture, scene, it, frame': 'darken',
      '': 'darken, bring exposure down, bring down exposure, pull exposure down, pull back exposure, dial exposure back, dial back exposure',
    },
    beside: 'exposure, light, lighttone, tone',
  },
  'clipped-highlights': {
    names: 'clipping, highlight clipping, blowout',
    topics: 'highlight',
    bad: {
      [`highlight, lighttone, ${AREAS}`]:
        'clipped, clip, blown out, blown, burnt out, burned out, burnt, overblown',
      [`highlight, lighttone, ${AREAS}, detail in highlight`]:
        'lost highlight detail, lost all highlight detail, lose highlight detail',
      'highlight, lighttone':
        'lost detail, lose detail, lost all detail, no detail, hold no detail, without detail, contain no detail, featureless, empty, washed out, have no detail, lost their detail',
      'detail in highlight, highlight detail': 'lost, gone, missing',
    },
    good: {
      'highlight, lighttone':
        'hold detail, keep detail, hold their detail, retain detail, intact, preserved, kept detail, under control, show detail',
    },
    mend: { '': 'expose for highlight, bracket exposure, recover highlight, protect highlight' },
    beside: 'highlight, lighttone, white, tone',
  },
  'crushed-shadows': {
    names: 'shadow clipping, crushed black',
    topics: 'shadow',
    bad: {
      'shadow, darktone, black':
        'crushed, crushed to black, blocked up, blocked, clipped, clip, black, pure black, plugged, lost detail, lose detail, lost all detail, no detail, hold no detail, without detail, contain no detail, closed up, featureless, empty',
      [AREAS]: 'black, pure black, crushed, crushed to black, plain black, solid black',
      'detail in shadow, shadow detail': 'lost, gone, missing',
    },
    good: {
      'shadow, darktone':
        'hold detail, keep detail, retain detail, open, intact, preserved, show detail',
    },
    mend: {
      '': 'fill light, lift shadow, open up shadow, open shadow, brighten shadow, expose for shadow, longer exposure',
      'shadow, darktone': 'lift, open, brighten, lighten, raise',
    },
    beside: 'shadow, darktone, black, tone',
  },
  'low-contrast': {
    names: 'flatness, low contrast, lack of contrast',
    topics: 'contrast, tonal range',
    more: 'contrast, punch',
    bad: {
      'picture, scene, light, tone':
        'flat, low in contrast, grey and flat, compressed, close together',
      'contrast, tonal range':
        'low, too low, weak, limited, narrow, reduced, muted, on low side, lacking, soft',
    },
    good: { 'contrast, tonal range': 'full, sufficient' },
    better: { contrast: 'higher, stronger', picture: 'punchier' },
    beside: 'contrast, tone',
  },
  haze: {
    names: 'haze, veil, haziness, veil of haze',
    bad: {
      'picture, scene, air, darktone': 'hazy, veiled, milky',
      haze: 'veil, take depth from scene, take depth from picture',
    },
    good: { 'picture, scene, air': 'haze free' },
    mend: {
      '': 'dehaze, use dehaze tool, dehaze tool, dehaze slider, touch of dehaze, lift haze, cut through haze',
    },
    beside: 'contrast, depth, air, darktone, distance',
  },
  'over-saturation': {
    names: 'oversaturation',
    topics: 'saturation',
    less: 'saturation',
    bad: {
      'colour, picture, saturation':
        'too saturated, saturated, overcooked, pushed too far, oversaturated, oversaturate, garish, gaudy, overdone, too strong, strong, too intense, intense, too vivid, unnatural, exaggerated',
      saturation: 'high, too high, excessive',
    },
    good: { colour: 'natural, restrained' },
    mend: {
      'colour, picture': 'desaturate, mute, tone down',
      '': 'desaturate, dial saturation back, bring saturation down',
    },
    beside: 'colour, saturation',
  },
  'dull-colour': {
    names: 'dullness, muted colour, washed out colour',
    topics: 'saturation',
    more: 'colour, saturation, vibrancy, vividness, vibrance',
    bad: {
      'colour, picture':
        'dull, pale, washed out, faded, muted, lifeless, weak, desaturated, undersaturated, drab, subdued, flat',
      saturation: 'low, too low, weak',
    },
    good: { colour: 'natural, full' },
    better: {
      'colour, saturation':
        'richer, stronger, higher, livelier, more vivid, more vibrant, more lively',
    },
    mend: { colour: 'bring back, revive', '': 'bring colour back' },
    beside: 'colour, saturation',
  },
  'warm-cast': {
    names:
      'warm cast, orange cast, yellow cast, warm tint, orange tint, yellow tint, colour cast, warm colour cast, orange colour cast, cast',
    topics: 'white balance, colour temperature',
    bad: {
      'colour temperature': 'high, too high',
      'white balance, picture, light, colour, tone, colour temperature':
        'warm, too warm, orange, yellow, yellowish, lean toward orange, lean to orange, toward orange, toward yellow, lean toward yellow, lean warm, on warm side, lean orange, lean yellow, slightly on warm side',
    },
    good: { 'white balance, colour, light, tone': 'neutral, natural' },
    better: {
      'white balance, colour, light, picture, colour temperature, it, tone, rendering, balance':
        'cooler',
    },
    mend: {
      'white balance, colour, picture, colour temperature': 'cool, cool down, shift cooler',
      '': 'cool down',
    },
    beside:
      'white balance, tone, neutral, colour, light, neutral tone, lighttone, white, grey, balance',
  },
  'cool-cast': {
    names:
      'cool cast, blue cast, cold cast, cool tint, blue tint, colour cast, cool colour cast, blue colour cast, cast',
    topics: 'white balance, colour temperature',
    bad: {
      'colour temperature': 'low, too low',
      'white balance, picture, light, colour, tone, colour temperature':
        'cool, too cool, cold, too cold, blue, bluish, lean toward blue, lean to blue, toward blue, lean blue, lean cool, lean cold, on cool side, on cold side',
    },
    good: { 'white balance, colour, light, tone': 'neutral, natural' },
    better: {
      'white balance, colour, light, picture, colour temperature, it, tone, rendering, balance':
        'warmer',
    },
    mend: {
      'white balance, colour, picture, colour temperature': 'warm, warm up, shift warmer',
      '': 'warm up',
    },
    beside:
      'white balance, tone, neutral, colour, light, neutral tone, lighttone, white, grey, balance',
  },
  'green-cast': {
    names:
      'green in tint, hint of green, green cast, green tint, greenish tint, greenish cast, colour cast, green colour cast, cast',
    topics: 'white balance, tint',
    bad: {
      'picture, colour, tint, tone, light':
        'green, greenish, too green, lean toward green, lean to green, toward green, lean green, on green side',
    },
    good: { 'white balance, colour, tone': 'neutral, natural' },
    mend: {
      '': 'shift tint toward magenta, shift tint slightly toward magenta, shift toward magenta, move tint toward magenta, take green out, add magenta',
    },
    beside: 'white, colour, tint, white balance',
  },
  'magenta-cast': {
    names:
      'magenta cast, magenta tint, pink cast, pink tint, colour cast, magenta colour cast, cast, pinkish tint, magenta in tint, hint of magenta',
    topics: 'white balance, tint',
    bad: {
      'picture, colour, tint, tone, light':
        'magenta, pink, pinkish, too magenta, lean toward magenta, lean to magenta, toward magenta, toward pink, lean magenta, lean pink, on magenta side',
    },
    good: { 'white balance, colour, tone': 'neutral, natural' },
    mend: {
      '': 'shift tint toward green, shift toward green, move tint toward green, take magenta out, add green',
    },
    beside: 'white, colour, tint, white balance',
  },
  vignetting: {
    names: 'vignetting, vignette, light falloff, falloff, dark corner, corner shading',
    bad: {
      'corner, edge of frame, frame edge':
        'dark, darker, darkened, darken, too dark, darker than middle, darker than centre, fall off, shaded',
    },
    good: { corner: 'bright, as bright as middle, as bright as centre, evenly lit' },
    better: { corner: 'brighter' },
    mend: { corner: 'brighten, lighten, even out', '': 'lens correction' },
    beside: 'corner, edge, lens, middle, light, edge of frame',
  },
  'horizon-tilt': {
    names: 'tilt, slant, horizon tilt, lean, slope, crooked horizon, tilted horizon',
    topics: 'horizon',
    bad: {
      'horizon, picture, frame, scene, camera, level line, it':
        'off balance, slope down, drop to, throw off, uneven, lean, tilted, tilt, crooked, askew, slant, slanted, slope, sloping, drop, off level, lopsided, skewed, off kilter, aslant',
    },
    good: { 'horizon, picture, frame, scene, camera, level line': 'level, straight' },
    mend: {
      'horizon, picture, frame': 'straighten, level, rotate, correct',
      '': 'straighten, rotation, rotate, level',
    },
    beside: 'side, horizon, throw, off, calm, down, line, lower, low',
  },
  'vertical-tilt': {
    names: 'converging vertical, keystoning, perspective distortion, convergence, converging line',
    topics: 'vertical',
    bad: {
      'vertical, vertical line, upright, upright line':
        'converge, lean, lean inward, lean inwards, tilt, tilted, run together, distorted, fall over',
    },
    good: { 'vertical, vertical line, upright, upright line': 'straight, parallel, upright' },
    mend: {
      'vertical, vertical line, upright, perspective': 'straighten, correct, fix',
      '': 'perspective correction',
    },
    beside: 'vertical, vertical line, perspective, line',
  },
  'subject-placement': {
    names:
      'subject placement, placement, placement of subject, subject position, position of subject',
    topics: 'composition',
    bad: {
      subject:
        'too far out, too close to edge, close to edge, pushed to edge, pushed to edge of frame, at edge, far from middle, too far from middle, far from centre, too far from centre, near edge, off to side, too near edge, placed too far from centre, placed at edge, too far to side, drift toward edge, drift toward edge of frame, sit near edge, placed badly, badly placed, poorly placed, sit too far out, off centre',
    },
    good: { subject: 'well placed, well positioned, placed well, positioned well' },
    mend: { '': 'move subject toward middle, place subject nearer to middle' },
    beside: 'subject, edge, middle, third, composition',
  },
  balance: {
    names: 'balance, balance of composition, compositional balance, visual balance',
    topics: 'composition',
    less: 'weight, visual weight',
    bad: {
      'composition, picture, frame':
        'unbalanced, imbalanced, out of balance, lopsided, heavy, heavier, tip over, lean',
      'weight, visual weight': 'sit, lie, lean, rest, hang, heavy',
    },
    good: {
      'composition, picture, frame, weight, visual weight, left and right, side':
        'balanced, in balance, well balanced, evenly distributed',
    },
    beside: 'composition, weight, side, visual weight',
  },
  'tight-framing': {
    names: 'tight framing, tight crop, cramped framing',
    topics: 'framing, crop',
    more: 'room, space, air, breathing room, breathing space, room to breathe',
    bad: {
      'framing, crop, frame, composition':
        'tight, tightly, too tight, cramped, narrow, too narrow, too close, on tight side',
      subject:
        'press against frame, press against edge, framed tightly, framed too tightly, tightly framed, cramped, boxed in, squeezed, no room, no room to breathe, fill frame, fill, too large in frame, too big for frame',
    },
    better: { 'framing, crop': 'looser, wider' },
    mend: {
      '': 'step back, take step back, zoom out, move back, give subject more room, leave more room, leave more space, leave more space around subject, give subject more space, give subject breathing room, give subject room to breathe, step further back, allow more room, allow more space',
    },
    beside:
      'subject, room, space, framing, crop, composition, breathing room, breathing space, air, room to breathe',
  },
  'loose-framing': {
    names: 'loose framing, loose crop',
    topics: 'framing, crop',
    less: 'empty space, space, room',
    bad: {
      subject:
        'small, tiny, too small, very small in frame, small in frame, too small in frame, lost, lost in frame, lost in space, lost in space around it, get lost, get lost in frame, speck, cover, tiny in frame, get lost in background, get lost in it, lost in it, lost in emptiness, dwarfed',
      'framing, crop': 'loose, too loose, wide, too wide',
    },
    better: { 'crop, framing': 'tighter, closer', subject: 'larger, bigger' },
    mend: {
      '': 'crop closer, crop closer to subject, crop tighter, crop in, crop in on subject, crop in closer, trim edge, tighten crop, tighten framing, crop, move closer, move closer to subject, step closer, step closer to subject, come closer, get closer, get closer to subject, zoom in, give subject more weight',
    },
    beside: 'subject, space, framing, crop, weight, more weight',
  },
  'cut-off-subject': {
    names: 'cut off subject, clipped subject, cropped subject',
    bad: {
      'subject, frame, edge, edge of frame, crop':
        'cut off, cut off at edge, cut off at edge of frame, cut off by edge of frame, cut, cropped, truncated, cut into, cut off by edge, cut off by frame, cut off subject, clipped by frame, run out of frame, incomplete, cut into subject',
    },
    good: {
      subject:
        'whole, kept whole, complete, fully in frame, fully within frame, uncut, inside frame',
    },
    beside: 'subject, edge, frame, crop, edge of frame',
  },
  clutter: {
    names:
      'clutter, busyness, busy background, distraction, cluttered background, background clutter',
    topics: 'background',
    bad: {
      'background, scene, frame, area around subject':
        'busy, cluttered, messy, distracting, distract, restless, compete, compete for attention, compete with subject, chaotic',
    },
    good: {
      'background, frame, composition':
        'tidy, free of distraction, uncluttered, calm, plain, clean, unobtrusive',
    },
    better: { background: 'cleaner, calmer, plainer, simpler' },
    beside: 'background, subject',
  },
  'subject-sharpness': {
    names: 'subject sharpness, sharpness of subject',
    topics: 'focus, sharpness',
    bad: {
      subject:
        'soft, blurred, blurry, out of focus, unsharp, lost in blur, fuzzy, too soft, missed',
      focus: 'miss, miss subject, off subject, missed subject',
      'edge of subject': 'spread',
    },
    good: {
      subject:
        'sharp, crisp, tack sharp, in focus, pin sharp, razor sharp, crisply sharp, well focused, perfectly sharp, perfectly focused',
      focus:
        'on subject, right on subject, sit on subject, sit right on subject, lie on subject, fall on subject',
    },
    better: { subject: 'sharper, crisper' },
    mend: {
      '': 'focus on subject, focus right on subject, focus on subject itself, place focus on subject, put focus on subject',
    },
    beside: 'subject, focus, edge, edge of subject',
  },
  'depth-separation': {
    names:
      'depth separation, subject separation, separation, separation from background, separation of subject',
    bad: {
      background: 'sharper than subject, sharper',
      focus:
        'on background, on background instead of subject, behind subject, lie on background instead of subject, lie on background, on background rather than subject, on background rather than on subject, sit on background rather than on subject, sit on background',
      subject: 'softer than background',
    },
    good: {
      subject:
        'stand out, stand out against, stand out against background, stand out from background, stand clear, separated, separated from background, isolated, pop, pop out, lift out, sharper than background, separate from background, separate cleanly from background, set apart, well separated',
      background:
        'soft, blurred, blurry, out of focus, softer than subject, separate, separate subject, soft as subject, as soft as subject, creamy, lift subject out, lift subject, set subject apart, make subject pop',
    },
    beside: 'subject, background, depth',
  },
  'leading-lines': {
    names: 'leading line, use of leading line',
    topics: 'composition',
    good: {
      'line, leading line, diagonal':
        'lead straight to subject, lead straight toward subject, lead, guide, draw, run toward subject, point to subject, lead eye, lead toward subject',
    },
    beside: 'subject, line, composition',
  },
  symmetry: {
    names: 'symmetry, mirror symmetry, sense of symmetry',
    topics: 'composition',
    good: {
      'composition, picture, frame, scene, half, halves':
        'symmetrical, symmetric, mirror, mirror other, mirror one another, mirrored, built on symmetry',
    },
    bad: { 'composition, picture, frame, scene': 'asymmetrical, asymmetric' },
    beside: 'order, half, halves, composition, calm, mirror like',
  },
  repetition: {
    names:
      'repetition, rhythm, pattern, repeating pattern, repeated shape, regular pattern, repeating shape, repeated pattern, repeated element',
    beside: 'rhythm, pattern, shape, repetition',
  },
  'colour-harmony': {
    names: 'colour harmony, harmony, harmony of colour',
    topics: 'colour, colour harmony',
    bad: {
      colour:
        'clash, disagree, discordant, fight, pull apart, out of harmony, disharmonious, compete, compete with other',
    },
    good: {
      colour:
        'harmonise, harmonious, work together, work well together, agree, go together, go well together, match, coherent, fit together, complement, complementary, in harmony, agree with other, complement other, well matched, balanced, cohesive, unified, agree with one another, harmonise with one another, belong together, hold together',
    },
    beside: 'colour',
  },
  'subject-clarity': {
    names: 'subject clarity, clarity of subject, clarity',
    bad: {
      subject:
        'unclear, hard to find, hard to identify, hard to make out, not stand out, ambiguous',
      'picture, it, moment': 'moment to find subject',
    },
    good: {
      subject:
        'clear, clear at once, easy to identify, easy to find, easy to recognise, obvious, identifiable, unmistakable, stand out, stand out at once, recognisable, immediately recognisable, well defined, easy to make out, easy to spot, easy to see, plain to see',
      'picture, it': 'clear what picture is about',
    },
    beside: 'subject',
  },
  simplicity: {
    names: 'simplicity, simple composition',
    topics: 'composition',
    bad: {
      'frame, picture, composition, scene':
        'crowded, busy, too busy, overloaded, overcrowded, too full, complicated, crammed',
      eye: 'find no place to rest, find nowhere to rest, nowhere to rest, no place to rest, wander',
      'picture, frame, it': 'too much going on, much going on, too many thing',
    },
    good: {
      'composition, frame, picture, scene':
        'simple, calm, quiet, uncomplicated, clean, uncluttered, minimal, minimalist, keep to essential, uncrowded, reduced to essential, pared down',
      eye: 'find place to rest',
    },
    better: { 'composition, frame, picture': 'simpler, calmer, quieter' },
    mend: {
      'composition, picture, frame': 'simplify',
      '': 'simplify, leave out what picture does not need',
    },
    beside: 'composition',
  },
  panorama: {
    names: 'panorama, panoramic format, wide panorama format, panorama format, panoramic view',
    good: { 'picture, format, frame, scene': 'panoramic' },
    beside: 'format, subject',
  },
  'shallow-depth-of-field': {
    names: 'shallow depth of field, bokeh, shallow focus, blurred background',
    good: { background: 'soft, blurred, blurry, out of focus, thrown out of focus' },
    beside: 'subject, background, soft, blur, isolate, separate, soften, focus, draw',
  },
  'film-grain': {
    names: 'film grain, grain',
    good: { picture: 'grainy' },
    beside: 'add, look, surface',
  },
  panning: {
    names: 'panning, panning shot',
    good: { 'camera, picture': 'pan, pan with subject, panned, follow subject' },
    beside: 'speed, streak, blur, subject, background, motion, camera, movement, convey',
  },
  'long-exposure': {
    names: 'long exposure, second exposure, long exposure time, smooth look',
    beside:
      'movement, motion, smoothness, water, time, smooth, turn, flow, soften, blur, dreamy, calm',
  },
  minimalism: {
    names:
      'minimalism, minimalist composition, minimal composition, empty space, negative space, use of empty space, use of negative space',
    good: { 'composition, picture, frame': 'minimalist, minimal' },
    beside: 'composition, subject',
  },
  'low-key': {
    names:
      'low key, low key lighting, low key light, low key look, low key style, low key mood, dark key',
    good: { 'picture, light, scene': 'dark' },
    beside: 'light, key, dark, shadow',
  },
  'high-key': {
    names:
      'high key, high key lighting, high key light, high key look, high key style, high key picture, bright high key look, bright key',
    good: { 'picture, light, scene': 'bright' },
    beside: 'light, key, bright, airy, white, light',
  },
  'black-and-white': {
    names:
      'black and white, black and white picture, black and white treatment, monochrome, monochrome treatment, black and white conversion, black and white style, black and white look',
    good: { 'picture, it': 'monochrome, in black and white, monochromatic' },
    beside: 'light, form',
  },
  silhouette: {
    names: 'silhouette, backlit silhouette, silhouetted subject, shooting against light',
    good: { silhouette: 'stand out, stand out against light, stand out clearly' },
    beside: 'light, subject, dark, outline, shape',
  },
  fog: {
    names: 'fog, mist, foggy mood',
    good: { 'scene, picture, air': 'foggy, misty' },
    beside: 'scene, subject, soften, atmosphere, mystery, calm, quiet, mysterious, dreamy',
  },
};
