/** What the recipe and its benchmarks see of the language model beside the decoder. No package exports it. */
export { LanguageModel } from './language-model.js';
export { factsOf, filled, withSlots } from './prompt.js';
export { splitSentences } from '../sentences.js';
