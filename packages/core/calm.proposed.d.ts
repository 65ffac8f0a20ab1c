/**
 * Parts of the extension API that may still change in any release. An extension that uses one names it in `enabledApiProposals` of its manifest, and
 * works where the person allows such parts: `--proposed-api` on the command line, `proposed` of `openExtensions`.
 */
import type { AttributeInput, MultiScaleFeatures } from '@calm-sdk/core';

/**
 * Proposal `attributeFeatures`: the need `features`, what the encoder sees. Its maps are those of the model in use, so another bundle gives other
 * channels; whether an attribute that reads them should name the models that it knows is open.
 */
export interface ProposedAttributeInput extends AttributeInput {
  /** Only with the need `features`. */
  readonly features?: MultiScaleFeatures;
}
