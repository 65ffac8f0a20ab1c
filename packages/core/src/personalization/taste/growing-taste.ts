import type { TasteCalibration } from '../../protocol/generated/taste-model.js';
import { TasteLearner, type Opinion, type SeenByTaste, type Taste } from './taste.js';

/** A taste that is asked for again and again while more is said: what it has learned from already is not learned again. */
export class GrowingTaste {
  #learner: TasteLearner | undefined;
  #calibration: TasteCalibration | undefined;
  /** What was learned from, one after the other. */
  #heard: string[] = [];
  #taste: Taste | undefined;

  /** @param pictures those that opinions name by their places; what comes new stands at the end */
  learn(
    calibration: TasteCalibration,
    pictures: readonly SeenByTaste[],
    opinions: readonly Opinion[],
  ): Taste {
    const said = opinions.map((opinion) => JSON.stringify(opinion));
    const goesOn =
      calibration === this.#calibration && this.#heard.every((each, at) => each === said[at]);
    if (this.#learner === undefined || !goesOn) {
      this.#learner = new TasteLearner(calibration);
      this.#calibration = calibration;
      this.#heard = [];
      this.#taste = undefined;
    }
    for (const opinion of opinions.slice(this.#heard.length)) {
      this.#learner.add(pictures, opinion);
      this.#taste = undefined;
    }
    this.#heard = said;
    this.#taste ??= this.#learner.taste();
    return this.#taste;
  }
}
