/** What needs no Lightroom, for the tests: compiled as the plug-in is. */
import { decode } from '../../src/json/decode';
import { encode } from '../../src/json/encode';
import { longestSide } from '../../src/photo/jpeg';
import { shortened, textsOf } from '../../src/score/texts';
import { supposed } from '../../src/taste/histogram';

export { decode, encode, longestSide, shortened, supposed, textsOf };
