/** English as free text has it: what the reader of free sentences knows besides the words of attributes. */
import type { FreeLanguage } from '../../free-words.js';

const RIVALS =
  '(?: of)?(?: the)?(?: other)?(?: reference| comparison)?(?: (?:pictures|photos|photographs|images|shots|set|collection|others|ones|field))?(?: of its kind)?(?: in the (?:reference )?set)?';
const ABOUT = '(?:(?:only|just|merely|about|around|roughly|some|approximately|the|a full|fully) )*';
const NUMBER = '(?<n>\\d+(?:\\.\\d+)?)';
const PERCENT = `${ABOUT}${NUMBER} ?(?:%|percent|per cent)${RIVALS}`;
const OF_TEN = ' ?(?:/|of|out of) ?(?:10|ten)(?: points)?';
const AHEAD =
  '(?:better than|stronger than|ahead of|above|beats|beating|outscores|outscoring|outperforms|surpasses|exceeds|tops|higher than|more pleasing than|leaves behind|leaving behind)';
const BEHIND = '(?:worse than|weaker than|behind|below|lower than)';

export const free: FreeLanguage = {
  spellings: [
    [/[‘’ʼ]/gu, "'"],
    [/[“”"]/gu, ' '],
    [/\bcan't\b|\bcannot\b/gu, 'can not'],
    [/\bwon't\b/gu, 'will not'],
    [/n't\b/gu, ' not'],
    [/\b(it|that|there|what|here|which)'s\b/gu, '$1 is'],
    [/'re\b/gu, ' are'],
    [/'d\b/gu, ' would'],
    [/'ve\b/gu, ' have'],
    [/'s\b|(?<=s)'(?!\p{L})/gu, ''],
    [/\bcolor/gu, 'colour'],
    [/\bgray/gu, 'grey'],
    [/\b(?:darks|blacks)\b/gu, 'dark tones'],
    [/\b(?:lights|whites)\b/gu, 'bright tones'],
    [/\bcenter/gu, 'centre'],
    [/artifact/gu, 'artefact'],
    [/\b(harmon|critic|minim|stabil|neutral)iz/gu, '$1is'],
    [/\b(over|under)[- ](?=expos|sharpen|satur|compress)/gu, '$1'],
    [/\b(?:just )?a (?:little bit|little|bit|touch|tad|shade|trifle)(?: of)?\b/gu, 'alittle'],
    [/\bnot (?:all|every|both|each|whole|entire)\b/gu, 'notall'],
    [/(?<=\p{L})-(?=\p{L})/gu, ' '],
  ],

  stem,
  comparative,

  synonyms: {
    picture: 'photo, photograph, image, shot, snapshot, pic',
    background: 'surrounding, backdrop',
    colour: 'hue, palette, colouring, colour palette, colour scheme, colour combination',
    subject: 'main subject',
    edge: 'border, margin',
    toward: 'towards',
    darktone:
      'dark tone, dark region, dark area, dark part, darker area, darkest area, darkest part, deep tone',
    lighttone:
      'bright region, bright area, bright part, light area, brightest area, brightest part, light tone, bright tone',
  },

  articles: 'a, an, the, its, their, this, that, these, those, some, any, your',
  quantifiers: 'all, both, whole, entire, every, each',

  picture: 'picture',
  place: 'area',

  words: {
    neutral: `however, i, you, we, who, there, here, what, how, where, than, then, so, also, as, quite, rather, fairly, really, even, overall, otherwise, pretty,
      relatively, generally, mostly, mainly, especially, particularly, notably, together, well, again, once, now, already, thus, therefore, hence,
      indeed, certainly, naturally, actually, simply, easily, first, first of all, second, finally, additionally, moreover, furthermore,
      most of all, above all, to its credit, as far as, true, perhaps, maybe, possibly, probably, likely, apparently, arguably, unfortunately,
      sadly, luckily, fortunately, cleanly, smoothly, evenly, gently, carefully, effectively, neatly, elegantly, wonderfully, successfully,
      instead, later, afterwards, before moving on, by, up, out, down, off, such, least, apart, next time, time, technically, technical, visually,
      visual, photographic, compositional, aesthetic, aesthetically, artistic, deliberate, deliberately, intentional, intentionally, intended,
      stylistic, purpose, conscious, at once, immediately, instantly, quickly, sure, nicely, enough, simple fix, viewer, viewing, view, camera,
      area, part, place, spot, patch, portion, detail, texture, structure, element, thing, point, aspect, quality, character, mood, atmosphere,
      effect, impact, interest, emphasis, presence, dimension, feeling, result, treatment, conversion, rendering, presentation, capture, version,
      style, choice, decision, approach, impression, edit, editing, editor, tool, software, slider, step, adjustment, tweak, frame, scene, picture,
      everything, kind, type, way, sense, amount, reading, measurement, eye, attention, look, feel, moment, reference, hand, mind, degree, gain,
      benefit, profit, help, restore, recover, support, contribute, result, serve, bring, let, lead to, due to, thanks to, back, life, natural,
      better, nicer, not only, not just, no doubt, without doubt, much of, part of, parts of, of all, on the other hand, at all, itself, credit,
      artist, craft, case, fact, given, regard, term, respect, context, in order, as well, just, roughly, approximately, order, two, suggestion,
      whatsoever, sign, still, used, more natural, more pleasing, more polished, more balanced, rest of frame, here and there, in mind, worth, lot,
      lot of, plenty of, bit more, rest, difference, example, idea, reason, role, sort, pair, piece, technique, fix, change, move, chance,
      case in point, other hand, another, other one, further, away, forward, ahead, either, again, anyway, besides, likewise, similarly,
      accordingly, consequently, unintended, intention, stronger, clearer, straight to, straight into, wise, one thing, key point,
      can not be recovered, can not be mended, can not be undone, can not be brought back, can not be restored, for good, as result, to start with,
      at first, in end, photo editor, in post, in post processing, in editing, in camera, on location, raw converter, raw, edit, crop tool,
      natural looking, plus side`,
    attributive:
      'fine, finer, small, large, larger, wide, plain, plainer, smooth, smoother, uniform, different, certain, single, general, quick, easy, careful, gentle, slow, own, other, common, typical, real, final, basic, sensible, reasonable, possible, welcome',
    verb: `be, is, are, was, were, been, being, am, have, has, had, do, does, did, can, will, may, look, appear, seem, feel, come, remain, stay, keep, make,
      give, get, take, leave, put, see, go, become, hold, create, cause, produce, add, use, apply, reveal, render, provide, mean, suggest, indicate, show, find, need to, want to, tend to, let, sit, rank, score, stand, rate, lie, work, place, form, has left, have left, had left, fall, throw, turn, run, save, export, draw, pull, direct, guide, affect, emphasise, allow, retain, rest, anchor, occupy, cover,
      span, achieve, exhibit, display, demonstrate, possess, include, contain, go easy on, set, reach, carry, belong, begin, start, stop, continue, deserve, invite, know, like, live, meet, mind, notice, perceive, play, point, realise, receive,
      relate, remember, share, spend, strike, tell, tend, think, touch, understand, view, watch, wish, kept, held, surround, follow, happen, enjoy, expect, lend, rely, speak,
      wait, pay, change, choose, bring back, bring out, bring in, make out, do good, grab, catch, attract, fight, dominate, sink, melt, blend, merge, disappear, vanish, lose, miss, complement, underline, shift, move, check`,
    preposition: `of, in, on, at, to, for, from, with, within, into, onto, over, under, across, along, around, about, through, throughout, between, among,
      against, behind, before, after, toward, per, near, upon, inside, beside, against, across much of`,
    accompanying: 'with, to, for',
    pronoun: 'it, they, them, one',
    boundary:
      'but, yet, while, whereas, although, though, despite, in spite of, because, since, which, when, if, as if, where, even so',
    and: 'and, plus, as well as',
    or: 'or, nor',
    negation: `not, no, never, neither, none, nothing, hardly, hardly any, barely, barely any, scarcely, almost no, next to no, nearly no, far from, anything but,
      fail to, no longer, nobody, nowhere, little to, not much to, not quite, not entirely, not fully, not perfectly, not completely`,
    without: 'without, free of, free from, devoid of, no sign of, no trace of, absence of',
    unclear:
      'might, notall, not necessarily, only if, unless, instead of, rather than, except, apart from, only, most, many, several, almost, nearly',
    need: 'need, want, require, call for',
    wish: 'if, require, call for, make sure, ensure, would, could, should, need, try, consider, want, might benefit, might help, might gain, might improve, ought, must',
    imperative: 'use, apply, choose, set, make, give, hold, keep, pick, go for, opt for',
    slight: `alittle, slight, slightly, somewhat, mild, mildly, faint, faintly, subtle, subtly, minor, minimally, marginally, modest, modestly, light, lightly,
      hint of, touch of, trace of, only slightly`,
    clear: `clear, clearly, visibly, noticeable, noticeably, obvious, obviously, distinct, distinctly, plainly, evidently, marked, markedly, pronounced, definite, definitely`,
    strong: `very, strong, strongly, heavy, heavily, badly, severe, severely, far, far too, extreme, extremely, much, considerable, considerably,
      massive, massively, gross, grossly, deeply, significant, significantly, substantial, substantially, hugely, drastically, dramatically, highly, totally`,
    emphasis: `too, overly, perfectly, completely, absolutely, entirely, fully, exactly, properly, pleasantly, beautifully, truly, pleasingly, right, so, itself, naturally, sufficiently`,
    praise: `good, great, nice, fine, well, right, correct, pleasing, pleasant, beautiful, lovely, excellent, outstanding, superb, wonderful, impressive, attractive,
      appealing, striking, successful, effective, convincing, accurate, proper, appropriate, balanced, solid, sound, perfect, flawless, ideal, spot on, on point,
      strong, fitting, well judged, well chosen, well done, well handled, well controlled, well executed, under control, work, work well, succeed, suit, convince,
      to good effect, acceptable, okay, satisfying, guide well, natural, fit, well used, polished, compelling, elegant, engaging, clever, skilful, masterful, tasteful, admirable, commendable, decent, competent, believable, a pleasure, no cause for concern`,
    blame: `poor, bad, wrong, off, weak, problematic, unfortunate, unpleasant, ugly, disappointing, incorrect, inaccurate, distract, distracting, disturb,
      unsettling, spoil, hurt, harm, suffer, hold back, unstable, restless, irritating, annoying, detract, weaken, undermine, diminish, hinder, interfere, overwhelm, steal attention, let down, let picture down, compromise, mar, ruin, degrade, sloppy, amateurish, lacking in care`,
    merit: 'strength, asset, merit, advantage, strong point, highlight of picture, strong suit',
    flaw: `weakness, problem, issue, fault, flaw, drawback, defect, shortcoming, trouble, mistake, error, concern, criticise, complain, complaint,
      criticism, to mend, to fix, downside, limitation, imperfection, blemish, distraction, challenge, thing to fix, area for improvement, room for improvement`,
    superb: 'excellent, outstanding, superb, wonderful, impressive, striking, perfect, flawless',
    serious:
      'serious, major, significant, that matter, of weight, grave, notable, big, substantial',
    main: 'main, biggest, greatest, most important, chief, primary, principal, strongest, largest, worst, most obvious, most noticeable, central, key',
    absent:
      'few, low, minimal, negligible, absent, invisible, insignificant, imperceptible, controlled, well controlled, under control, little, very little',
    present: `visible, present, show, appear, noticeable, apparent, evident, obvious, exist, seen, recognisable, detectable, to speak of, found, affect, lie, spread`,
    more: 'more, greater, additional',
    less: 'less, fewer',
    tooMuch: 'too much, too many, excessive, excess, overdone, far too much',
    tooLittle:
      'too little, too low, not enough, insufficient, little, very little, hardly any, lack, lack of, lacking, short of, lacking in, far too little',
    increase:
      'increase, raise, boost, lift, add, enhance, strengthen, bring up, push, improve, turn up, intensify',
    decrease: `come down, go down, reduce, reduction, lower, decrease, remove, removal, correct, correction, fix, minimise, avoid, eliminate, cut back, dial back, tone down, take down, take back,
      bring down, clean up, get rid of, suppress, clear, prevent, turn down, ease, pull down, pull back, adjust, counteract, neutralise, soften`,
    top: 'top, upper',
    bottom: 'bottom, lower',
    left: 'left',
    right: 'right',
    middle: 'middle, centre',
    part: 'corner, side, part, half, area, edge, quarter, portion, hand, hand side, hand corner, section, region',
    reversing: 'higher, high, raised, rise, counterclockwise',
  },

  units: {
    '%': '%, percent, per cent',
    deg: '°, degree, deg',
    EV: 'ev, stop, f stop',
    px: 'px, pixel',
    mired: 'mired',
    CC: 'cc',
    '×': '×, times, x',
    s: 's, second',
    of: 'of 255',
  },
  numbers: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],

  standings: [
    {
      pattern: new RegExp(
        `${NUMBER} ?(?:%|percent)${RIVALS} (?:scores?|ranks?|lies?|fares?|falls?|stands?|does|do|is|are|rates?)(?: even| still)? (?:lower|worse|behind|below|beneath)(?: still)?`,
        'u',
      ),
      says: 'percentile',
    },
    {
      pattern: new RegExp(
        `${NUMBER} ?(?:%|percent)${RIVALS} (?:scores?|ranks?|lies?|fares?|stands?|does|do|is|are|rates?)(?: even| still)? (?:higher|better|above|ahead)`,
        'u',
      ),
      says: 'complement',
    },
    {
      pattern: new RegExp(`with ${PERCENT} behind(?: it)?`, 'u'),
      says: 'percentile',
    },
    {
      pattern: new RegExp(`leav(?:es|ing) ${PERCENT} behind`, 'u'),
      says: 'percentile',
    },
    { pattern: new RegExp(`${AHEAD} ${PERCENT}`, 'u'), says: 'percentile' },
    { pattern: new RegExp(`${BEHIND} ${PERCENT}`, 'u'), says: 'complement' },
    { pattern: new RegExp(`(?:top|best) ${PERCENT}`, 'u'), says: 'complement' },
    { pattern: new RegExp(`(?:bottom|lowest|weakest) ${PERCENT}`, 'u'), says: 'percentile' },
    { pattern: new RegExp(`${NUMBER}(?:st|nd|rd|th) percentile`, 'u'), says: 'percentile' },
    {
      pattern: new RegExp(
        `(?:scor(?:e|es|ed|ing)(?: of| is| at)?|rat(?:ed|ing)(?: of| is| at)?) ${ABOUT}${NUMBER}(?!\\.?\\d| ?%)(?:${OF_TEN})?`,
        'u',
      ),
      says: 'score',
    },
    { pattern: new RegExp(`${NUMBER}${OF_TEN}`, 'u'), says: 'score' },
  ],
  bands: [
    {
      words:
        'among best, one of best, belong to best, best of its kind, belong to strongest, one of strongest, near top, top of field, among strongest, few pictures please more',
      from: 85,
      to: 100,
    },
    {
      words:
        'above average, better than average, better than most, above ordinary, more pleasing than most, better than usual, higher than most, higher than average, stronger than most, does better than most',
      from: 50,
      to: 100,
    },
    {
      words:
        'average, about average, close to average, near average, ordinary, in middle of field, middle of field, about in middle, in middle of pack, of average quality, as pleasing as usual picture',
      from: 30,
      to: 70,
    },
    {
      words:
        'below average, lower than most, worse than most, worse than average, lower than average, below ordinary, weaker than most, weaker than average, harder time than most',
      from: 0,
      to: 50,
    },
    {
      words:
        'among weakest, one of weakest, near bottom, among worst, one of worst, lower than nearly all',
      from: 0,
      to: 15,
    },
  ],
};

/** Words that are not what their endings say. */
const WHOLE_WORDS: ReadonlySet<string> = new Set(
  'does this less various nothing something anything everything bring thing ring string during speed need indeed lens focus framing balanced off'.split(
    ' ',
  ),
);

/** A word without the ending of its plural or verb form: rough, and the same for every form. */
function stem(word: string): string {
  if (WHOLE_WORDS.has(word)) return word;
  if (word.length <= 3) return undoubled(word);
  let root = word;
  if (root.endsWith('ies') && root.length > 4) root = `${root.slice(0, -3)}y`;
  else if (/(?:ss|x|z|ch|sh)es$/u.test(root)) root = root.slice(0, -2);
  else if (root.endsWith('s') && !/(?:ss|us|is)$/u.test(root)) root = root.slice(0, -1);
  if (/[aeiouy].*.ing$/u.test(root) && root.length > 5) root = root.slice(0, -3);
  else if (/[aeiouy].*.ed$/u.test(root) && root.length > 4) root = root.slice(0, -2);
  root = undoubled(root);
  return root.length > 3 && root.endsWith('e') ? root.slice(0, -1) : root;
}

/** "Cropped" and "crop" end alike, and so do "adds" and "add". */
function undoubled(root: string): string {
  return root.replace(/([b-df-hj-np-tv-z])\1$/u, '$1');
}

/** "Sharper" of "sharp". */
function comparative(word: string): string {
  if (word.endsWith('e')) return `${word}r`;
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ier`;
  return /^[^aeiou]*[aeiou][bdgmnpt]$/u.test(word) ? `${word}${word.at(-1)}er` : `${word}er`;
}
