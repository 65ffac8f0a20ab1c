/** The layer that a fix is about, and whether it may be written. */
import { CallFailed } from '../call-failed.js';
import { findLayer } from '../frames.js';

/** @throws CallFailed `gone`, `in-component` */
export async function ownLayer(id: string): Promise<SceneNode> {
  const node = await findLayer(id);
  for (let at = node.parent; at !== null && at.type !== 'PAGE'; at = at.parent) {
    if (at.type === 'INSTANCE') {
      throw new CallFailed('in-component', `${node.name} belongs to the component of ${at.name}.`);
    }
  }
  return node;
}

/** @throws CallFailed `changed` where a value is not what it was */
export function expectStill(node: SceneNode, what: string, now: number, then: number): void {
  if (Math.abs(now - then) > 0.01) {
    throw new CallFailed('changed', `The ${what} of ${node.name} is ${now} now, and was ${then}.`);
  }
}

/** @throws CallFailed `bound` */
export function expectFree(node: SceneNode, what: string, isBound: boolean): void {
  if (isBound) {
    throw new CallFailed('bound', `The ${what} of ${node.name} is bound to the design system.`);
  }
}

/** @throws CallFailed `gone` */
export async function findVariable(id: string): Promise<Variable> {
  const variable = await figma.variables.getVariableByIdAsync(id);
  if (variable === null) throw new CallFailed('gone', `There is no variable ${id} any more.`);
  return variable;
}
