/** What a language says of what rules of layout find. */

/**
 * Its title, and what it says of a layer: `message`, or under another name where the rule finds several things.
 *
 * Messages are one or two sentences: what it is, and why it matters. `{name}` is the layer's name, `{value}` what was measured and
 * `{needed}` what is asked for; `{value.2}` has that many decimals, without a number as many as it takes, one at most. What else can be filled in is a fact
 * of the rule.
 */
export type LayoutRuleWords = Readonly<Record<string, string>> & { readonly title: string };

export interface LayoutWords {
  /** By id of the rule. */
  readonly rules: Readonly<Record<string, LayoutRuleWords>>;
  /** Figures of a frame as a whole, by their ids. */
  readonly measures: Readonly<Record<string, string>>;
  /** Put behind a message where the same holds for one layer more, or for `{count}`. */
  readonly alike: { readonly one: string; readonly many: string };
}
